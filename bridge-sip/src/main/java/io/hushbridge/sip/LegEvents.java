package io.hushbridge.sip;

/// Receives what happens on one leg, in order, one at a time. Must return at once: put it in an
/// inbox.
@FunctionalInterface
public interface LegEvents {
  void happened(SipEvent event);
}
