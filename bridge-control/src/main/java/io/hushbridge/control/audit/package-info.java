/// The journal: append-only, fsynced, hash-chained.
@NullMarked
package io.hushbridge.control.audit;

import org.jspecify.annotations.NullMarked;
