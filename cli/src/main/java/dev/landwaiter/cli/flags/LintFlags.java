package dev.landwaiter.cli.flags;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.dockerfile.output.all.Formats;

/// Flags of our own linter of Dockerfiles that hadolint does not have.
public final class LintFlags {
  public static final Flag FORMAT =
      Flag.repeated("format", "form of the report; once for each output (default native)")
          .shorthand("f")
          .key("lint.format")
          .allowed(Formats.OWN.toArray(String[]::new));
  public static final Flag PROFILE =
      Flag.text(
              "profile",
              "which rules judge: all of ours, or only those that hadolint or the builder has, as"
                  + " they do (the formats buildkit and buildkit-json imply builder)")
          .key("lint.profile")
          .standard("full")
          .allowed("full", "hadolint", "builder");
  public static final Flag HADOLINT_VERSION =
      Flag.text("hadolint-version", "leave out hadolint's rules that are younger than this version")
          .key("lint.hadolint-version");
  public static final Flag HADOLINT_CONFIG =
      Flag.text(
              "hadolint-config", "hadolint's configuration file, instead of the one it would find")
          .key("lint.hadolint-config");
  public static final Flag STOP =
      Flag.toggle("stop-on-parse-error", "tell nothing of a file but why it cannot be read")
          .key("lint.stop-on-parse-error");
  public static final Flag STDIN_FILENAME =
      Flag.text("stdin-filename", "name of the file that comes on standard input")
          .key("lint.stdin-filename");
  public static final Flag CONTEXT =
      Flag.text("context", "folder of the build context (default the folder of the file)")
          .key("lint.context");
  public static final Flag IGNORE_FILE =
      Flag.text("ignore-file", "the context's .dockerignore, instead of the one the builder takes")
          .key("lint.ignore-file");
  public static final Flag BUILD_ARG =
      Flag.repeated(
              "build-arg", "NAME=VALUE: what the build is given for an ARG (not for hadolint)")
          .key("lint.build-arg");
  public static final Flag TARGET =
      Flag.text("target", "stage to build, by name or number (not for hadolint)")
          .key("lint.target");
  public static final Flag PLATFORM =
      Flag.text(
              "platform",
              "OS/ARCH to build for, as linux/arm64 (default linux/amd64; not for hadolint)")
          .key("lint.platform");
  public static final Flag SHELLCHECK =
      Flag.text(
              "shellcheck",
              "the program ShellCheck, instead of the one on the path; off leaves its findings out")
          .key("lint.shellcheck");
  public static final Flag FIX =
      Flag.toggle("fix", "mend in the files what can be mended safely").key("lint.fix");
  public static final Flag DIFF =
      Flag.toggle("diff", "show what --fix would change, and change nothing").key("lint.diff");
  public static final Flag SHOW_SUPPRESSED =
      Flag.toggle("show-suppressed", "tell in SARIF what waivers and comments hide")
          .key("lint.show-suppressed");
  public static final Flag EXPLAIN =
      Flag.text("explain", "explain this rule and lint nothing").key("lint.explain");
  public static final Flag LIST_RULES =
      Flag.toggle("list-rules", "list all rules and lint nothing").key("lint.list-rules");

  public static final FlagGroup GROUP =
      new FlagGroup(
          "Lint Flags",
          FORMAT,
          DockerfileFlags.OUTPUT,
          DockerfileFlags.PATH,
          DockerfileFlags.NO_COLOR,
          DockerfileFlags.VERBOSE,
          SHOW_SUPPRESSED,
          PROFILE,
          HADOLINT_VERSION,
          HADOLINT_CONFIG,
          STOP,
          STDIN_FILENAME,
          CONTEXT,
          IGNORE_FILE,
          BUILD_ARG,
          TARGET,
          PLATFORM,
          SHELLCHECK,
          FIX,
          DIFF,
          EXPLAIN,
          LIST_RULES);

  private LintFlags() {}
}
