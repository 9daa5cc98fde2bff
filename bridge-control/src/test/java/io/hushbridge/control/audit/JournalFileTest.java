package io.hushbridge.control.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushbridge.control.audit.JournalVerifier.Verdict.Intact;
import io.hushbridge.control.call.Entry;
import io.hushbridge.control.call.Entry.PaymentAsked;
import io.hushbridge.control.call.Entry.SceneChanged;
import io.hushbridge.control.call.PaymentId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalFileTest {
  private static final InstantSource NOW =
      InstantSource.fixed(Instant.parse("2026-11-20T10:55:00.123456789Z"));

  @TempDir Path directory;

  @Test
  void anEntryIsOneLineOfTheDocumentedForm() throws IOException {
    try (JournalFile journal = open()) {
      journal.forCall("c-1").write(new PaymentAsked(new PaymentId("p-1"), 5000, "USD", "INV-7"));

      List<String> lines = lines();
      String opened = hashOf(lines.get(0));
      String data =
          "{\"payment\":\"p-1\",\"amountMinor\":5000,\"currency\":\"USD\",\"reference\":\"INV-7\"}";
      String payload = Sha256.of(data);
      String at = "2026-11-20T10:55:00.123456Z";
      String hash = Sha256.of(opened + "\n2\n" + at + "\nbridge-1\nc-1\nPaymentAsked\n" + payload);
      assertThat(lines.get(1))
          .isEqualTo(
              """
              {"seq":2,"at":"%s","node":"bridge-1","call":"c-1","event":"PaymentAsked",\
              "data":%s,"prev":"%s","payload":"%s","hash":"%s"}"""
                  .formatted(at, data, opened, payload, hash));
    }
  }

  @Test
  void aRestartContinuesTheChain() throws IOException {
    try (JournalFile journal = open()) {
      journal.forCall("c-1").write(new SceneChanged("talking"));
    }
    try (JournalFile journal = open()) {
      journal.forCall("c-2").write(new SceneChanged("talking"));
    }

    assertThat(events())
        .containsExactly(
            "JournalOpened",
            "SceneChanged",
            "JournalClosed",
            "JournalOpened",
            "SceneChanged",
            "JournalClosed");
    assertThat(verdict()).isEqualTo(new Intact(6, 0));
  }

  @Test
  void aLongJournalIsContinuedFromItsTail() throws IOException {
    try (JournalFile journal = open()) {
      for (int i = 0; i < 400; i++) {
        journal.forCall("c-1").write(new SceneChanged("talking"));
      }
    }
    assertThat(Files.size(file())).isGreaterThan(100_000);

    open().close();

    assertThat(verdict()).isEqualTo(new Intact(404, 0));
  }

  @Test
  void aTornLastLineIsCutOffAndTold() throws IOException {
    open().close();
    Files.writeString(file(), "{\"seq\":3,\"at\":\"20", StandardOpenOption.APPEND);

    open().close();

    assertThat(events())
        .containsExactly(
            "JournalOpened", "JournalClosed", "TailCut", "JournalOpened", "JournalClosed");
    assertThat(lines().get(2)).contains("\"data\":{\"bytes\":17}");
    assertThat(verdict()).isInstanceOf(Intact.class);
  }

  @Test
  void aChangedTailIsNotContinued() throws IOException {
    open().close();
    Files.writeString(file(), Files.readString(file()).replace("bridge-1", "bridge-2"));

    assertThatThrownBy(this::open)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("entry 1 was changed; keep the file for whoever looks into it");
  }

  @Test
  void twoBridgesDoNotShareAFile() throws IOException {
    try (JournalFile _ = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another bridge is writing it");
    }
  }

  @Test
  void callsThatWriteAtTheSameTimeMakeOneChain() throws Exception {
    try (JournalFile journal = open();
        var calls = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int call = 0; call < 50; call++) {
        var part = journal.forCall("c-" + call);
        calls.execute(
            () -> IntStream.range(0, 10).forEach(i -> part.write(new SceneChanged("s" + i))));
      }
    }

    assertThat(verdict()).isEqualTo(new Intact(502, 0));
    assertThat(lines().stream().filter(line -> line.contains("\"call\":\"c-7\"")))
        .extracting(line -> line.replaceFirst(".*\"scene\":\"(\\w+)\".*", "$1"))
        .containsExactly("s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9");
  }

  @Test
  void anInterruptedWriterStillWritesAndClosesNothing() throws Exception {
    try (JournalFile journal = open()) {
      Thread call =
          Thread.ofVirtual()
              .start(
                  () -> {
                    Thread.currentThread().interrupt();
                    journal.forCall("c-1").write(new SceneChanged("talking"));
                  });
      call.join();
      journal.forCall("c-2").write(new SceneChanged("talking"));

      assertThat(journal.writable()).isTrue();
    }
    assertThat(verdict()).isEqualTo(new Intact(4, 0));
  }

  @Test
  void aRefusingDiskIsToldAndTriedAgain() throws IOException {
    var weather = new Weather();
    try (JournalFile journal = JournalFile.open(weather::disk, "bridge-1", NOW)) {
      var registry = new SimpleMeterRegistry();
      journal.bindTo(registry);
      var call = journal.forCall("c-1");

      weather.refuses = true;
      call.write(new SceneChanged("talking"));
      call.write(new SceneChanged("shielded"));
      assertThat(call.writable()).isFalse();
      assertThat(registry.get("hushbridge.journal.writable").gauge().value()).isZero();
      assertThat(registry.get("hushbridge.journal.lost").functionCounter().count()).isEqualTo(2);

      weather.refuses = false;
      call.write(new SceneChanged("paying"));
      assertThat(call.writable()).isTrue();
    }

    assertThat(events())
        .containsExactly("JournalOpened", "EntriesLost", "SceneChanged", "JournalClosed");
    assertThat(lines().get(1)).contains("\"data\":{\"entries\":2}");
    assertThat(verdict()).isInstanceOf(Intact.class);
  }

  @Test
  void aDiskThatHangsHoldsNoCallForLong() throws IOException {
    var weather = new Weather();
    try (JournalFile journal = JournalFile.open(weather::disk, "bridge-1", NOW)) {
      weather.hangsUntil = new CountDownLatch(1);
      long began = System.nanoTime();
      journal.forCall("c-1").write(new SceneChanged("talking"));

      assertThat(System.nanoTime() - began).isLessThan(5_000_000_000L);
      assertThat(journal.writable()).isFalse();

      weather.hangsUntil.countDown();
    }
    assertThat(events()).containsExactly("JournalOpened", "SceneChanged", "JournalClosed");
  }

  @Test
  void anEntryAfterTheEndIsLeftOutInsteadOfHangingItsCall() throws IOException {
    JournalFile journal = open();
    journal.close();
    journal.forCall("c-1").write(new SceneChanged("talking"));
    journal.close();

    assertThat(verdict()).isEqualTo(new Intact(2, 0));
  }

  @Test
  void noEntryHasAPlaceForASecret() {
    assertThat(Entry.class.getPermittedSubclasses())
        .flatExtracting(entry -> List.of(entry.getRecordComponents()))
        .extracting(component -> component.getType().getSimpleName())
        .isSubsetOf("String", "Role", "PaymentId", "Set", "long", "int");
  }

  private JournalFile open() throws IOException {
    return JournalFile.open(file(), "bridge-1", NOW);
  }

  private JournalVerifier.Verdict verdict() throws IOException {
    return JournalVerifier.verify(file());
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(file());
  }

  private List<String> events() throws IOException {
    var events = new ArrayList<String>();
    for (String line : lines()) {
      events.add(line.replaceFirst(".*\"event\":\"(\\w+)\".*", "$1"));
    }
    return events;
  }

  private static String hashOf(String line) {
    return line.replaceFirst(".*\"hash\":\"(\\w+)\".*", "$1");
  }

  private Path file() {
    return directory.resolve("data/journal.jsonl");
  }

  /// The real file, on a disk that fails on order.
  private final class Weather {
    volatile boolean refuses;
    volatile CountDownLatch hangsUntil = new CountDownLatch(0);

    Disk disk() throws IOException {
      FileDisk file = FileDisk.open(file());
      return new Disk() {
        @Override
        public JournalLine.Head head() {
          return file.head();
        }

        @Override
        public int cutBytes() {
          return file.cutBytes();
        }

        @Override
        public void append(List<JournalLine> lines) throws IOException {
          if (refuses) {
            throw new IOException("no space left on device");
          }
          try {
            hangsUntil.await();
          } catch (InterruptedException _) {
            throw new IOException("interrupted");
          }
          file.append(lines);
        }

        @Override
        public void close() throws IOException {
          file.close();
        }
      };
    }
  }
}
