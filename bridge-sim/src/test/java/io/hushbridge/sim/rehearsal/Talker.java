package io.hushbridge.sim.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Says on the loopback what a test wants to have been said: SIP from one port to another, and RTP.
final class Talker implements AutoCloseable {
  private static final int EVENT = 101;

  private final DatagramSocket socket;
  private final int to;
  private int sequence = 1;
  private int timestamp = 1000;

  /// Opens a port.
  ///
  /// @param from our port
  /// @param to the port spoken to
  Talker(int from, int to) throws IOException {
    socket = new DatagramSocket(from, InetAddress.getLoopbackAddress());
    this.to = to;
  }

  void reinvites(int mediaPort, String direction) throws IOException {
    String sdp =
        """
        v=0
        o=- 1 1 IN IP4 127.0.0.1
        s=-
        c=IN IP4 127.0.0.1
        t=0 0
        m=audio %d RTP/AVP 0 101
        a=rtpmap:0 PCMU/8000
        a=rtpmap:101 telephone-event/8000
        a=%s
        """
            .formatted(mediaPort, direction)
            .replace("\n", "\r\n");
    String head =
        """
        INVITE sip:a@127.0.0.1 SIP/2.0
        Via: SIP/2.0/UDP 127.0.0.1:5060;branch=z9hG4bK1
        From: <sip:b@127.0.0.1>;tag=1
        To: <sip:a@127.0.0.1>;tag=2
        Call-ID: c1
        CSeq: 1 INVITE
        Contact: <sip:b@127.0.0.1>
        X-Hush-Outcome: paid; payment=p-1
        Content-Type: application/sdp
        Content-Length: %d

        """
            .formatted(sdp.length())
            .replace("\n", "\r\n");
    send((head + sdp).getBytes(UTF_8));
  }

  /// A key as telephone-event: three packets on the way, three at the end.
  void presses(int event) throws IOException {
    for (int i = 1; i <= 6; i++) {
      byte end = (byte) (i > 3 ? 0x8A : 0x0A);
      rtp(EVENT, ByteBuffer.allocate(4).put((byte) event).put(end).putShort((short) 800).array());
    }
    timestamp += 1600;
  }

  /// Mu-law in packets of 20 ms; a last one that is not full stays unsaid.
  void says(byte[] muLaw) throws IOException {
    for (int at = 0; at + 160 <= muLaw.length; at += 160) {
      rtp(0, Arrays.copyOfRange(muLaw, at, at + 160));
      timestamp += 160;
    }
  }

  private void rtp(int type, byte[] payload) throws IOException {
    send(
        ByteBuffer.allocate(12 + payload.length)
            .put((byte) 0x80)
            .put((byte) type)
            .putShort((short) sequence++)
            .putInt(timestamp)
            .putInt(4711)
            .put(payload)
            .array());
  }

  private void send(byte[] datagram) throws IOException {
    socket.send(
        new DatagramPacket(datagram, datagram.length, InetAddress.getLoopbackAddress(), to));
  }

  @Override
  public void close() {
    socket.close();
  }
}
