package dev.landwaiter.cli.command.rego;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.RegoFlags;
import dev.landwaiter.rego.format.FormatRun;
import dev.landwaiter.rego.format.FormatSettings;
import java.io.IOException;
import java.util.List;

/// Formats policies.
public final class FmtCommand extends RegoCommand {
  private static final Flag WRITE =
      Flag.toggle("write", "write the result to the file").shorthand("w");
  private static final Flag LIST =
      Flag.toggle("list", "name the files that would change").shorthand("l");
  private static final Flag DIFF = Flag.toggle("diff", "show what would change").shorthand("d");
  private static final Flag FAIL = Flag.toggle("fail", "end with 2 when a file would change");
  private static final Flag CHECK_RESULT =
      Flag.toggle("check-result", "read the result again before it is written").standard("true");
  private static final Flag DROP_V0_IMPORTS =
      Flag.toggle("drop-v0-imports", "leave out imports that version 1 does not need");

  /// The former name of a flag.
  private static final Flag REGO_V1 = Flag.toggle("rego-v1", "the same as --v0-v1");

  /// @param prefix of its name, such as `rego `
  public FmtCommand(String prefix) {
    super(prefix, "fmt", "Format policies", "[flags] [PATH...]");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("format all policies of a folder", name() + " -w policies"),
        new Example("see in a pipeline whether all are", name() + " --fail -l policies"));
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(
        new FlagGroup(
            "Format Flags",
            WRITE,
            LIST,
            DIFF,
            FAIL,
            CHECK_RESULT,
            DROP_V0_IMPORTS,
            RegoFlags.CAPABILITIES,
            RegoFlags.V0,
            RegoFlags.V1,
            RegoFlags.V0_V1,
            REGO_V1,
            GlobalFlags.HELP));
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    Values values = invocation.values();
    var options =
        new FormatRun.Options(
            settings(values).withDropV0Imports(values.flag(DROP_V0_IMPORTS)),
            values.flag(WRITE),
            values.flag(LIST),
            values.flag(DIFF),
            values.flag(FAIL),
            values.flag(CHECK_RESULT));
    var world = invocation.world();
    var run = new FormatRun(options, world.folder(), world.stdout(), world.stderr());
    return invocation.arguments().isEmpty()
        ? run.stream(world.stdin())
        : run.files(invocation.arguments());
  }

  private static FormatSettings settings(Values values) throws UsageException {
    if (values.flag(RegoFlags.V0_V1) || values.flag(REGO_V1)) {
      return FormatSettings.v0ToV1();
    }
    return values.flag(RegoFlags.V0) && !values.flag(RegoFlags.V1)
        ? FormatSettings.v0()
        : FormatSettings.v1();
  }
}
