package io.hushbridge.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A far end on a bare UDP socket, that writes its messages by hand: it says what the test wants
/// said, right or wrong, and shares no code with ours.
final class Peer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

  private final DatagramSocket socket;
  private final InetSocketAddress line;
  private String callId = "peer-" + System.nanoTime();
  private int branches;
  String ownTag = "peertag";
  String theirTag = "";

  /// Of a call with our listener on this port.
  Peer(int port) {
    try {
      socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
      line = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where it is dialled.
  String uri() {
    return "sip:peer@127.0.0.1:" + socket.getLocalPort();
  }

  void say(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      socket.send(new DatagramPacket(bytes, bytes.length, line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A request in its own call, with a fresh branch.
  ///
  /// @param headers whole lines, each with its line end
  String request(String method, int sequence, String headers, String body) {
    branches++;
    return request(method, sequence, "z9hG4bK" + callId + branches, headers, body);
  }

  String request(String method, int sequence, String branch, String headers, String body) {
    return method
        + " sip:0800@127.0.0.1:%d SIP/2.0\r\n".formatted(line.getPort())
        + "Via: SIP/2.0/UDP 127.0.0.1:%d;rport;branch=%s\r\n"
            .formatted(socket.getLocalPort(), branch)
        + "From: <sip:alice@peer.invalid>;tag=%s\r\n".formatted(ownTag)
        + "To: <sip:0800@line.invalid>%s\r\n"
            .formatted(theirTag.isEmpty() ? "" : ";tag=" + theirTag)
        + "Call-ID: %s\r\nCSeq: %d %s\r\n".formatted(callId, sequence, method)
        + "Contact: <%s>\r\nMax-Forwards: 70\r\n".formatted(uri())
        + headers
        + content(body);
  }

  private static String content(String body) {
    return (body.startsWith("v=0") ? "Content-Type: application/sdp\r\n" : "")
        + "Content-Length: %d\r\n\r\n%s".formatted(body.length(), body);
  }

  /// A response to one of ours.
  String response(RawMessage request, String status, String headers, String body) {
    StringBuilder text = new StringBuilder("SIP/2.0 " + status + "\r\n");
    for (String copied : new String[] {"Via", "From", "Call-ID", "CSeq"}) {
      request.lines(copied).forEach(header -> text.append(header).append("\r\n"));
    }
    String to = request.lines("To").getFirst();
    text.append(to)
        .append(request.tag("To").isEmpty() && !status.startsWith("100") ? ";tag=" + ownTag : "")
        .append("\r\n");
    return text.append("Contact: <%s>\r\n".formatted(uri()))
        .append(headers)
        .append(content(body))
        .toString();
  }

  void reply(RawMessage request, String status) {
    reply(request, status, "", "");
  }

  void reply(RawMessage request, String status, String headers, String body) {
    say(response(request, status, headers, body));
  }

  /// The next message of this kind (`INVITE`, `200`); those before it are let pass.
  RawMessage hears(String start) {
    long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
    StringBuilder passed = new StringBuilder();
    while (System.nanoTime() - deadlineNanos < 0) {
      RawMessage message = next(PATIENCE);
      if (message != null && message.is(start)) {
        return message;
      }
      passed.append(message == null ? "" : message.firstLine() + "; ");
    }
    throw new AssertionError("did not hear " + start + ", but: " + passed);
  }

  /// Says something until it is answered, as a UAC does whose request has got no answer.
  RawMessage insists(String text, String answer) {
    for (int i = 0; i < 20; i++) {
      say(text);
      for (RawMessage got = next(HALF_A_SECOND); got != null; got = next(HALF_A_SECOND)) {
        if (got.is(answer)) {
          return got;
        }
      }
    }
    throw new AssertionError("no " + answer + " although it was said twenty times");
  }

  /// Whatever comes within a while.
  @Nullable RawMessage next(Duration wait) {
    byte[] buffer = new byte[65_535];
    DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
    try {
      socket.setSoTimeout((int) Math.max(1, wait.toMillis()));
      socket.receive(packet);
    } catch (SocketTimeoutException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RawMessage(new String(buffer, 0, packet.getLength(), StandardCharsets.UTF_8));
  }

  /// How many messages of a kind come within a while.
  int countWithin(String start, Duration wait) {
    long deadlineNanos = System.nanoTime() + wait.toNanos();
    int count = 0;
    for (long left = wait.toNanos(); left > 0; left = deadlineNanos - System.nanoTime()) {
      RawMessage message = next(Duration.ofNanos(left));
      count += message != null && message.is(start) ? 1 : 0;
    }
    return count;
  }

  /// Our INVITE; what the peer asks later is in that call.
  RawMessage isCalled() {
    RawMessage invite = hears("INVITE");
    theirTag = invite.tag("From");
    callId = invite.header("Call-ID");
    return invite;
  }

  /// Answers a call of ours, up to our ACK.
  RawMessage answers() {
    RawMessage invite = isCalled();
    reply(invite, "200 OK", "", Line.sdp("sendrecv"));
    hears("ACK");
    return invite;
  }

  /// Calls us, with SDP.
  RawMessage invites() {
    String invite = request("INVITE", 1, "", Line.sdp("sendrecv"));
    say(invite);
    return new RawMessage(invite);
  }

  /// Acknowledges our 200.
  void acknowledges(int sequence, String body) {
    say(request("ACK", sequence, "", body));
  }

  /// Calls us and is answered, up to its ACK.
  Party isTakenBy(Line line) {
    invites();
    Party party = line.taken();
    party.leg().answer(Line.ANSWER);
    theirTag = hears("200").tag("To");
    acknowledges(1, "");
    party.next(SipEvent.Acknowledged.class);
    return party;
  }

  @Override
  public void close() {
    socket.close();
  }
}
