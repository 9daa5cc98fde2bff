package io.hushbridge.media.dtmf;

import java.util.function.IntConsumer;

/// Finds key tones in one talker's audio (8 kHz, linear), for two ends with two measures:
/// - **Masking** is eager. Three windows in a row with the same tone pair (24 ms of tone always,
///   from 12 ms on often) mark audio as holding a tone, with every plausible piece within 60 ms
///   before and behind and 20 ms more on both sides, so that the marked stretch begins before the
///   tone's first sample whatever its phase against the blocks. Silencing a little speech costs
///   nothing; 1.5 ms of tone tell the key.
/// - **Counting** is careful, towards ITU-T Q.24: six windows in a row, so a tone of 36 ms counts
///   and one of 23 ms does not; a break of up to 20 ms is none, one of 40 ms is.
///
/// Of the keys it knows the present one only. Event loop only; allocates nothing per packet.
public final class ToneSpotter {
  /// How far behind the newest sample a stretch must lie before `touches` has the last word on it.
  public static final int LOOK_AHEAD_SAMPLES = 960;

  private static final int GUARD = 160;
  private static final int VICINITY = 480;
  private static final int BREAK = 240;
  private static final int MASK_RUN = 3;
  private static final int COUNT_RUN = 6;

  private final IntConsumer onPress;
  private final ToneWindow window = new ToneWindow();
  private final Spans spans = new Spans();
  private boolean any;
  private long position;
  private long gapFrom;
  private long gapTo;
  private long plausible;
  private int runKey = -1;
  private int runLength;
  private int pressKey = -1;
  private long pressEnd;
  private long sureEnd;
  private long presses;

  /// A spotter for one talker.
  ///
  /// @param onPress told the telephone-event code of each press when it is counted, inside `hear`
  public ToneSpotter(IntConsumer onPress) {
    this.onPress = onPress;
  }

  /// Takes the next audio. Where it does not join what came before, the audio between counts as
  /// lost; where it begins before it, everything begins anew, but for the count.
  ///
  /// @param firstSample position of the first sample, counted at 8 kHz from any beginning
  /// @param length how many samples of `pcm` there are
  public void hear(long firstSample, short[] pcm, int length) {
    if (!any || firstSample != position) {
      jump(firstSample);
    }
    for (int i = 0; i < length; i++) {
      position++;
      if (window.takes(pcm[i])) {
        judge(position - ToneWindow.LENGTH);
      }
    }
  }

  private void jump(long firstSample) {
    if (!any || firstSample < position) {
      spans.clear();
      pressKey = -1;
      gapFrom = firstSample;
      sureEnd = firstSample - 2 * VICINITY;
    } else {
      gapFrom = position;
      if (spans.end() >= gapFrom) {
        spans.add(gapFrom, firstSample + 2 * GUARD);
      }
    }
    any = true;
    gapTo = firstSample;
    position = firstSample;
    window.clear();
    plausible = 0;
    runKey = -1;
    runLength = 0;
  }

  private void judge(long start) {
    int key = window.key();
    plausible = plausible << 1 | (window.plausible() ? 1 : 0);
    runLength = key == runKey ? runLength + 1 : 1;
    runKey = key;
    if (key >= 0) {
      count(key, start);
      if (runLength >= MASK_RUN) {
        sureEnd = position;
        mark(earliestPlausible(start));
      }
    }
    if ((plausible & 1) != 0 && start - sureEnd <= VICINITY) {
      mark(start);
    }
  }

  /// Start of the earliest plausible window near the present run.
  private long earliestPlausible(long start) {
    int near = Math.min(runLength + VICINITY / ToneWindow.BLOCK, Long.SIZE);
    long seen = plausible & (-1L >>> (Long.SIZE - near));
    int windowsBack = Long.SIZE - 1 - Long.numberOfLeadingZeros(seen);
    return start - (long) windowsBack * ToneWindow.BLOCK;
  }

  /// Marks audio up to now. A loss of packets hides what lies at its edges, so a stretch that comes
  /// near one is drawn to its far side.
  private void mark(long start) {
    long from = start - GUARD;
    if (from <= gapTo) {
      from = Math.min(from, gapFrom - 2 * GUARD);
    }
    spans.add(from, position + GUARD);
  }

  private void count(int key, long start) {
    if (key == pressKey && start - pressEnd <= BREAK) {
      pressEnd = position;
    } else if (runLength == COUNT_RUN) {
      pressKey = key;
      pressEnd = position;
      presses++;
      onPress.accept(key);
    }
  }

  /// Whether any tone lies in the samples from `fromSample` up to, not including, `toSample`. The
  /// last word once `LOOK_AHEAD_SAMPLES` behind `toSample` have been heard.
  public boolean touches(long fromSample, long toSample) {
    return spans.touch(fromSample, toSample);
  }

  /// How many presses there have been.
  public long presses() {
    return presses;
  }
}
