package dev.landwaiter.cli.command.rego;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.world.Version;
import java.io.IOException;
import java.util.List;

/// Tells the version that the persona follows, and ours beside it.
public final class OpaVersionCommand extends RegoCommand {
  public OpaVersionCommand() {
    super("", "version", "Tell the version", "");
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(new FlagGroup("Version Flags", GlobalFlags.HELP));
  }

  @Override
  public int run(Invocation invocation) throws IOException {
    new Output(invocation)
        .out(
            """
            Version: %s
            Build Commit: landwaiter %s
            Build Timestamp: none
            Build Hostname: none
            Go Version: none
            Platform: jvm
            Rego Version: v1
            WebAssembly: unavailable
            """
                .formatted(Version.OPA, Version.own()));
    return 0;
  }
}
