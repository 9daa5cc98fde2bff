package io.hushbridge.sim.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A call's SIP as text: one line a message, one column a far end, the bridge in the middle of all.
final class Ladder {
  private static final int WIDTH = 24;

  private Ladder() {}

  static String of(List<SipMessage> messages) {
    var text = new StringBuilder("  seconds  ");
    for (Party party : Party.values()) {
      text.append(pad("bridge - " + party.label(), WIDTH + 2));
    }
    text.append('\n');
    for (SipMessage message : messages) {
      text.append(line(message, messages.getFirst().at())).append('\n');
    }
    return text.toString();
  }

  private static String line(SipMessage message, Instant begin) {
    double seconds = Duration.between(begin, message.at()).toMillis() / 1000.0;
    var line = new StringBuilder("%9.3f  ".formatted(seconds));
    line.repeat(' ', List.of(Party.values()).indexOf(message.party()) * (WIDTH + 2));
    line.append(arrow(message));
    line.repeat(' ', Math.max(1, 11 + Party.values().length * (WIDTH + 2) - line.length()));
    return line.append(said(message)).toString();
  }

  private static String arrow(SipMessage message) {
    String what = message.isReinvite() ? "re-INVITE" : message.line();
    String label = what.length() > WIDTH - 5 ? what.substring(0, WIDTH - 5) : what;
    String dashes = "-".repeat(WIDTH - 3 - label.length());
    return message.fromBridge() ? "--" + label + dashes + ">" : "<" + dashes + label + "--";
  }

  private static String said(SipMessage message) {
    String directions = message.media().map(sdp -> String.join(" ", sdp.directions())).orElse("");
    String outcome =
        message.header("x-hush-outcome").map(text -> "  X-Hush-Outcome: " + text).orElse("");
    return "%s  %s%s".formatted(pad(message.cseq(), 12), directions, outcome).stripTrailing();
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
