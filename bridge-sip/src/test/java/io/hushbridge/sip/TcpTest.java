package io.hushbridge.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.sip.SipEvent.By;
import io.hushbridge.sip.SipEvent.Ended;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What only a stream can do.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TcpTest {
  private Line line;

  @BeforeAll
  void open() throws SipFailure {
    line = Line.open();
  }

  @AfterAll
  void close() {
    line.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbage\r\n\r\n",
        "OPTIONS sip:x@y SIP/2.0\r\nContent-Length: 99999999\r\n\r\n",
        "OPTIONS sip:x@y SIP/2.0\r\nCSeq: evil<words>\r\nContent-Length: 0\r\n\r\n",
        "OPTIONS"
      })
  void noiseOnOneConnectionDoesNoHarmToOthers(String noise) throws IOException {
    try (Socket noisy = connect();
        Socket other = connect()) {
      write(noisy, noise);
      write(other, options());
      assertThat(readHead(other)).startsWith("SIP/2.0 200");
    }
  }

  @Test
  void aMessageInPiecesAndTwoAtOnceAreRead() throws IOException {
    try (Socket socket = connect()) {
      String first = options();
      write(socket, first.substring(0, 40));
      write(socket, first.substring(40) + options());
      assertThat(readHead(socket)).startsWith("SIP/2.0 200");
      assertThat(readHead(socket)).startsWith("SIP/2.0 200");
    }
  }

  @Test
  void aCallWhosePeerIsGoneIsHungUpAllTheSame() throws Exception {
    Party party;
    try (Socket socket = connect()) {
      write(socket, request("INVITE", Line.sdp("sendrecv")));
      party = line.taken();
      party.leg().ring();
      assertThat(readHead(socket)).startsWith("SIP/2.0 100");
    }
    party.leg().answer(Line.ANSWER);
    party.hangUp();
    assertThat(party.next(Ended.class).by()).isEqualTo(By.US);
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), line.endpoint.port("near"));
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static String options() {
    return request("OPTIONS", "");
  }

  private static String request(String method, String body) {
    long unique = System.nanoTime();
    return method
        + " sip:x@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/TCP 127.0.0.1:9;branch=z9hG4bK"
        + unique
        + "\r\nFrom: <sip:a@b>;tag=1\r\nTo: <sip:x@y>\r\nCall-ID: "
        + unique
        + "\r\nCSeq: 1 "
        + method
        + "\r\nContact: <sip:a@127.0.0.1:9;transport=tcp>\r\nMax-Forwards: 70\r\n"
        + (body.isEmpty() ? "" : "Content-Type: application/sdp\r\n")
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  /// One message without a body.
  private static String readHead(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int read = in.read();
      if (read < 0) {
        throw new AssertionError("the connection was closed after: " + head);
      }
      head.append((char) read);
    }
    return head.toString();
  }
}
