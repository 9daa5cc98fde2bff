package io.hushbridge.media.dtmf;

import java.time.Duration;
import java.util.Optional;

/// Sends keys as telephone events (RFC 4733 §2.5.1): a packet every 20 ms with the timestamp of the
/// key's beginning and a growing duration, the marker on the first, three ENDs, a gap.
///
/// It sends nothing itself: whoever ticks asks what is due. A key is forgotten when its last packet
/// has been told. Event loop only.
public final class KeySender {
  /// Time from one packet of an event to the next.
  public static final int PACKET_MILLIS = 20;

  private static final int UNITS_PER_MILLI = 8;
  private static final int ENDS = 3;
  private static final int VOLUME = 10;

  private final byte[] events;
  private final long startNanos;
  private final int tonePackets;
  private final int gapPackets;
  private int index;
  private int packet;
  private long eventStartMillis;

  /// A plan that begins now.
  ///
  /// @param keys of `0-9*#A-Da-d`
  /// @throws IllegalArgumentException for any other key; it does not say which
  public KeySender(String keys, KeyTiming timing, long startNanos) {
    events = new byte[keys.length()];
    for (int i = 0; i < events.length; i++) {
      events[i] = (byte) TelephoneEvent.eventOf(keys.charAt(i));
    }
    this.startNanos = startNanos;
    tonePackets = packets(timing.tone());
    gapPackets = packets(timing.gap());
    eventStartMillis = timing.delay().toMillis();
  }

  private static int packets(Duration length) {
    return Math.toIntExact((length.toMillis() + PACKET_MILLIS - 1) / PACKET_MILLIS);
  }

  /// What is to be sent next if its time has come; to be asked again until it has nothing, since a
  /// late tick may find several due.
  public Optional<Send> next(long nowNanos) {
    if (done() || nowNanos - startNanos < offsetMillis() * 1_000_000) {
      return Optional.empty();
    }
    int covered = Math.min(packet + 1, tonePackets);
    var event =
        new TelephoneEvent(
            events[index],
            packet + 1 >= tonePackets,
            VOLUME,
            covered * PACKET_MILLIS * UNITS_PER_MILLI);
    var send = new Send(offsetMillis(), packet == 0, event, eventStartMillis);
    advance();
    return Optional.of(send);
  }

  /// Whether everything has been told.
  public boolean done() {
    return index == events.length;
  }

  private long offsetMillis() {
    return eventStartMillis + (long) packet * PACKET_MILLIS;
  }

  private void advance() {
    packet++;
    if (packet == tonePackets + ENDS - 1) {
      events[index] = 0;
      index++;
      packet = 0;
      eventStartMillis += (long) (tonePackets + gapPackets) * PACKET_MILLIS;
    }
  }

  /// One packet.
  ///
  /// @param offsetMillis when it is due, since the plan began
  /// @param marker the RTP marker bit
  /// @param eventStartMillis when its key began, since the plan began: the RTP timestamp, at 8
  ///   units to the millisecond
  public record Send(
      long offsetMillis, boolean marker, TelephoneEvent event, long eventStartMillis) {}
}
