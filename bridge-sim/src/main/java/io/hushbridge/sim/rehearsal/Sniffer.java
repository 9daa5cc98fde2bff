package io.hushbridge.sim.rehearsal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hushbridge.sim.Places;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Takes down everything the bridge says and hears, by dumpcap. A mark sent through the loopback
/// tells when the capture has begun, and at the end that nothing before the mark is still to come.
final class Sniffer implements AutoCloseable {
  private static final Pattern ALL_CAUGHT = Pattern.compile("received/dropped[^\n]*: \\d+/0 ");
  private static final int TAIL = 65536;
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Process dumpcap;
  private final Path file;
  private final Path log;
  private final Doors doors;

  private Sniffer(Process dumpcap, Path file, Path log, Doors doors) {
    this.dumpcap = dumpcap;
    this.file = file;
    this.log = log;
    this.doors = doors;
  }

  /// Begins to capture.
  ///
  /// @param file where the packets go
  /// @throws IOException when nothing can be captured; the message says what dumpcap said
  static Sniffer on(Path file, Doors doors) throws IOException {
    Path log = file.resolveSibling("dumpcap.log");
    Process dumpcap =
        new ProcessBuilder(
                "dumpcap", "-q", "-i", "lo", "-B", "16", "-f", filter(doors), "-w", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    var sniffer = new Sniffer(dumpcap, file, log, doors);
    try {
      sniffer.awaitMark();
    } catch (IOException failed) {
      dumpcap.destroyForcibly();
      throw failed;
    }
    return sniffer;
  }

  private static String filter(Doors doors) {
    Places places = doors.places();
    return Stream.concat(
            Stream.of(
                "udp port " + places.bridgeSip(),
                "udp portrange " + doors.mediaLow() + "-" + doors.mediaHigh()),
            IntStream.of(places.bridgeHttp(), doors.callbacks(), places.pciPal(), places.events())
                .mapToObj(port -> "tcp port " + port))
        .collect(Collectors.joining(" or "));
  }

  /// Ends the capture; everything sent before is in the file.
  ///
  /// @throws IOException when a packet was lost on the way, since the verdicts would be worthless
  @Override
  public void close() throws IOException {
    try {
      awaitMark();
    } finally {
      end();
    }
    String said = Files.readString(log);
    if (!ALL_CAUGHT.matcher(said).find()) {
      throw new IOException("packets were lost in the capture: " + said.strip());
    }
  }

  private void end() throws IOException {
    dumpcap.destroy();
    try {
      if (!dumpcap.waitFor(10, TimeUnit.SECONDS)) {
        dumpcap.destroyForcibly();
        throw new IOException("dumpcap did not end");
      }
    } catch (InterruptedException stopped) {
      dumpcap.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void awaitMark() throws IOException {
    byte[] mark = ("mark-" + HexFormat.of().toHexDigits(System.nanoTime())).getBytes(ISO_8859_1);
    long deadline = System.nanoTime() + LIMIT_NANOS;
    try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      socket.setSoTimeout(20);
      while (!caught(mark)) {
        if (!dumpcap.isAlive() || System.nanoTime() > deadline) {
          throw new IOException("dumpcap captures nothing: " + Files.readString(log).strip());
        }
        sendFrom(socket, mark);
      }
    }
  }

  /// To the last media port, an RTCP one that the bridge comes to last.
  private void sendFrom(DatagramSocket socket, byte[] mark) throws IOException {
    socket.send(
        new DatagramPacket(mark, mark.length, InetAddress.getLoopbackAddress(), doors.mediaHigh()));
    try {
      socket.receive(new DatagramPacket(new byte[1], 1));
    } catch (java.net.SocketTimeoutException aMomentLater) {
      // nobody answers a mark: this is how a moment passes
    }
  }

  private boolean caught(byte[] mark) throws IOException {
    if (Files.notExists(file)) {
      return false;
    }
    try (var taken = FileChannel.open(file)) {
      var tail = ByteBuffer.allocate(TAIL);
      taken.read(tail, Math.max(0, taken.size() - TAIL));
      return new String(tail.array(), ISO_8859_1).contains(new String(mark, ISO_8859_1));
    }
  }
}
