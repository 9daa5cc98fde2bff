package io.hushbridge.media.dtmf;

/// Counts key presses in the telephone events of one talker, each once (RFC 4733 §2.5.2).
///
/// A press is told by SSRC, timestamp and event; all arithmetic on timestamps is modular. Neither
/// the marker nor an END is relied on, since peers forget the one and networks lose the other. What
/// senders do against the RFC is told apart by time:
///
/// | new timestamp, same key | is |
/// |---|---|
/// | where the last duration ended, no END yet | the next segment of a long press (§2.5.1.3) |
/// | up to 60 ms on, no END yet, or END after END | a sender that moves the timestamp in each packet |
/// | as far on as the duration has grown, no END yet | the same sender after a lost packet |
/// | any other | a new press |
///
/// A timestamp a little before the present one is a late packet of an earlier press. One far before
/// it is a sender that began a new time base, and counts.
///
/// Of the keys it knows the present one only. Event loop only.
public final class KeyReceiver {
  private static final long FORGET_NANOS = 5_000_000_000L;
  private static final int LATE_UNITS = 60 * 8000;
  private static final int RESTAMP_UNITS = 60 * 8;
  private static final int LAST_OF_SEGMENT_UNITS = 0xffff - 200 * 8;

  private boolean any;
  private int ssrc;
  private int timestamp;
  private int key;
  private int durationUnits;
  private boolean ended;
  private long heardNanos;
  private long presses;

  /// Takes one event of a packet.
  ///
  /// @param timestampUnits when the event began: the packet's, or as `TelephoneEvent.eachOf` tells
  /// @return whether a new press begins; never for an event that is no key
  public boolean heard(int ssrc, int timestampUnits, TelephoneEvent event, long nowNanos) {
    if (!event.isKey()) {
      return false;
    }
    boolean known = any && ssrc == this.ssrc && nowNanos - heardNanos <= FORGET_NANOS;
    int advance = timestampUnits - timestamp;
    if (known && advance < 0 && advance >= -LATE_UNITS) {
      return false;
    }
    boolean same = known && event.event() == key && continues(advance, event);
    remember(ssrc, timestampUnits, event, nowNanos, same);
    if (!same) {
      presses++;
    }
    return !same;
  }

  private boolean continues(int advance, TelephoneEvent event) {
    if (advance == 0) {
      return true;
    }
    if (advance < 0) {
      return false;
    }
    if (ended) {
      return event.end() && advance <= RESTAMP_UNITS;
    }
    return advance <= RESTAMP_UNITS
        || advance == event.durationUnits() - durationUnits
        || isNextSegment(advance);
  }

  /// The last packet of the segment before may have been lost, so its length is known roughly.
  private boolean isNextSegment(int advance) {
    return advance == durationUnits
        || (durationUnits >= LAST_OF_SEGMENT_UNITS && advance > durationUnits && advance <= 0xffff);
  }

  private void remember(
      int ssrc, int timestampUnits, TelephoneEvent event, long nowNanos, boolean same) {
    boolean repeated = same && timestampUnits == timestamp;
    any = true;
    this.ssrc = ssrc;
    timestamp = timestampUnits;
    key = event.event();
    durationUnits =
        repeated ? Math.max(durationUnits, event.durationUnits()) : event.durationUnits();
    ended = event.end() || (repeated && ended);
    heardNanos = nowNanos;
  }

  /// How many presses there have been.
  public long presses() {
    return presses;
  }
}
