package dev.landwaiter.cli.command.gate;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.RegistryFlags;
import java.io.IOException;
import java.util.List;

/// Judges manifests by the templates and constraints beside them.
public final class GateTestCommand extends GateCommand {
  /// Made for one program.
  ///
  /// @param prefix of its name: `gate `, or empty behind the name `gator`
  public GateTestCommand(String prefix) {
    super(
        prefix,
        "test",
        "Judge manifests by Gatekeeper's templates and constraints",
        "[flags] -f FILE|FOLDER...");
  }

  @Override
  public List<Example> examples() {
    if (original()) {
      return List.of(new Example("judge a folder", "test -f policy/ -f k8s/"));
    }
    return List.of(
        new Example("judge a folder by the constraints in another", name() + " -f policy/ -f k8s/"),
        new Example("judge what a chart renders", name() + " -f policy/ -f -"),
        new Example("why does a constraint not apply", name() + " --explain -f policy/ -f k8s/"));
  }

  @Override
  public List<FlagGroup> flags() {
    return original()
        ? List.of(
            new FlagGroup(
                "Flags",
                GateFlags.FILENAME,
                GateFlags.IMAGE,
                GateFlags.TEMPDIR,
                GateFlags.PLAIN_HTTP,
                GateFlags.OUTPUT,
                GateFlags.STATS,
                GateFlags.TRACE,
                GateFlags.DENY_ONLY,
                GateFlags.VERBOSE.shorthand("v"),
                GateFlags.CEL,
                GateFlags.FAILURE_POLICY,
                GlobalFlags.HELP))
        : List.of(GateFlags.OWN, RegistryFlags.GROUP, GlobalFlags.GROUP);
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    return original() ? new GatorRun(invocation).run() : new OwnRun(invocation).run();
  }
}
