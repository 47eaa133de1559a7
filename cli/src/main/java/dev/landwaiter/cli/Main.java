package dev.landwaiter.cli;

import dev.landwaiter.cli.command.Log;
import dev.landwaiter.cli.world.World;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// The edge: joins the program to the real world and ends the process.
public final class Main {
  private Main() {}

  /// Runs one command line.
  public static void main(String[] words) {
    if (words.length > 1) {
      Ahead.start(words[0]);
    }
    // The same answer everywhere: no digits or commas of the user's own language.
    Locale.setDefault(Locale.ROOT);
    // A proxy's password, which the user wrote into its address, may be sent to it.
    System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
    var stdout = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
    World world = world(stdout);
    int code = run(world, List.of(words));
    code = flush(stdout, code);
    world.stderr().flush();
    // Nothing waits for the end of the process, and an orderly exit would first set up logging.
    Runtime.getRuntime().halt(code);
  }

  static World world(OutputStream stdout) {
    Map<String, String> environment = System.getenv();
    return new World(
        new FileInputStream(FileDescriptor.in),
        stdout,
        new PrintStream(new FileOutputStream(FileDescriptor.err), false, StandardCharsets.UTF_8),
        environment,
        Path.of("").toAbsolutePath(),
        Clock.systemUTC(),
        new Random(),
        terminal(environment),
        Runtime.getRuntime().maxMemory(),
        SecureRandom::new);
  }

  /// Runs the words; whatever goes wrong, the end is an error code and a sentence.
  static int run(World world, List<String> words) {
    try {
      return Personas.run(world, words);
    } catch (OutOfMemoryError e) {
      world
          .stderr()
          .println(
              "landwaiter: error: out of memory; the input is larger than this process may hold"
                  + " (LANDWAITER_JAVA_OPTIONS=-Xmx2g gives it more)");
      return Personas.errorCode(words);
    } catch (RuntimeException | Error e) {
      // Left alone, a mistake of ours would end with 1, which means that there are findings.
      new Log(world.stderr(), false, false)
          .error("this is a mistake in Landwaiter, please report it: " + e);
      if (words.contains("--debug") || words.contains("-d")) {
        e.printStackTrace(world.stderr());
      }
      return Personas.errorCode(words);
    }
  }

  private static int flush(OutputStream stdout, int code) {
    try {
      stdout.flush();
      return code;
    } catch (IOException e) {
      // Whoever read our output went away; nobody is left to tell.
      return code == 0 ? 2 : code;
    }
  }

  /// The launcher says what the standard streams are: the Java platform cannot tell them apart.
  private static World.Terminal terminal(Map<String, String> environment) {
    String streams = environment.getOrDefault("LANDWAITER_TERMINAL", "");
    int width = 0;
    try {
      width = Integer.parseInt(environment.getOrDefault("COLUMNS", "0"));
    } catch (NumberFormatException e) {
      width = 0;
    }
    boolean plain = environment.containsKey("NO_COLOR");
    return new World.Terminal(
        streams.contains("1") && !plain, streams.contains("2"), width, new ConsolePrompt());
  }
}
