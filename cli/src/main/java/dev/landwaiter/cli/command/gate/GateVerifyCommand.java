package dev.landwaiter.cli.command.gate;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import java.io.IOException;
import java.util.List;

/// Runs suites: tests of templates and constraints.
public final class GateVerifyCommand extends GateCommand {
  static final Flag RUN =
      Flag.text("run", "run only tests and cases whose names match: REGEX or TEST//CASE")
          .shorthand("r");
  static final Flag VERBOSE =
      Flag.toggle("verbose", "tell every test and case, and what templates print");
  static final Flag NOTHING =
      Flag.toggle("fail-on-nothing", "end with 2 when no test was run").standard("true");

  /// Made for one program.
  ///
  /// @param prefix of its name: `gate `, or empty behind the name `gator`
  public GateVerifyCommand(String prefix) {
    super(
        prefix,
        "verify",
        "Run suites: tests of Gatekeeper's templates and constraints",
        prefix.isEmpty() ? "[flags] SUITE" : "[flags] SUITE...");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("run one suite and tell every case", name() + " --verbose suite.yaml"),
        new Example("run all suites below a folder", name() + " policies/..."),
        new Example("run one case", name() + " --run 'allowed-repos//bad-image' suite.yaml"));
  }

  @Override
  public List<FlagGroup> flags() {
    return original()
        ? List.of(
            new FlagGroup(
                "Flags",
                RUN,
                VERBOSE.shorthand("v"),
                GateFlags.TRACE.shorthand("t"),
                GateFlags.CEL,
                GateFlags.FAILURE_POLICY,
                GlobalFlags.HELP))
        : List.of(
            new FlagGroup(
                "Suite Flags",
                RUN,
                VERBOSE,
                GateFlags.TRACE,
                GateFlags.CEL,
                GateFlags.FAILURE_POLICY,
                GateFlags.EXTERNAL_DATA,
                NOTHING),
            GlobalFlags.GROUP);
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    return new GateVerify(invocation, original()).run();
  }
}
