package io.hushbridge.control;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What has been opened, closed the other way round; one that fails to close keeps none of the
/// others open.
final class Closers implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Closers.class);
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  <T extends AutoCloseable> T add(T door) {
    opened.push(door);
    return door;
  }

  @Override
  public void close() {
    while (!opened.isEmpty()) {
      AutoCloseable door = opened.pop();
      try {
        door.close();
      } catch (Exception stuck) {
        log.error("{} did not close", door.getClass().getSimpleName(), stuck);
      }
    }
  }
}
