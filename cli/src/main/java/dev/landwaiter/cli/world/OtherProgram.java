package dev.landwaiter.cli.world;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Another program, which is started without a shell and held to a time and a size.
///
/// @param folder it works in
/// @param environment all variables it has
/// @param patience how long it may take
/// @param kept how much of what it prints is of use
public record OtherProgram(
    Path folder, Map<String, String> environment, Duration patience, Kept kept) {
  private static final int BUSY_ATTEMPTS = 10;

  /// Something it started may hold its output open.
  private static final Duration REST = Duration.ofSeconds(10);

  /// What is kept of its output.
  public enum Kept {
    /// All it prints, without its errors; too much is a failure.
    ALL(4 << 20),
    /// The end of what it prints, its errors among it.
    END(64 << 10);

    private final int bytes;

    Kept(int bytes) {
      this.bytes = bytes;
    }

    int bytes() {
      return bytes;
    }
  }

  /// What it printed, and how it ended.
  public record Output(int status, String text) {}

  /// There is no such program, or it may not run.
  public static final class NotStartedException extends IOException {
    private static final long serialVersionUID = 1;

    NotStartedException(IOException cause) {
      super("cannot be started", cause);
    }
  }

  /// Runs it to its end.
  ///
  /// @param words its path or name, and its arguments
  /// @throws IOException when it cannot be started, takes too long or says too much; the message
  ///   says it as what the program does
  public Output toEnd(List<String> words) throws IOException {
    try {
      Process process = start(words);
      try {
        return read(process);
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("was interrupted", e);
    }
  }

  private Process start(List<String> words) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(words).directory(folder.toFile());
    if (kept == Kept.ALL) {
      builder.redirectError(Redirect.DISCARD);
    } else {
      builder.redirectErrorStream(true);
    }
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      Process process = begun(builder);
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new NotStartedException(e);
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

  private Output read(Process process) throws IOException, InterruptedException {
    var output = new ProgramOutput(process.getInputStream(), kept);
    var reading =
        new FutureTask<>(() -> {
          try {
            return output.read();
          } catch (IOException e) {
            // Nobody reads on, so that it would wait forever.
            process.destroyForcibly();
            throw e;
          }
        });
    Thread.ofVirtual().start(reading);
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw tooLong();
    }
    try {
      return new Output(process.exitValue(), reading.get(REST.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      if (kept == Kept.END) {
        return new Output(process.exitValue(), output.text());
      }
      throw new IOException("has ended, but its output goes on", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException trouble
          ? trouble
          : new IOException("fails", e.getCause());
    }
  }

  private IOException tooLong() {
    long seconds = patience.toSeconds();
    return new IOException(
        seconds < 120
            ? "takes longer than " + seconds + " seconds"
            : "takes longer than " + patience.toMinutes() + " minutes");
  }
}
