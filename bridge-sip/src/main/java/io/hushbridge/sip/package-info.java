/// Signalling, and the only place that knows JAIN SIP.
///
/// JAIN SIP gives the parser, the transports and the transactions. Dialogs are ours: the stack's
/// own lose the ACK of a re-INVITE that crosses one of ours, hold semaphores, linger by hidden
/// timers and cannot be stored, while RFC 3261 §12 asks for nine plain fields ([Dialog]). With them
/// come the duties of a dialog: a 2xx is sent again until it is acknowledged ([Accepted]), a late
/// one is acknowledged again, CSeq is checked, offers go one at a time ([Reoffers]).
///
/// A leg is a mailbox, and what it does there is decided by its [Stage]: `Calling` or `Ringing`,
/// then `Session`, then `Over`. A request of ours is an [Asked], which always ends in one final
/// response.
@NullMarked
package io.hushbridge.sip;

import org.jspecify.annotations.NullMarked;
