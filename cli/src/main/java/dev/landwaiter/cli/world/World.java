package dev.landwaiter.cli.world;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Everything outside the program that a command may touch, handed in from the edge.
///
/// @param stdout for results only
/// @param stderr for everything human
/// @param folder that relative paths start from
/// @param terminal what is known of the terminal
/// @param random for what nobody guesses at: names of passing files, pauses
/// @param heap bytes that the process may hold; limits of memory are taken from it
/// @param secrets where keys, salts and nonces come from; asked only by commands that make some
public record World(
    InputStream stdin,
    OutputStream stdout,
    PrintStream stderr,
    Map<String, String> environment,
    Path folder,
    Clock clock,
    RandomGenerator random,
    Terminal terminal,
    long heap,
    Supplier<SecureRandom> secrets) {
  private static final long USUAL_HEAP = 1L << 30;

  /// With the heap that the launcher gives, for commands that make no secrets.
  public World(
      InputStream stdin,
      OutputStream stdout,
      PrintStream stderr,
      Map<String, String> environment,
      Path folder,
      Clock clock,
      RandomGenerator random,
      Terminal terminal) {
    this(
        stdin,
        stdout,
        stderr,
        environment,
        folder,
        clock,
        random,
        terminal,
        USUAL_HEAP,
        World::noSecrets);
  }

  private static SecureRandom noSecrets() {
    throw new IllegalStateException("this run may not make secrets");
  }

  /// The same with another place for results.
  public World withStdout(OutputStream other) {
    return new World(
        stdin, other, stderr, environment, folder, clock, random, terminal, heap, secrets);
  }

  /// What is known of the terminal.
  ///
  /// @param stdout whether results go to one
  /// @param stderr whether messages go to one
  /// @param width its columns, or 0 when unknown
  /// @param prompt asks whoever sits there
  public record Terminal(boolean stdout, boolean stderr, int width, Prompt prompt) {
    public static final Terminal NONE =
        new Terminal(false, false, 0, (question, hidden) -> Optional.empty());
  }

  /// Asks a person for one line.
  @FunctionalInterface
  public interface Prompt {
    /// The line that was typed, or empty when there is no terminal or no answer.
    ///
    /// @param hidden whether the terminal must not show what is typed
    Optional<String> ask(String question, boolean hidden);
  }
}
