/// Audio: who hears whom, packet by packet, and the only place that knows Netty.
///
/// A call lives on one event loop, so nothing here has a lock, and a new [Wiring] is one task on
/// that loop. The way of a packet:
///
/// ```
/// socket -> Ingress: Latch, Agreement ---> Egress of each direct hearer -> Timeline -> socket
///                    |
///                    InOrder -> KeyWatch -> MaskedHearing -> DelayLine -> Egress
///                                       `-> Track (gate) -> DelayLine -> recorder
/// ```
///
/// `Ingress` is the one place where a packet meets the wiring. Each packet ends in a `Verdict`, and
/// each verdict has a counter.
///
/// Ports stay unconnected sockets: a connected one costs about a sixth less CPU per packet, but
/// then the kernel answers strangers with ICMP, and nobody counts them.
///
/// Places left open: SRTP protects in `RtpSender` and unprotects in `Ingress.received`; RTCP
/// arrives in `PortRange`; a released payment closes the ports' ears in `Ingress.received`.
@NullMarked
package io.hushbridge.media;

import org.jspecify.annotations.NullMarked;
