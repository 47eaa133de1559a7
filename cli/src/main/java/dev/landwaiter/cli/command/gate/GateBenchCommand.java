package dev.landwaiter.cli.command.gate;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.FlagType;
import dev.landwaiter.cli.flag.Support;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import java.io.IOException;
import java.util.List;

/// Measures how long reviews take.
public final class GateBenchCommand extends GateCommand {
  static final Flag ENGINE =
      Flag.text("engine", "what runs the templates: rego, cel or all")
          .shorthand("e")
          .standard("all");

  /// Gator measures one engine unless told otherwise.
  static final Flag GATOR_ENGINE = ENGINE.standard("cel");

  static final Flag ITERATIONS =
      Flag.of("iterations", FlagType.NUMBER, "rounds over all objects")
          .shorthand("n")
          .standard("1000");
  static final Flag WARMUP =
      Flag.of("warmup", FlagType.NUMBER, "rounds before, which do not count").standard("10");
  static final Flag CONCURRENCY =
      Flag.of("concurrency", FlagType.NUMBER, "threads that share the rounds").standard("1");
  static final Flag OUTPUT =
      Flag.text("output", "how results are shown: table, json or yaml")
          .shorthand("o")
          .standard("table");
  static final Flag MEMORY = Flag.toggle("memory", "measure what is allocated, too");
  static final Flag SAVE = Flag.text("save", "file to save the results in, as a baseline");
  static final Flag COMPARE = Flag.text("compare", "file with a baseline to compare with");
  static final Flag THRESHOLD =
      Flag.of("threshold", FlagType.DECIMAL, "percent by which results may be worse")
          .standard("10");
  static final Flag MIN_THRESHOLD =
      Flag.of("min-threshold", FlagType.DURATION, "times may be longer by this much in any case")
          .standard("0s");

  /// Made for one program.
  ///
  /// @param prefix of its name: `gate `, or empty behind the name `gator`
  public GateBenchCommand(String prefix) {
    super(
        prefix,
        "bench",
        "Measure how long Gatekeeper's templates take",
        "[flags] -f FILE|FOLDER...");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("measure both engines", name() + " --engine all -f policy/ -f k8s/"),
        new Example(
            "fail where reviews got slower by a fifth",
            name() + " -f policy/ -f k8s/ --compare before.json --threshold 20"));
  }

  @Override
  public List<FlagGroup> flags() {
    return original()
        ? List.of(
            new FlagGroup(
                "Flags",
                GateFlags.FILENAME,
                GateFlags.IMAGE,
                GateFlags.TEMPDIR.shorthand("d"),
                GATOR_ENGINE,
                ITERATIONS,
                WARMUP,
                CONCURRENCY.shorthand("c"),
                OUTPUT,
                GateFlags.STATS.shorthand("s").support(Support.NEEDLESS),
                MEMORY,
                SAVE,
                COMPARE,
                THRESHOLD,
                MIN_THRESHOLD,
                GlobalFlags.HELP))
        : List.of(
            new FlagGroup(
                "Measuring Flags",
                GateFlags.FILENAME,
                ENGINE,
                ITERATIONS,
                WARMUP,
                CONCURRENCY,
                OUTPUT,
                MEMORY,
                SAVE,
                COMPARE,
                THRESHOLD,
                MIN_THRESHOLD),
            GlobalFlags.GROUP);
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    return new GateBench(invocation, original()).run();
  }
}
