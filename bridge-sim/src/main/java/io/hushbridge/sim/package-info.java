/// The far ends of a call, for rehearsals and system tests.
@NullMarked
package io.hushbridge.sim;

import org.jspecify.annotations.NullMarked;
