/// The bridge itself, wired by hand.
@NullMarked
package io.hushbridge.control;

import org.jspecify.annotations.NullMarked;
