package io.hushbridge.media;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/// A counter for each verdict. Any thread.
final class Verdicts {
  private final Map<Verdict, LongAdder> counters = new EnumMap<>(Verdict.class);

  Verdicts() {
    for (Verdict verdict : Verdict.values()) {
      counters.put(verdict, new LongAdder());
    }
  }

  void count(Verdict verdict) {
    add(verdict, 1);
  }

  void add(Verdict verdict, long packets) {
    Objects.requireNonNull(counters.get(verdict)).add(packets);
  }

  Map<String, Long> byName() {
    Map<String, Long> sums = new HashMap<>();
    counters.forEach((verdict, counter) -> sums.put(verdict.name(), counter.sum()));
    return sums;
  }
}
