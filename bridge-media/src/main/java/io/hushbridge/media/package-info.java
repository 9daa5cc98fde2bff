/// Audio: who hears whom, packet by packet, and the only place that knows Netty.
@NullMarked
package io.hushbridge.media;

import org.jspecify.annotations.NullMarked;
