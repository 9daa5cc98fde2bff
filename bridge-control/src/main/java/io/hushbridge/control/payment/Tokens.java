package io.hushbridge.control.payment;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// Keeps one flow's token and fetches a new one early. However many ask at once, one fetches and
/// the others take what it got. Any thread.
final class Tokens {
  private final Function<Duration, Token> fetch;
  private final InstantSource clock;
  private Optional<Token.Granted> kept = Optional.empty();
  private Optional<CompletableFuture<Token>> underWay = Optional.empty();

  /// No token yet.
  ///
  /// @param fetch gets one from PCI Pal within the limit it is given
  Tokens(Function<Duration, Token> fetch, InstantSource clock) {
    this.fetch = fetch;
    this.clock = clock;
  }

  Token get(Duration limit) {
    CompletableFuture<Token> mine = new CompletableFuture<>();
    Optional<CompletableFuture<Token>> others;
    synchronized (this) {
      if (kept.isPresent() && clock.instant().isBefore(kept.get().staleAt())) {
        return kept.get();
      }
      others = underWay;
      if (others.isEmpty()) {
        underWay = Optional.of(mine);
      }
    }
    if (others.isEmpty()) {
      fetchInto(mine, limit);
    }
    return others.orElse(mine).join();
  }

  private void fetchInto(CompletableFuture<Token> mine, Duration limit) {
    Token token = new Token.Denied("fault");
    try {
      token = fetch.apply(limit);
    } finally {
      synchronized (this) {
        underWay = Optional.empty();
        kept = token instanceof Token.Granted granted ? Optional.of(granted) : Optional.empty();
      }
      mine.complete(token);
    }
  }

  /// The token was not accepted: it is not used again.
  synchronized void reject(Token.Granted token) {
    kept = kept.filter(other -> !other.equals(token));
  }
}
