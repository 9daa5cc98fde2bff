package io.hushbridge.sim.phone;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// What a phone sends, packet interval by packet interval.
sealed interface Utterance {
  /// What goes out in one interval.
  ///
  /// @param startedTicksAgo 0 in the timestamp's own interval; more for a key whose timestamp stays
  ///   that of its beginning
  @SuppressWarnings("ArrayRecordComponent") // nobody compares or keeps parts
  record Part(boolean key, boolean begins, int startedTicksAgo, byte[] payload) {}

  /// The next interval's part; empty at the end.
  Optional<Part> next();

  /// Completed at the end; cancelled where it is cut short.
  CompletableFuture<Void> done();

  /// Audio.
  final class Speech implements Utterance {
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Sound sound;
    private int frame;

    Speech(Sound sound) {
      this.sound = sound;
    }

    @Override
    public Optional<Part> next() {
      return frame == sound.frames()
          ? Optional.empty()
          : Optional.of(new Part(false, false, 0, sound.frame(frame++)));
    }

    @Override
    public CompletableFuture<Void> done() {
      return done;
    }
  }

  /// One key as a telephone-event (RFC 4733 §2.5.1): an update each interval, and its end three
  /// times.
  final class Press implements Utterance {
    private static final int ENDS = 3;
    private static final int END_BIT = 0x80;
    private static final int VOLUME = 10;

    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final int event;
    private final int ticks;
    private int sent;

    Press(char key, int ticks) {
      this.event = KeyEar.KEYS.indexOf(key);
      this.ticks = ticks;
      if (event < 0) {
        throw new IllegalArgumentException("not a key");
      }
    }

    @Override
    public Optional<Part> next() {
      if (sent == ticks - 1 + ENDS) {
        return Optional.empty();
      }
      boolean end = sent >= ticks - 1;
      int duration = Math.min(sent + 1, ticks) * Sound.FRAME;
      byte[] payload =
          ByteBuffer.allocate(4)
              .put((byte) event)
              .put((byte) (VOLUME | (end ? END_BIT : 0)))
              .putShort((short) duration)
              .array();
      return Optional.of(new Part(true, sent == 0, sent++, payload));
    }

    @Override
    public CompletableFuture<Void> done() {
      return done;
    }
  }
}
