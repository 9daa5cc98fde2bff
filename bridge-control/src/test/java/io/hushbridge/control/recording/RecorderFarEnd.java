package io.hushbridge.control.recording;

import io.hushbridge.sip.Invited;
import io.hushbridge.sip.Leg;
import io.hushbridge.sip.LegEvents;
import io.hushbridge.sip.SipBody;
import io.hushbridge.sip.SipEvent;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/// A recorder over sockets (the SRS of RFC 7866), which reads what it is sent with a few patterns
/// of its own. Any thread.
final class RecorderFarEnd implements AutoCloseable {
  private static final Pattern DIRECTION = Pattern.compile("(?m)^a=(sendonly|inactive)\r?$");
  private static final int MARKER_BYTES = 1;
  final BlockingQueue<Invited> invitations = new LinkedBlockingQueue<>();
  final BlockingQueue<SipEvent> events = new LinkedBlockingQueue<>();
  final List<Packet> heard = new CopyOnWriteArrayList<>();
  private final List<DatagramSocket> sockets;
  private final BlockingQueue<Leg> legs = new LinkedBlockingQueue<>();
  private final Semaphore markers = new Semaphore(0);
  private volatile boolean insists;

  /// An RTP packet (RFC 3550 §5.1).
  record Packet(int stream, int payloadType, int sequence, int ssrc, byte first) {}

  private RecorderFarEnd(List<DatagramSocket> sockets) {
    this.sockets = sockets;
    for (int i = 0; i < sockets.size(); i++) {
      int stream = i;
      Thread.ofVirtual().start(() -> hear(stream));
    }
  }

  static RecorderFarEnd listening() throws IOException {
    InetAddress here = InetAddress.ofLiteral("127.0.0.1");
    return new RecorderFarEnd(List.of(new DatagramSocket(0, here), new DatagramSocket(0, here)));
  }

  /// From now on it answers every offer `recvonly`.
  void insistsOnRecording() {
    insists = true;
  }

  Leg leg() throws InterruptedException {
    return legs.take();
  }

  LegEvents invited(Leg leg, Invited invited) {
    invitations.add(invited);
    legs.add(leg);
    leg.answer(answerTo(invited.offer().orElseThrow()));
    return event -> {
      if (event instanceof SipEvent.Reoffered(var offer, _)) {
        leg.acceptReoffer(answerTo(offer.orElseThrow()));
      }
      events.add(event);
    };
  }

  private SipBody answerTo(SipBody offer) {
    boolean inactive =
        DIRECTION.matcher(offer.content()).results().allMatch(it -> it.group(1).equals("inactive"));
    return sdp(inactive && !insists ? "inactive" : "recvonly");
  }

  SipBody sdp(String direction) {
    StringBuilder sdp =
        new StringBuilder(
            "v=0\r\no=srs 9 9 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n");
    for (DatagramSocket socket : sockets) {
      sdp.append("m=audio %d RTP/AVP 0\r\na=%s\r\n".formatted(socket.getLocalPort(), direction));
    }
    return SipBody.sdp(sdp.toString());
  }

  /// What had been sent to us before we were asked: it is all heard once a packet of our own that
  /// came behind it is heard.
  List<Packet> heardByNow() throws IOException, InterruptedException {
    for (DatagramSocket socket : sockets) {
      byte[] marker = new byte[MARKER_BYTES];
      socket.send(new DatagramPacket(marker, marker.length, socket.getLocalSocketAddress()));
    }
    markers.acquire(sockets.size());
    return List.copyOf(heard);
  }

  private void hear(int stream) {
    var datagram = new DatagramPacket(new byte[2000], 2000);
    try {
      while (true) {
        sockets.get(stream).receive(datagram);
        if (datagram.getLength() == MARKER_BYTES) {
          markers.release();
          continue;
        }
        ByteBuffer rtp = ByteBuffer.wrap(datagram.getData(), 0, datagram.getLength());
        heard.add(
            new Packet(
                stream, rtp.get(1) & 0x7f, rtp.getShort(2) & 0xffff, rtp.getInt(8), rtp.get(12)));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  @Override
  public void close() {
    sockets.forEach(DatagramSocket::close);
  }
}
