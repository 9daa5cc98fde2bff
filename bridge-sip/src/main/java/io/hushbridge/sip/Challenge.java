package io.hushbridge.sip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sip.header.ProxyAuthenticateHeader;
import javax.sip.header.WWWAuthenticateHeader;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/// A digest challenge (RFC 7616 §3.3; RFC 8760 for SHA-256 in SIP), and its answer.
///
/// @param qop whether the peer takes `qop=auth`; without it the answer is that of RFC 2069
record Challenge(
    boolean proxy,
    String realm,
    String nonce,
    @Nullable String opaque,
    String algorithm,
    boolean qop,
    boolean stale) {

  /// Those we know, worst first.
  private static final List<String> ALGORITHMS = List.of("MD5", "SHA-256");

  /// The best challenge of a response for this realm, if there is one that we can answer.
  static Optional<Challenge> of(Response response, String realm) {
    boolean proxy = response.getStatusCode() == Response.PROXY_AUTHENTICATION_REQUIRED;
    List<Challenge> found = new ArrayList<>();
    String name = proxy ? ProxyAuthenticateHeader.NAME : WWWAuthenticateHeader.NAME;
    for (var headers = response.getHeaders(name); headers.hasNext(); ) {
      parse((WWWAuthenticateHeader) headers.next(), proxy)
          .filter(challenge -> challenge.realm.equals(realm))
          .ifPresent(found::add);
    }
    return found.stream().max(Comparator.comparing(c -> ALGORITHMS.indexOf(c.algorithm)));
  }

  private static Optional<Challenge> parse(WWWAuthenticateHeader header, boolean proxy) {
    String algorithm = header.getAlgorithm() == null ? "MD5" : header.getAlgorithm();
    Optional<String> known = ALGORITHMS.stream().filter(algorithm::equalsIgnoreCase).findFirst();
    boolean digest = "digest".equalsIgnoreCase(header.getScheme());
    String qops = header.getQop();
    boolean auth = qops != null && Arrays.asList(qops.split("[ ,]+")).contains("auth");
    if (!digest || known.isEmpty() || header.getNonce() == null || (qops != null && !auth)) {
      return Optional.empty();
    }
    return Optional.of(
        new Challenge(
            proxy,
            header.getRealm(),
            header.getNonce(),
            header.getOpaque(),
            known.get(),
            auth,
            header.isStale()));
  }

  String answerHeader() {
    return proxy ? "Proxy-Authorization" : "Authorization";
  }

  boolean sameNonce(@Nullable Challenge other) {
    return other != null && other.nonce.equals(nonce);
  }

  /// The header value that proves the password without telling it.
  ///
  /// @param use how many times this nonce has been used, with this one
  String answer(Dial.Digest digest, String method, String uri, int use, String cnonce) {
    String ha1 = hash(digest.user() + ":" + realm + ":" + digest.password());
    String ha2 = hash(method + ":" + uri);
    String count = "%08x".formatted(use);
    String middle = qop ? nonce + ":" + count + ":" + cnonce + ":auth" : nonce;
    StringBuilder value =
        new StringBuilder("Digest username=\"%s\"".formatted(digest.user()))
            .append(", realm=\"%s\", nonce=\"%s\"".formatted(realm, nonce))
            .append(", uri=\"%s\"".formatted(uri))
            .append(", response=\"%s\"".formatted(hash(ha1 + ":" + middle + ":" + ha2)))
            .append(", algorithm=")
            .append(algorithm);
    if (opaque != null) {
      value.append(", opaque=\"%s\"".formatted(opaque));
    }
    if (qop) {
      value.append(", qop=auth, nc=%s, cnonce=\"%s\"".formatted(count, cnonce));
    }
    return value.toString();
  }

  private String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
