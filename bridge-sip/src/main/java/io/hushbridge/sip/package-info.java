/// Signalling, and the only place that knows JAIN SIP.
@NullMarked
package io.hushbridge.sip;

import org.jspecify.annotations.NullMarked;
