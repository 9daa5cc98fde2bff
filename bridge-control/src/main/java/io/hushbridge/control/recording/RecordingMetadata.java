package io.hushbridge.control.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushbridge.control.call.Call;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What a recorder is told about a call: who speaks in which stream (RFC 7865). While paused each
/// speaker is disassociated from the stream (§6.8), so that a recording explains its own silence.
///
/// @param callId ours; the ids of the call's legs are none of the recorder's business
/// @param id of the session, 16 bytes in base64 (§6.10), like every id in here
/// @param speakingSince when they began to be heard, or began again
record RecordingMetadata(
    String callId,
    String id,
    List<Speaker> speakers,
    Instant begun,
    Instant speakingSince,
    Optional<Instant> pausedAt) {
  private static final int ID_BYTES = 16;

  /// Somebody who is recorded.
  ///
  /// @param address of record, a SIP URI
  /// @param label of the stream's m-line
  record Speaker(String id, String name, String address, String streamId, String label) {}

  /// A call that begins to be recorded now.
  ///
  /// @param labels of the streams of caller and agent
  /// @param host of the speakers' addresses: ours, whatever theirs is
  static RecordingMetadata of(
      Call call, List<String> labels, String host, Instant now, RandomGenerator random) {
    List<Speaker> speakers =
        List.of(
            speaker("caller", address(call.callerNumber(), host), labels.getFirst(), random),
            speaker("agent", address(call.dialled(), host), labels.getLast(), random));
    return new RecordingMetadata(call.id(), id(random), speakers, now, now, Optional.empty());
  }

  private static Speaker speaker(
      String name, String address, String label, RandomGenerator random) {
    return new Speaker(id(random), name, address, id(random), label);
  }

  /// A user part may hold anything; `+` stays plain there (RFC 3261 §25.1), as numbers begin with
  /// it.
  private static String address(String user, String host) {
    String known = user.isBlank() ? "anonymous" : user;
    String escaped = URLEncoder.encode(known, UTF_8).replace("+", "%20").replace("%2B", "+");
    return "sip:" + escaped + "@" + (host.contains(":") ? "[" + host + "]" : host);
  }

  private static String id(RandomGenerator random) {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /// They are heard again from now on.
  RecordingMetadata speakingFrom(Instant now) {
    return new RecordingMetadata(callId, id, speakers, begun, now, Optional.empty());
  }

  /// Nobody is heard from now on, or since before.
  RecordingMetadata pausedFrom(Instant now) {
    Optional<Instant> since = pausedAt.or(() -> Optional.of(now));
    return new RecordingMetadata(callId, id, speakers, begun, speakingSince, since);
  }

  /// A complete snapshot, as `application/rs-metadata+xml`.
  String xml() {
    return MetadataXml.of(this);
  }
}
