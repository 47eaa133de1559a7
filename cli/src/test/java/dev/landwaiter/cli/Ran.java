package dev.landwaiter.cli;

import dev.landwaiter.cli.world.World;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// What came of one command line, run in this process in a world made for it.
record Ran(int exit, String stdout, String stderr) {
  /// The moment at which every such world stands still.
  static final Instant NOW = Instant.parse("2026-11-23T17:00:00Z");

  /// Runs the words after the program's name.
  static Ran in(Path folder, Map<String, String> environment, List<String> words) {
    return in(folder, environment, words, World.Terminal.NONE, "");
  }

  static Ran in(
      Path folder,
      Map<String, String> environment,
      List<String> words,
      World.Terminal terminal,
      String stdin) {
    var stdout = new ByteArrayOutputStream();
    var stderr = new ByteArrayOutputStream();
    var world =
        new World(
            new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
            stdout,
            new PrintStream(stderr, true, StandardCharsets.UTF_8),
            environment,
            folder,
            Clock.fixed(NOW, ZoneOffset.UTC),
            new SplittableRandom(1),
            terminal,
            1L << 30,
            SecureRandom::new);
    int exit = Personas.run(world, words);
    return new Ran(
        exit, stdout.toString(StandardCharsets.UTF_8), stderr.toString(StandardCharsets.UTF_8));
  }
}
