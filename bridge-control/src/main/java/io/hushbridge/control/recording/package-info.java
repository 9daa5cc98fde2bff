/// Recorders: SIPREC sessions (RFC 7866, RFC 7865) and a file.
///
/// What a recorder may hear is decided by the gate of its fork, which the wiring closes before any
/// recorder is asked to pause. Asking is for the recorder's own word that it has stopped: no word,
/// no payment. A recorder that is lost costs the recording, never the call.
@NullMarked
package io.hushbridge.control.recording;

import org.jspecify.annotations.NullMarked;
