package io.hushbridge.sim.rehearsal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What the bridge holds of calls at a moment, as its metrics say.
///
/// @param held by the gauge's name
record Gauges(Map<String, Double> held) {
  private static final List<String> OF_CALLS =
      List.of("hushbridge_calls", "hushbridge_sip_legs", "hushbridge_media_ports");

  static Gauges in(String scrape) {
    Map<String, Double> held = new LinkedHashMap<>();
    for (String name : OF_CALLS) {
      held.put(name, value(scrape, name));
    }
    return new Gauges(held);
  }

  /// A gauge without tags; not a number where there is none of this name.
  static double value(String scrape, String name) {
    return scrape
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElse(Double.NaN);
  }

  @Override
  public String toString() {
    return held.entrySet().stream()
        .map(
            gauge ->
                "%.0f %s"
                    .formatted(
                        gauge.getValue(),
                        gauge.getKey().replaceFirst("^hushbridge_", "").replace('_', ' ')))
        .collect(Collectors.joining(", "));
  }

  boolean atRest() {
    return held.values().stream().allMatch(value -> value == 0);
  }
}
