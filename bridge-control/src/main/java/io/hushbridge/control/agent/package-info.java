/// Giving the result back to the agent's platform.
@NullMarked
package io.hushbridge.control.agent;

import org.jspecify.annotations.NullMarked;
