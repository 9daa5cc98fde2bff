package io.hushbridge.media;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.DatagramPacket;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The UDP ports we may bind, handed out in turn so that a port rests before it is used again: late
/// packets of one call must not meet the next. Any thread but an event loop.
final class PortRange {
  private static final int LONGEST_PACKET = 2048;

  private final MediaSettings settings;
  private final Class<? extends DatagramChannel> socketClass;
  private final Verdicts verdicts;
  private final ArrayDeque<Integer> resting = new ArrayDeque<>();
  private final Set<PortPair> pairs = ConcurrentHashMap.newKeySet();

  PortRange(
      MediaSettings settings, Class<? extends DatagramChannel> socketClass, Verdicts verdicts) {
    this.settings = settings;
    this.socketClass = socketClass;
    this.verdicts = verdicts;
    for (int port = settings.lowPort(); port < settings.highPort(); port += 2) {
      resting.add(port);
    }
  }

  /// Pairs bound now, by their sockets: a loop that ends closes them without telling.
  int open() {
    return (int) pairs.stream().filter(PortPair::open).count();
  }

  /// Binds the next pair that nobody has, ours or another program's.
  ///
  /// @param receiver takes what comes in on the RTP port; RTCP is counted and dropped
  PortPair bind(EventLoop loop, Receiver receiver) throws MediaFailure {
    for (int tries = size(); tries > 0; tries--) {
      int port = next();
      ChannelFuture rtp = bind(loop, port, receiver);
      ChannelFuture rtcp = bind(loop, port + 1, (_, _, _) -> verdicts.count(Verdict.RTCP));
      if (rtp.isSuccess() && rtcp.isSuccess()) {
        return opened(new PortPair(rtp.channel(), rtcp.channel()), port);
      }
      new PortPair(rtp.channel(), rtcp.channel()).close();
      rest(port);
    }
    throw new MediaFailure(
        "no free pair of ports in %d-%d".formatted(settings.lowPort(), settings.highPort()));
  }

  private ChannelFuture bind(EventLoop loop, int port, Receiver receiver) {
    return new Bootstrap()
        .group(loop)
        .channel(socketClass)
        .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(LONGEST_PACKET))
        .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
        .handler(new Handler(receiver))
        .bind(settings.bind(), port)
        .awaitUninterruptibly();
  }

  private PortPair opened(PortPair pair, int port) {
    pairs.add(pair);
    pair.rtp()
        .closeFuture()
        .addListener(
            _ ->
                pair.rtcp()
                    .closeFuture()
                    .addListener(
                        _ -> {
                          pairs.remove(pair);
                          rest(port);
                        }));
    return pair;
  }

  private synchronized int size() {
    return resting.size();
  }

  private synchronized int next() throws MediaFailure {
    Integer port = resting.pollFirst();
    if (port == null) {
      throw new MediaFailure("every pair of ports is in use");
    }
    return port;
  }

  private synchronized void rest(int port) {
    resting.addLast(port);
  }

  /// From Netty to a receiver. An error of a socket is the peer's ICMP or a full buffer: counted,
  /// and the socket stays open.
  private final class Handler extends SimpleChannelInboundHandler<DatagramPacket> {
    private final Receiver receiver;

    Handler(Receiver receiver) {
      this.receiver = receiver;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
      receiver.received(packet.content(), packet.sender(), System.nanoTime());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      verdicts.count(Verdict.UNSENT);
    }
  }
}
