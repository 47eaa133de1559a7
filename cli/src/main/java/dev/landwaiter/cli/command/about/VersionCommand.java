package dev.landwaiter.cli.command.about;

import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.world.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Tells the version.
public final class VersionCommand implements Command {
  @Override
  public String name() {
    return "version";
  }

  @Override
  public String summary() {
    return "Tell the version";
  }

  @Override
  public String usage() {
    return "";
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(GlobalFlags.GROUP);
  }

  @Override
  public int run(Invocation invocation) throws IOException {
    String text = "landwaiter " + Version.own() + "\n";
    invocation.world().stdout().write(text.getBytes(StandardCharsets.UTF_8));
    return 0;
  }
}
