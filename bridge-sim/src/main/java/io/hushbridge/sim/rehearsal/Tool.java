package io.hushbridge.sim.rehearsal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/// Programs of the machine, which judge what our own code cannot judge of itself.
final class Tool {
  private static final long LIMIT_SECONDS = 60;

  private Tool() {}

  /// Runs a program to its end.
  ///
  /// @param input what it is given on standard input
  /// @return what it says on standard output
  /// @throws IllegalStateException when it fails or does not end within a minute
  static byte[] run(byte[] input, String... command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      var said = CompletableFuture.supplyAsync(() -> drain(process), Thread::startVirtualThread);
      feed(process, input);
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(command[0] + " did not end");
      }
      if (process.exitValue() != 0) {
        throw new IllegalStateException(
            "%s ended with %d: %s".formatted(command[0], process.exitValue(), List.of(command)));
      }
      return said.get();
    } catch (IOException | ExecutionException failed) {
      throw new IllegalStateException(command[0] + " could not be run", failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(command[0] + " was interrupted", stopped);
    }
  }

  private static byte[] drain(Process process) {
    try {
      return process.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A program that needs no more input may close its end early; its exit value tells the rest.
  private static void feed(Process process, byte[] input) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(input);
    } catch (IOException closedEarly) {
      // see above
    }
  }
}
