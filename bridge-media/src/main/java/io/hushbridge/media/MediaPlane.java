package io.hushbridge.media;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;

/// All audio of this process: a few event loops, a range of UDP ports, and the calls on them. Any
/// thread.
public final class MediaPlane implements AutoCloseable {
  private final MultiThreadIoEventLoopGroup loops;
  private final Verdicts verdicts = new Verdicts();
  private final PortRange range;
  private final SecureRandom random = new SecureRandom();

  private MediaPlane(MediaSettings settings, boolean epoll) {
    IoHandlerFactory handlers = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    loops =
        new MultiThreadIoEventLoopGroup(
            settings.loops(), new DefaultThreadFactory("media", true), handlers);
    range =
        new PortRange(
            settings, epoll ? EpollDatagramChannel.class : NioDatagramChannel.class, verdicts);
  }

  /// Starts the event loops (epoll, or NIO where there is none). Opens no port yet.
  public static MediaPlane open(MediaSettings settings) {
    return open(settings, Epoll.isAvailable());
  }

  static MediaPlane open(MediaSettings settings, boolean epoll) {
    return new MediaPlane(settings, epoll);
  }

  /// A call's audio on one event loop.
  ///
  /// @param events told on that loop; must return at once
  public MediaCall newCall(MediaEvents events) {
    return new LoopCall(new CallLoop(loops.next()), range, verdicts, events, random);
  }

  /// Pairs of ports open now, and packets by verdict since the start.
  public MediaCounts counts() {
    return new MediaCounts(range.open(), verdicts.byName());
  }

  /// Closes every port and ends the loops.
  @Override
  public void close() {
    loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
