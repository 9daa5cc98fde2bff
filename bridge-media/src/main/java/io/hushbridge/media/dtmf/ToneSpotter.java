package io.hushbridge.media.dtmf;

import java.util.function.IntConsumer;

/// Finds key tones in one talker's audio (8 kHz, linear), for two ends with two measures:
/// - **Masking** is eager. Two likely windows in a row with the same tone pair (16 ms of tone
///   always, 10 ms nearly so) mark audio as holding a tone, with every plausible piece within 60 ms
///   before and behind and 20 ms more on both sides, so that the marked stretch begins before the
///   tone's first sample whatever its phase against the blocks. To silence a little speech costs
///   nothing; 1.5 ms of tone tell the key.
/// - **Counting** is careful, towards ITU-T Q.24: six sure windows in a row and both frequencies
///   within 2.2 %, so that a tone of 36 ms counts and one of 23 ms does not; a break of up to 20 ms
///   is none, one of 40 ms is.
///
/// Of the keys it knows the present one only. Event loop only; allocates nothing per packet.
public final class ToneSpotter {
  /// How far behind the newest sample a stretch must lie for `touches` to have the last word on it.
  public static final int LOOK_AHEAD_SAMPLES = 960;

  private static final int GUARD = 160;
  private static final int VICINITY = 480;
  private static final int BREAK = 240;
  private static final int MASK_RUN = 2;
  private static final int COUNT_RUN = 6;

  private final IntConsumer onPress;
  private final ToneWindow window = new ToneWindow();
  private final Spans spans = new Spans();
  private final Run sure = new Run();
  private final Run likely = new Run();
  private boolean any;
  private long position;
  private long gapFrom;
  private long gapTo;
  private long plausible; // one bit for each window, the newest lowest
  private long likelyEnd;
  private int pressKey;
  private long pressEnd;
  private long presses;

  /// A spotter for one talker.
  ///
  /// @param onPress told the telephone-event code of each press when it is counted, inside `hear`
  public ToneSpotter(IntConsumer onPress) {
    this.onPress = onPress;
  }

  /// Takes the next audio. Where it does not join what came before, the audio between counts as
  /// lost; where it begins before that, everything begins anew but the count.
  ///
  /// @param firstSample position of the first sample, counted at 8 kHz from any beginning
  /// @param length how many samples of `pcm` there are
  public void hear(long firstSample, short[] pcm, int length) {
    if (!any || firstSample < position) {
      begin(firstSample);
    } else if (firstSample > position) {
      lose(firstSample);
    }
    for (int i = 0; i < length; i++) {
      position++;
      if (window.takes(pcm[i])) {
        judge(position - ToneWindow.LENGTH);
      }
    }
  }

  private void begin(long firstSample) {
    any = true;
    spans.clear();
    pressKey = -1;
    likelyEnd = firstSample - 2 * VICINITY;
    position = firstSample;
    lose(firstSample);
  }

  /// A stretch that reaches the lost audio reaches over it, for its tone may have gone on inside.
  private void lose(long firstSample) {
    gapFrom = position;
    gapTo = firstSample;
    if (spans.end() >= gapFrom) {
      spans.add(gapFrom, gapTo + 2 * GUARD);
    }
    position = firstSample;
    window.clear();
    plausible = 0;
    sure.clear();
    likely.clear();
  }

  private void judge(long start) {
    sure.takes(window.key(Likeness.SURE));
    if (sure.length == 1) {
      window.beginTuning();
    }
    likely.takes(window.key(Likeness.LIKELY));
    boolean maybe = window.key(Likeness.PLAUSIBLE) >= 0;
    plausible = plausible << 1 | (maybe ? 1 : 0);
    if (sure.key >= 0) {
      count(start);
    }
    if (likely.key >= 0 && likely.length >= MASK_RUN) {
      likelyEnd = position;
      mark(earliestPlausible(start));
    } else if (maybe && start - likelyEnd <= VICINITY) {
      mark(start);
    }
  }

  private void count(long start) {
    if (sure.key == pressKey && start - pressEnd <= BREAK) {
      pressEnd = position;
    } else if (sure.length >= COUNT_RUN && window.inTune()) {
      pressKey = sure.key;
      pressEnd = position;
      presses++;
      onPress.accept(pressKey);
    }
  }

  /// Start of the earliest plausible window in the vicinity of this one.
  private long earliestPlausible(long start) {
    int near = MASK_RUN + VICINITY / ToneWindow.BLOCK;
    long seen = plausible & (-1L >>> (Long.SIZE - near));
    int windowsBack = Long.SIZE - 1 - Long.numberOfLeadingZeros(seen);
    return start - (long) windowsBack * ToneWindow.BLOCK;
  }

  /// Marks audio up to now. At the edge of lost audio a piece of tone may be too short to see, so a
  /// stretch that begins there begins before the loss.
  private void mark(long start) {
    long from = start - GUARD;
    if (from <= gapTo) {
      from = Math.min(from, gapFrom - 2 * GUARD);
    }
    spans.add(from, position + GUARD);
  }

  /// Whether any tone lies in the samples from `fromSample` up to, not including, `toSample`. The
  /// last word once `LOOK_AHEAD_SAMPLES` from `toSample` on have been heard.
  public boolean touches(long fromSample, long toSample) {
    return spans.touch(fromSample, toSample);
  }

  /// How many presses there have been.
  public long presses() {
    return presses;
  }

  /// Windows in a row with the same key.
  private static final class Run {
    private int key = -1;
    private int length;

    void takes(int next) {
      length = next == key ? length + 1 : 1;
      key = next;
    }

    void clear() {
      key = -1;
      length = 0;
    }
  }
}
