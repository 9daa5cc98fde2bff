/// A telephone: RTP both ways, keys, and its side of the session description. It shares no code
/// with the bridge's media on purpose, so that it can disagree with it.
@NullMarked
package io.hushbridge.sim.phone;

import org.jspecify.annotations.NullMarked;
