package dev.landwaiter.cli.command.test;

import dev.landwaiter.base.text.Reason;
import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.ConftestFlags;
import dev.landwaiter.cli.flags.GlobalFlags;
import java.io.IOException;
import java.util.List;

/// Pulls policies from registries and folders.
public final class PullCommand implements Command {
  @Override
  public String name() {
    return "pull";
  }

  @Override
  public String summary() {
    return "Pull policies from a registry or a folder";
  }

  @Override
  public String usage() {
    return "<url> [url [...]] [flags]";
  }

  @Override
  public boolean takesGlobalFlags() {
    return false;
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(
        new FlagGroup(
            "Flags",
            ConftestFlags.POLICY,
            ConftestFlags.ABSOLUTE_PATHS,
            ConftestFlags.TLS,
            ConftestFlags.CONFIG_FILE,
            GlobalFlags.HELP));
  }

  @Override
  public int run(Invocation plain) throws UsageException, IOException {
    Invocation invocation = ConftestSettings.of(plain, this);
    if (invocation.arguments().isEmpty()) {
      throw UsageException.withUsage("missing required arguments: name where to pull from");
    }
    try {
      Fetching.pull(invocation, invocation.arguments());
      return 0;
    } catch (IOException e) {
      return new Reporting(invocation).trouble("download policies: " + Reason.of(e));
    }
  }
}
