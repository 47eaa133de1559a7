package dev.landwaiter.cli.command.db;

import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.scan.update.DatabaseExport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Packs the databases of the cache into one file for a machine without a network.
public final class DbExportCommand implements Command {
  @Override
  public String name() {
    return "db export";
  }

  @Override
  public String summary() {
    return "Pack the databases into one file, to be carried elsewhere";
  }

  @Override
  public String usage() {
    return "[flags] FILE";
  }

  @Override
  public List<Example> examples() {
    return List.of(new Example("Gzipped by its name", "db export databases.tar.gz"));
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(GlobalFlags.GROUP);
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    if (invocation.arguments().size() != 1) {
      throw UsageException.withUsage("db export wants exactly one file to write");
    }
    Path target = invocation.world().folder().resolve(invocation.arguments().get(0));
    List<String> names = new DatabaseExport(Here.surroundings(invocation)).write(target);
    String text = String.join("\n", names) + "\n";
    invocation.world().stdout().write(text.getBytes(StandardCharsets.UTF_8));
    return 0;
  }
}
