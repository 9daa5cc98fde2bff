/// The journal: append-only, fsynced, hash-chained.
///
/// One file per node, JSON lines, each as [io.hushbridge.control.audit.JournalLine] says. The chain
/// shows a changed, removed or swapped entry. It cannot show that the newest entries were cut off
/// whole: for that, a later hash must be known from elsewhere.
@NullMarked
package io.hushbridge.control.audit;

import org.jspecify.annotations.NullMarked;
