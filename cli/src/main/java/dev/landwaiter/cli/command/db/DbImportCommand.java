package dev.landwaiter.cli.command.db;

import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.scan.update.DatabaseImport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Takes databases from a file into the cache.
public final class DbImportCommand implements Command {
  @Override
  public String name() {
    return "db import";
  }

  @Override
  public String summary() {
    return "Take databases from a file that was carried here";
  }

  @Override
  public String usage() {
    return "[flags] FILE";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("What db export wrote", "db import databases.tar.gz"),
        new Example("The layer of the published database", "db import db.tar.gz"));
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(GlobalFlags.GROUP);
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    if (invocation.arguments().size() != 1) {
      throw UsageException.withUsage("db import wants exactly one file");
    }
    Path file = invocation.world().folder().resolve(invocation.arguments().get(0));
    List<String> names = new DatabaseImport(Here.surroundings(invocation)).read(file);
    String text = String.join("\n", names) + "\n";
    invocation.world().stdout().write(text.getBytes(StandardCharsets.UTF_8));
    return 0;
  }
}
