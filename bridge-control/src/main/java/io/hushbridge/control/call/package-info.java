/// The heart: one call told in order, a payment trip inside it, and who may hear whom meanwhile.
///
/// One call is one virtual thread that decides. Whatever happens is a [CallEvent] in its [Inbox];
/// whatever it does is a method on an interface of this package, which sibling packages implement.
///
/// A departure from the first sketch: events that nobody waits for are not queued but folded into
/// [CallFacts] as they come, and every wait is a condition over those facts. So the order in which
/// a callback and a BYE arrive needs no code at all.
@NullMarked
package io.hushbridge.control.call;

import org.jspecify.annotations.NullMarked;
