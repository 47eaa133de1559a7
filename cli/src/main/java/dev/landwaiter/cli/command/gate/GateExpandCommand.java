package dev.landwaiter.cli.command.gate;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import java.io.IOException;
import java.util.List;

/// Shows the objects that objects make.
public final class GateExpandCommand extends GateCommand {
  static final Flag FORMAT =
      Flag.text("format", "how objects are shown: yaml or json").shorthand("f").standard("yaml");
  static final Flag FILE = Flag.text("outputfile", "file to write them to").shorthand("o");

  /// Made for one program.
  ///
  /// @param prefix of its name: `gate `, or empty behind the name `gator`
  public GateExpandCommand(String prefix) {
    super(
        prefix,
        "expand",
        "Show the objects that manifests make by Gatekeeper's ExpansionTemplates",
        "[flags] -n FILE|FOLDER...");
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
    return original()
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
  public int run(Invocation invocation) throws UsageException, IOException {
    return new GateExpand(invocation, original()).run();
  }
}
