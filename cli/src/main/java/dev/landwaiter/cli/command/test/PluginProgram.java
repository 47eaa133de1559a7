package dev.landwaiter.cli.command.test;

import dev.landwaiter.cli.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A plugin while it runs: its streams are ours, without a shell between, for an hour at most.
record PluginProgram(World world, Map<String, String> environment) {
  private static final Duration PATIENCE = Duration.ofHours(1);

  /// How long output may still come after its end.
  private static final Duration REST = Duration.ofSeconds(5);

  /// Runs it to its end.
  ///
  /// @return its exit code
  int run(List<String> words) throws IOException {
    var builder = new ProcessBuilder(words).directory(world.folder().toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      Thread.ofVirtual().start(() -> give(process.getOutputStream()));
      List<Thread> readers = new ArrayList<>();
      readers.add(reader(process.getInputStream(), world.stdout()));
      readers.add(reader(process.getErrorStream(), world.stderr()));
      if (!process.waitFor(PATIENCE.toMinutes(), TimeUnit.MINUTES)) {
        throw new IOException(
            words.getFirst() + " takes longer than " + PATIENCE.toMinutes() + " minutes");
      }
      for (Thread reader : readers) {
        reader.join(REST);
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(words.getFirst() + " was interrupted", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private void give(OutputStream to) {
    try (to) {
      world.stdin().transferTo(to);
    } catch (IOException e) {
      // It has read enough.
    }
  }

  private static Thread reader(InputStream from, OutputStream to) {
    return Thread.ofVirtual()
        .start(() -> {
          try (from) {
            from.transferTo(to);
            to.flush();
          } catch (IOException e) {
            // Whoever reads our output has seen enough.
          }
        });
  }
}
