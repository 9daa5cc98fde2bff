package io.hushbridge.control.recording;

import io.hushbridge.media.Fork;
import io.hushbridge.media.ForkSink;
import io.hushbridge.media.MediaCall;
import io.hushbridge.media.MediaFailure;
import io.hushbridge.media.MediaPort;
import io.hushbridge.media.PortName;
import io.hushbridge.media.RtpFork;
import io.hushbridge.media.Wiring;
import io.hushbridge.media.sdp.Stream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A call's audio without sockets: keeps the forks that were opened, and says what they hear.
final class FakeMedia implements MediaCall {
  final List<FakeFork> forks = new ArrayList<>();
  boolean portsAreOut;

  @Override
  public MediaPort openPort(PortName name) {
    throw new UnsupportedOperationException("no recorder needs a port");
  }

  @Override
  public RtpFork openRtpFork(String name, List<PortName> speakers) throws MediaFailure {
    if (portsAreOut) {
      throw new MediaFailure("no pair of ports is free");
    }
    return kept(new FakeFork(name, speakers, Optional.empty()));
  }

  @Override
  public Fork openFork(String name, List<PortName> speakers, ForkSink sink) {
    return kept(new FakeFork(name, speakers, Optional.of(sink)));
  }

  private FakeFork kept(FakeFork fork) {
    forks.add(fork);
    return fork;
  }

  FakeFork fork(String name) {
    return forks.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  @Override
  public void switchTo(Wiring wiring) {
    throw new UnsupportedOperationException("no recorder switches");
  }

  @Override
  public void close() {
    forks.forEach(FakeFork::close);
  }

  /// A fork that counts what it passes.
  static final class FakeFork implements RtpFork {
    final Map<PortName, Stream> connected = new HashMap<>();
    private final String name;
    private final List<PortName> speakers;
    private final Optional<ForkSink> sink;
    private long passed;
    boolean closed;

    FakeFork(String name, List<PortName> speakers, Optional<ForkSink> sink) {
      this.name = name;
      this.speakers = speakers;
      this.sink = sink;
    }

    void hears(PortName speaker, long position, short... pcm) {
      passed++;
      sink.orElseThrow().heard(speaker, position, pcm);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public InetSocketAddress local(PortName speaker) {
      return new InetSocketAddress(
          InetAddress.ofLiteral("127.0.0.1"), 20_000 + 2 * speakers.indexOf(speaker));
    }

    @Override
    public void connect(PortName speaker, Stream agreed) {
      connected.put(speaker, agreed);
    }

    @Override
    public ForkCounts counts() {
      return new ForkCounts(passed, 0, 0);
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
