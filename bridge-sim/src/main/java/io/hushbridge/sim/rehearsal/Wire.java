package io.hushbridge.sim.rehearsal;

import java.util.List;
import java.util.function.Predicate;

/// What was on the wire in one rehearsal.
///
/// @param messages all SIP, in order
/// @param streams all RTP, by leg and direction
record Wire(List<SipMessage> messages, List<Stream> streams) {
  Wire {
    messages = List.copyOf(messages);
    streams = List.copyOf(streams);
  }

  /// One direction of one leg's audio.
  ///
  /// @param leg the far end it belongs to; `strangers` where no SDP named the ports
  /// @param eventTypes payload types of telephone-event that this leg's SDP named
  /// @param packets in the order of the capture
  record Stream(String leg, boolean toFarEnd, List<Integer> eventTypes, List<RtpPacket> packets) {
    Stream {
      eventTypes = List.copyOf(eventTypes);
      packets = List.copyOf(packets);
    }

    String label() {
      return toFarEnd ? "bridge to " + leg : leg + " to bridge";
    }
  }

  Stream to(Party party) {
    return streamOf(party, true);
  }

  Stream from(Party party) {
    return streamOf(party, false);
  }

  private Stream streamOf(Party party, boolean toFarEnd) {
    return streams.stream()
        .filter(s -> s.leg().equals(party.label()) && s.toFarEnd() == toFarEnd)
        .findFirst()
        .orElseGet(() -> new Stream(party.label(), toFarEnd, List.of(), List.of()));
  }

  List<SipMessage> messages(Party party, Predicate<SipMessage> which) {
    return messages.stream().filter(m -> m.party() == party).filter(which).toList();
  }
}
