package dev.landwaiter.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Other people's programs that tests run for real.
public final class Programs {
  private static final int SECONDS = 120;

  private Programs() {}

  /// Where a program of this machine is.
  ///
  /// @throws AssertionError when it is not installed, so that a test that needs it fails
  ///
  /// @param name or a path
  public static Path find(String name) {
    if (name.contains("/")) {
      return Path.of(name);
    }
    for (String folder : System.getenv().getOrDefault("PATH", "/usr/bin").split(":", -1)) {
      Path program = Path.of(folder.isEmpty() ? "." : folder, name);
      if (Files.isExecutable(program)) {
        return program.toAbsolutePath();
      }
    }
    throw new AssertionError(
        "this test runs the program %s, which is not installed: apt-get install %s"
            .formatted(name, name));
  }

  /// Runs a program to its end and gives what it printed.
  ///
  /// @param folder for its own files; a text file with its output is left there
  /// @throws AssertionError when it fails or takes more than two minutes
  public static String run(Path folder, String program, String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(find(program).toString());
    words.addAll(List.of(arguments));
    try {
      Path printed = Files.createTempFile(folder, "printed", ".txt");
      Process process =
          new ProcessBuilder(words)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(printed.toFile())
              .start();
      boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      String text = Files.readString(printed);
      if (!ended || process.exitValue() != 0) {
        throw new AssertionError("%s failed:%n%s".formatted(words, text));
      }
      return text;
    } catch (IOException e) {
      throw new AssertionError(words + " cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
