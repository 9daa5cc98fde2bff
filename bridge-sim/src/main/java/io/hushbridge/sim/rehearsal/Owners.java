package io.hushbridge.sim.rehearsal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Whose a media port of the bridge is, by the SDP that named it. A port may serve one leg after
/// another, so the latest naming before a packet counts.
final class Owners {
  /// The leg of a port that no SDP has named.
  static final String STRANGERS = "strangers";

  private final Map<Integer, TreeMap<Instant, Party>> namings = new HashMap<>();
  private final Map<String, TreeSet<Integer>> eventTypes = new HashMap<>();

  Owners(List<SipMessage> messages) {
    messages.forEach(message -> message.media().ifPresent(sdp -> take(message, sdp)));
  }

  private void take(SipMessage message, SipMessage.SdpSeen sdp) {
    eventTypes
        .computeIfAbsent(message.party().label(), _ -> new TreeSet<>())
        .addAll(sdp.eventTypes());
    if (message.fromBridge()) {
      for (int port : sdp.ports()) {
        namings.computeIfAbsent(port, _ -> new TreeMap<>()).put(message.at(), message.party());
      }
    }
  }

  String of(int port, Instant at) {
    TreeMap<Instant, Party> named = namings.get(port);
    if (named == null) {
      return STRANGERS;
    }
    Map.Entry<Instant, Party> latest = named.floorEntry(at);
    return (latest == null ? named.firstEntry() : latest).getValue().label();
  }

  /// Payload types of telephone-event that a leg's SDP named.
  List<Integer> eventTypes(String leg) {
    return List.copyOf(eventTypes.getOrDefault(leg, new TreeSet<>()));
  }
}
