/// Key presses: telephone events (RFC 4733) and tones in the audio (ITU-T Q.23, Q.24).
@NullMarked
package io.hushbridge.media.dtmf;

import org.jspecify.annotations.NullMarked;
