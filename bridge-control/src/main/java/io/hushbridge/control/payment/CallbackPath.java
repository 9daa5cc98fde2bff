package io.hushbridge.control.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// Where one payment's callbacks come in: known to its session only. We keep a hash, so the path
/// cannot be found in our memory, nor guessed from how long a look-up takes.
record CallbackPath(String path, String hash) {
  private static final int BYTES = 32;

  static CallbackPath make(SecureRandom random) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    return new CallbackPath("/callbacks/" + token, hash(token));
  }

  static String hash(String token) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  @Override
  public String toString() {
    return "[secret]";
  }
}
