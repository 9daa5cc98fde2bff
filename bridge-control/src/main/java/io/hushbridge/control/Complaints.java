package io.hushbridge.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Everything that is wrong with a configuration, gathered so that one start tells all of it.
final class Complaints {
  private record Complaint(Place place, String key, String sentence) {
    @Override
    public String toString() {
      return key.isEmpty() ? place + ": " + sentence : place + ": " + key + ": " + sentence;
    }
  }

  private final List<Complaint> all = new ArrayList<>();

  void add(Place place, String key, String sentence) {
    all.add(new Complaint(place, key, sentence));
  }

  boolean about(String key) {
    return all.stream().anyMatch(complaint -> complaint.key().equals(key));
  }

  /// Does nothing where there is nothing to complain about.
  void raise() throws ConfigError {
    if (!all.isEmpty()) {
      all.sort(Comparator.comparingInt(complaint -> complaint.place().line()));
      throw new ConfigError(all.stream().map(Complaint::toString).toList());
    }
  }
}
