package io.hushbridge.walls.control.line;

import gov.nist.javax.sip.message.SIPMessage;
import io.hushbridge.walls.control.call.Flow;
import io.hushbridge.walls.sim.FakeLine;
import io.netty.buffer.ByteBuf;
import java.net.DatagramSocket;

/// Breaks walls: control that needs a simulator, JAIN SIP, Netty, a socket, and itself round a
/// corner.
public record Everything(
    FakeLine line, SIPMessage message, ByteBuf buffer, DatagramSocket socket, Flow flow) {}
