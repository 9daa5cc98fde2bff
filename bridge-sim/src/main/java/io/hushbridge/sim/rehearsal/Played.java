package io.hushbridge.sim.rehearsal;

import io.hushbridge.sim.Moment;
import java.nio.file.Path;
import java.util.List;

/// Everything that a rehearsal has left to be judged.
///
/// @param directory where its files are
/// @param failure what the script waited for in vain; empty where it came to its end
/// @param payment the payment as the API told it, JSON
/// @param events bodies of the External Events
/// @param metrics the last scrape, after the call
/// @param recordings what the far recorder has written
/// @param moments what the far ends did and met
/// @param journal what the bridge wrote for the record
record Played(
    Scenario scenario,
    Path directory,
    Wire wire,
    String failure,
    String payment,
    List<String> events,
    String metrics,
    List<Path> recordings,
    List<Moment> moments,
    List<Told> journal) {

  Played {
    events = List.copyOf(events);
    recordings = List.copyOf(recordings);
    moments = List.copyOf(moments);
    journal = List.copyOf(journal);
  }

  Path file(String name) {
    return directory.resolve(name);
  }

  /// The call's name, as the journal says it.
  String call() {
    return told("CallBegan").stream().map(Told::call).findFirst().orElse("none");
  }

  /// The bridge's own recording.
  Path wav() {
    return file("recordings").resolve(call() + ".wav");
  }

  List<Told> told(String event) {
    return journal.stream().filter(told -> told.is(event)).toList();
  }
}
