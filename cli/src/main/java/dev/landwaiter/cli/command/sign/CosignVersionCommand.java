package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.world.Version;
import java.io.IOException;
import java.util.List;

/// Tells the version in the lines and the JSON that scripts know from cosign.
public final class CosignVersionCommand extends CosignCommand {
  private static final Flag JSON = Flag.toggle("json", "answer in JSON");

  public CosignVersionCommand() {
    super(true, "version", "Tell the version", "[flags]");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(new FlagGroup("Flags", JSON));
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    String version = Version.beside(Version.COSIGN);
    if (invocation.values().flag(JSON)) {
      print(
          invocation,
          """
          {
            "gitVersion": "%s",
            "gitCommit": "none",
            "gitTreeState": "none",
            "buildDate": "none",
            "goVersion": "none",
            "compiler": "none",
            "platform": "jvm"
          }
          """
              .formatted(version));
      return 0;
    }
    print(
        invocation,
        """
        cosign: signing and verification of container images, files and attestations

        GitVersion:    %s
        GitCommit:     none
        GitTreeState:  none
        BuildDate:     none
        GoVersion:     none
        Compiler:      none
        Platform:      jvm

        """
            .formatted(version));
    return 0;
  }
}
