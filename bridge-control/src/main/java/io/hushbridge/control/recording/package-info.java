/// Recorders: SIPREC sessions (RFC 7866, RFC 7865) and a file.
@NullMarked
package io.hushbridge.control.recording;

import org.jspecify.annotations.NullMarked;
