package dev.landwaiter.cli.flags;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.dockerfile.output.all.Formats;

/// Flags that our own linter of Dockerfiles and hadolint share; names and values are hadolint's.
public final class DockerfileFlags {
  /// What each level is called.
  private static final String[] LEVELS = {"error", "warning", "info", "style", "ignore", "none"};

  public static final Flag OUTPUT =
      Flag.repeated("output", "write the report to this file; once for each format")
          .shorthand("o")
          .key("lint.output");
  public static final Flag PATH =
      Flag.text("file-path-in-report", "path that the report names instead of the file's")
          .key("lint.file-path-in-report");
  public static final Flag NO_FAIL =
      Flag.toggle("no-fail", "end with 0 whatever is found").key("lint.no-fail");
  public static final Flag NO_COLOR = Flag.toggle("no-color", "no colours").key("lint.no-color");
  public static final Flag VERBOSE =
      Flag.toggle("verbose", "tell what the configuration comes to")
          .shorthand("V")
          .key("lint.verbose");
  public static final Flag ERROR = level("error", "a rule whose findings are errors");
  public static final Flag WARNING = level("warning", "a rule whose findings are warnings");
  public static final Flag INFO = level("info", "a rule whose findings are infos");
  public static final Flag STYLE = level("style", "a rule whose findings are matters of style");
  public static final Flag IGNORE = level("ignore", "a rule to leave out");
  public static final Flag TRUSTED_REGISTRY =
      Flag.repeated(
              "trusted-registry", "a registry that images may come from; * at an end is a wildcard")
          .key("lint.trusted-registry");
  public static final Flag REQUIRE_LABEL =
      Flag.repeated("require-label", "a label that images must have, and its type: NAME:TYPE")
          .key("lint.require-label");
  public static final Flag STRICT_LABELS =
      Flag.toggle("strict-labels", "no labels but the required ones").key("lint.strict-labels");
  public static final Flag DISABLE_PRAGMAS =
      Flag.toggle("disable-ignore-pragma", "comments that ignore rules count for nothing")
          .key("lint.disable-ignore-pragma");
  public static final Flag THRESHOLD =
      Flag.text("failure-threshold", "findings of this level and worse fail the run")
          .shorthand("t")
          .key("lint.failure-threshold")
          .allowed(LEVELS);

  /// The report's form under hadolint's names.
  public static final Flag CLASSIC_FORMAT =
      Flag.repeated("format", "form of the report; once for each output (default tty)")
          .shorthand("f")
          .allowed(Formats.CLASSIC.toArray(String[]::new));

  /// Files that decide what is reported, and how the run ends.
  public static final FlagGroup RULES =
      new FlagGroup(
          "Rule Flags",
          ERROR,
          WARNING,
          INFO,
          STYLE,
          IGNORE,
          TRUSTED_REGISTRY,
          REQUIRE_LABEL,
          STRICT_LABELS,
          DISABLE_PRAGMAS,
          THRESHOLD,
          NO_FAIL);

  private DockerfileFlags() {}

  private static Flag level(String name, String help) {
    return Flag.repeated(name, help).key("lint." + name);
  }
}
