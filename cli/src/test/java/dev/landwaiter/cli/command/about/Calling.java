package dev.landwaiter.cli.command.about;

import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.Log;
import dev.landwaiter.cli.flag.CommandLine;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.world.Dialect;
import dev.landwaiter.cli.world.World;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/// Calls a command in a world made for it.
record Calling(Dialect dialect, Path folder) {

  /// What the command writes to standard output; it must end with 0.
  String output(Command command, String... words) throws Exception {
    var out = new ByteArrayOutputStream();
    var err = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Map<String, String> environment = Map.of(dialect.prefix() + "CACHE_DIR", folder.toString());
    var world =
        new World(
            InputStream.nullInputStream(),
            out,
            err,
            environment,
            folder,
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
            () -> 7,
            World.Terminal.NONE);
    CommandLine line = CommandLine.parse(command.flags(), List.of(words), true);
    var values =
        new Values(line.given(), environment, dialect.prefix(), Map.of(), Values.Wording.OWN);
    int code =
        command.run(
            new Invocation(world, dialect, values, line.arguments(), new Log(err, true, false)));
    if (code != 0) {
      throw new AssertionError(command.name() + " ended with " + code);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
