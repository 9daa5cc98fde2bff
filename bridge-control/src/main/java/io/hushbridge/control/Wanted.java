package io.hushbridge.control;

import io.hushbridge.control.call.Secret;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// Wants of a configuration, each a condition and the sentence said where it does not hold. A key
/// that has been complained about already is left alone.
final class Wanted {
  private static final Pattern SIP_URI =
      Pattern.compile(
          "sip:([^@\\s<>?;]+@)?([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?(;[^\\s<>?]+)?");

  private final Yaml own;
  private final Complaints complaints;

  /// @param own what the operator wrote, by which a complaint finds its line
  Wanted(Yaml own, Complaints complaints) {
    this.own = own;
    this.complaints = complaints;
  }

  void that(boolean holds, String key, String sentence) {
    if (!holds && !complaints.about(key)) {
      complaints.add(own.placeOf(key), key, sentence);
    }
  }

  void text(String key, String value) {
    that(!value.isBlank(), key, "is needed");
  }

  void secret(String key, Secret<String> value) {
    that(!value.reveal().isBlank(), key, "is needed");
    printable(key, value.reveal());
  }

  /// Text that ends up in a header must not be able to begin another one.
  void printable(String key, String value) {
    that(
        value.chars().noneMatch(Character::isISOControl),
        key,
        "holds a line break or another control character");
  }

  void port(String key, int port) {
    that(port >= 1 && port <= 65535, key, "want a port from 1 to 65535, not " + port);
  }

  void positive(String key, Duration duration) {
    that(duration.isPositive(), key, "want more than nothing");
  }

  void atLeast(String key, long least, long value) {
    that(value >= least, key, "want %d or more, not %d".formatted(least, value));
  }

  /// An address that others can be told: a literal, because it is bound as it is, and not the
  /// wildcard, which nobody can send to.
  void address(String key, String host) {
    that(
        literal(host).filter(address -> !address.isAnyLocalAddress()).isPresent(),
        key,
        "want one address of this machine, as 192.0.2.7, not '%s'".formatted(host));
  }

  void loopback(String key, String host) {
    that(
        isLoopback(host),
        key,
        "plain HTTP is for loopback only, as 127.0.0.1, not '%s'; put a TLS proxy before it"
            .formatted(host));
  }

  void sipUri(String key, String uri) {
    that(
        SIP_URI.matcher(uri).matches(),
        key,
        "want a SIP URI, as sip:agent@192.0.2.7:5060, not '%s'".formatted(uri));
  }

  /// What goes to a URL holds keys and tokens.
  void url(String key, URI url) {
    String scheme = String.valueOf(url.getScheme());
    String host = url.getHost();
    that(
        host != null && (scheme.equals("https") || scheme.equals("http")),
        key,
        "want a URL, as https://example.com/path, not '%s'".formatted(url));
    that(
        scheme.equals("https") || isLoopback(String.valueOf(host)),
        key,
        "want https; plain HTTP is for loopback only");
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost")
        || literal(host).filter(InetAddress::isLoopbackAddress).isPresent();
  }

  private static Optional<InetAddress> literal(String host) {
    try {
      return Optional.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // a name, or nothing sensible
    }
  }
}
