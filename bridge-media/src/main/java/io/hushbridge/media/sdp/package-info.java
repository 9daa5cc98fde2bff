/// Session descriptions, and offer/answer as a pure function (RFC 8866, RFC 3264).
@NullMarked
package io.hushbridge.media.sdp;

import org.jspecify.annotations.NullMarked;
