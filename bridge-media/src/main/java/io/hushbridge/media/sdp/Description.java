package io.hushbridge.media.sdp;

import java.util.List;

/// A session description, as far as we use it.
///
/// @param timing the first `t=` value; an answer repeats it (RFC 3264 §6)
/// @param sections one for each m-line, in order
record Description(String timing, List<MediaSection> sections) {}
