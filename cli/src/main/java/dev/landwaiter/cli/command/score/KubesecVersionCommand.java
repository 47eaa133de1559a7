package dev.landwaiter.cli.command.score;

import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.world.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// `kubesec version`: that branch has no release yet, and says so; ours is told beside it.
public final class KubesecVersionCommand implements Command {
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
  public boolean takesGlobalFlags() {
    return false;
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(new FlagGroup("Flags", GlobalFlags.HELP));
  }

  @Override
  public int run(Invocation invocation) throws IOException {
    String text =
        "version %s\ngit commit none\nbuild date none\n".formatted(Version.beside(Version.KUBESEC));
    invocation.world().stdout().write(text.getBytes(StandardCharsets.UTF_8));
    return 0;
  }
}
