package dev.landwaiter.cli.command.lint;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Another program that is started without a shell and held to a time and a size.
///
/// @param words the program and its arguments
/// @param folder it works in
record ProgramRun(List<String> words, Path folder, Map<String, String> environment) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int OUTPUT_LIMIT = 4 << 20;
  private static final int BUSY_ATTEMPTS = 10;

  /// What it printed, and how it ended.
  record Output(int status, String text) {}

  /// Runs it to its end.
  ///
  /// @throws IOException when it cannot be started, takes too long or says too much; the message
  ///   says it as what the program does
  Output toEnd() throws IOException {
    Process process = start();
    var reading = new FutureTask<>(() -> read(process));
    Thread.ofVirtual().start(reading);
    try {
      return reading.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException("takes longer than " + PATIENCE.toSeconds() + " seconds", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException trouble
          ? trouble
          : new IOException("fails", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("was interrupted", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Process start() throws IOException {
    var builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.redirectError(Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      Process process = begun(builder);
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new IOException("cannot be started", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("was interrupted", e);
    }
  }

  /// Waits for a program whose file somebody still writes.
  private static Process begun(ProcessBuilder builder) throws IOException, InterruptedException {
    for (int left = BUSY_ATTEMPTS; true; left--) {
      try {
        return builder.start();
      } catch (IOException e) {
        if (left == 0 || !String.valueOf(e.getMessage()).contains("Text file busy")) {
          throw e;
        }
        Thread.sleep(Duration.ofMillis(50));
      }
    }
  }

  private static Output read(Process process) throws IOException, InterruptedException {
    try (InputStream in = process.getInputStream()) {
      byte[] text = in.readNBytes(OUTPUT_LIMIT + 1);
      if (text.length > OUTPUT_LIMIT) {
        throw new IOException("says more than " + OUTPUT_LIMIT + " bytes");
      }
      return new Output(process.waitFor(), new String(text, StandardCharsets.UTF_8));
    }
  }
}
