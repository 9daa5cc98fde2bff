package io.hushbridge.control.http;

import io.github.bucket4j.Bucket;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// So many requests from one address: a burst of sixty, then twenty a second. Remembers the
/// addresses heard last. Any thread.
final class SourceLimit {
  private static final int BURST = 60;
  private static final int PER_SECOND = 20;
  private static final int MOST_SOURCES = 4096;

  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_SOURCES;
        }
      };

  void admit(Context ctx) {
    if (!bucket(ctx.ip()).tryConsume(1)) {
      ctx.header("Retry-After", "1");
      throw Problems.tooMany().refusal();
    }
  }

  private synchronized Bucket bucket(String source) {
    return buckets.computeIfAbsent(source, _ -> full());
  }

  private static Bucket full() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(BURST).refillGreedy(PER_SECOND, Duration.ofSeconds(1)))
        .build();
  }
}
