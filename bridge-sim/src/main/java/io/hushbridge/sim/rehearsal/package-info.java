/// Whole calls over real sockets, judged by what was on the wire: scenarios as data, a bridge in a
/// JVM of its own, a packet capture, and verdicts by tools that share no code with the bridge.
@NullMarked
package io.hushbridge.sim.rehearsal;

import org.jspecify.annotations.NullMarked;
