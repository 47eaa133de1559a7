package dev.landwaiter.oci.login;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One program that is started without a shell, spoken to once and held to a time and a size.
record CredentialProgram(Path file, Map<String, String> environment, Duration patience) {
  private static final int OUTPUT_LIMIT = 64 << 10;
  private static final int BUSY_ATTEMPTS = 10;
  private static final Duration BUSY_PAUSE = Duration.ofMillis(50);

  /// What a program said at its standard output, and how it ended.
  record Output(int status, String text) {
    /// The status alone.
    @Override
    public String toString() {
      return "Output[" + status + "]";
    }
  }

  /// Runs the program to its end.
  ///
  /// @param action its only argument
  /// @param input what it reads
  /// @throws IOException when it cannot be started, takes too long or says too much; the message
  ///   says it as what the program does
  Output run(String action, String input) throws IOException {
    Process process = start(action);
    var talk = new FutureTask<>(() -> talk(process, input));
    Thread.ofVirtual().start(talk);
    try {
      return talk.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException("takes longer than " + patience.toSeconds() + " seconds", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException trouble
          ? trouble
          : new IOException("fails", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("was interrupted", e);
    } finally {
      end(process);
    }
  }

  private Process start(String action) throws IOException {
    var builder = new ProcessBuilder(file.toString(), action);
    builder.redirectError(Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(environment);
    for (int attempt = 1; true; attempt++) {
      try {
        return builder.start();
      } catch (IOException e) {
        boolean busy = String.valueOf(e.getMessage()).contains("Text file busy");
        if (!busy || attempt == BUSY_ATTEMPTS) {
          throw new IOException("cannot be started", e);
        }
        pause();
      }
    }
  }

  /// A program that somebody is still writing, or whose file a process just begun still holds.
  private static void pause() throws IOException {
    try {
      Thread.sleep(BUSY_PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("was interrupted", e);
    }
  }

  private static Output talk(Process process, String input)
      throws IOException, InterruptedException {
    try (OutputStream out = process.getOutputStream()) {
      out.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // it ended without reading; what it says tells more
    }
    try (InputStream in = process.getInputStream()) {
      byte[] bytes = in.readNBytes(OUTPUT_LIMIT + 1);
      if (bytes.length > OUTPUT_LIMIT) {
        throw new IOException("says more than " + OUTPUT_LIMIT + " bytes");
      }
      return new Output(process.waitFor(), new String(bytes, StandardCharsets.UTF_8));
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
