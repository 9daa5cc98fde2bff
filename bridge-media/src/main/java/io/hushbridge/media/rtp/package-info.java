/// RTP headers, sequence arithmetic, G.711 and prompts (RFC 3550, RFC 3551).
@NullMarked
package io.hushbridge.media.rtp;

import org.jspecify.annotations.NullMarked;
