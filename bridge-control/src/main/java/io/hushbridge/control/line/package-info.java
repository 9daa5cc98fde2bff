/// The only place that joins a leg to its media port: parties as the flow sees them.
@NullMarked
package io.hushbridge.control.line;

import org.jspecify.annotations.NullMarked;
