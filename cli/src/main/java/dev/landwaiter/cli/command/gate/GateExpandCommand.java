package dev.landwaiter.cli.command.gate;

import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import java.io.IOException;
import java.util.List;

/// Shows the objects that objects make.
public final class GateExpandCommand implements Command {
  static final Flag FORMAT =
      Flag.text("format", "how objects are shown: yaml or json").shorthand("f").standard("yaml");
  static final Flag FILE = Flag.text("outputfile", "file to write them to").shorthand("o");

  private final String prefix;

  /// Made for one program.
  ///
  /// @param prefix of its name: `gate `, or empty behind the name `gator`
  public GateExpandCommand(String prefix) {
    this.prefix = prefix;
  }

  @Override
  public String name() {
    return prefix + "expand";
  }

  @Override
  public String summary() {
    return "Show the objects that manifests make by Gatekeeper's ExpansionTemplates";
  }

  @Override
  public String usage() {
    return "[flags] -n FILE|FOLDER...";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(
            "show the Pods of a Deployment, after mutation",
            name() + " -n expansion.yaml -n mutators/ -n deployment.yaml"));
  }

  @Override
  public List<FlagGroup> flags() {
    return prefix.isEmpty()
        ? List.of(
            new FlagGroup(
                "Flags",
                GateFlags.FILENAME.shorthand("n"),
                GateFlags.IMAGE,
                GateFlags.TEMPDIR.shorthand("t"),
                FORMAT,
                FILE,
                GlobalFlags.HELP))
        : List.of(
            new FlagGroup(
                "Expansion Flags",
                GateFlags.FILENAME.shorthand("n"),
                FORMAT,
                FILE,
                GateFlags.EMPTY_NAMESPACE,
                GateFlags.EXTERNAL_DATA,
                GateFlags.ALLOW_NET),
            GlobalFlags.GROUP);
  }

  @Override
  public boolean takesGlobalFlags() {
    return !prefix.isEmpty();
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    return new GateExpand(invocation, prefix.isEmpty()).run();
  }
}
