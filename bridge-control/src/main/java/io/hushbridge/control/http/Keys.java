package io.hushbridge.control.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/// Tells who presents a bearer key (RFC 6750 section 2.1). How long that takes tells nothing about
/// any key: all are compared, by their hash.
final class Keys {
  private static final String SCHEME = "bearer ";

  private final List<ApiKey> keys;

  Keys(List<ApiKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /// The holder of the key in an `Authorization` header.
  Optional<ApiKey> holder(Optional<String> authorization) {
    return authorization
        .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(value -> hash(value.substring(SCHEME.length()).strip()))
        .flatMap(this::of);
  }

  private Optional<ApiKey> of(byte[] presented) {
    Optional<ApiKey> holder = Optional.empty();
    for (ApiKey key : keys) {
      boolean same = MessageDigest.isEqual(presented, hash(key.key().reveal()));
      if (same && !key.key().reveal().isEmpty()) {
        holder = Optional.of(key);
      }
    }
    return holder;
  }

  private static byte[] hash(String key) {
    return Sha256.of(key.getBytes(UTF_8));
  }
}
