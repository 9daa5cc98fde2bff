package io.hushbridge.control.recording;

import io.hushbridge.control.call.Call;
import io.hushbridge.control.call.CallEvent;
import io.hushbridge.control.call.Journal;
import io.hushbridge.control.call.Role;
import io.hushbridge.media.MediaCall;
import io.hushbridge.media.PortName;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a recorder works with.
///
/// @param inbox where what happens to a recorder goes
record RecordedCall(
    Call call,
    MediaCall media,
    Consumer<CallEvent> inbox,
    Journal journal,
    RecordingMeters meters) {

  /// Whose voices are recorded, in the order of tracks and streams.
  static final List<PortName> SPEAKERS = List.of(Role.CALLER.port(), Role.AGENT.port());

  private static final Logger log = LoggerFactory.getLogger(RecordedCall.class);

  /// A recorder is gone before the call's end, or never came. The call goes on without it.
  void lost(String recorder, String why) {
    log.warn("recorder {} lost: {}", recorder, why);
    meters.lost().increment();
  }
}
