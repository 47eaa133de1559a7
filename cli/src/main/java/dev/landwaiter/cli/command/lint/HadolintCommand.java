package dev.landwaiter.cli.command.lint;

import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.DockerfileFlags;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.world.Version;
import dev.landwaiter.dockerfile.config.Configuration;
import dev.landwaiter.dockerfile.config.Environment;
import dev.landwaiter.dockerfile.config.RuleVersion;
import dev.landwaiter.dockerfile.config.Verdict;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.output.ReportOptions;
import dev.landwaiter.dockerfile.output.all.Formats;
import dev.landwaiter.dockerfile.run.Linter;
import dev.landwaiter.dockerfile.run.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The whole of the program behind the name `hadolint` (reference: 14).
public final class HadolintCommand implements Command {
  private static final Flag CONFIG =
      Flag.text("config", "configuration file, instead of the one in its usual places")
          .shorthand("c");

  /// The variable that stands for the flag which hadolint does not have.
  private static final String SHELLCHECK = "LANDWAITER_SHELLCHECK";

  /// The variable that stands for the flag which stops where hadolint stops.
  private static final String STOP = "LANDWAITER_STOP_ON_PARSE_ERROR";

  private static final Flag VERSION = Flag.toggle("version", "show the version").shorthand("v");

  @Override
  public String name() {
    return "";
  }

  @Override
  public String summary() {
    return "Lint Dockerfiles as hadolint does";
  }

  @Override
  public String usage() {
    return "[flags] DOCKERFILE...";
  }

  @Override
  public boolean takesGlobalFlags() {
    return false;
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(
        new FlagGroup(
            "Flags",
            CONFIG,
            DockerfileFlags.CLASSIC_FORMAT,
            DockerfileFlags.OUTPUT,
            DockerfileFlags.PATH,
            DockerfileFlags.NO_COLOR,
            DockerfileFlags.VERBOSE,
            VERSION,
            GlobalFlags.HELP),
        DockerfileFlags.RULES);
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    Values values = invocation.values();
    if (values.flag(VERSION)) {
      return print(invocation, VersionText.line(), 0);
    }
    if (invocation.arguments().isEmpty()) {
      return print(invocation, "Name the Dockerfile to lint, or - for standard input\n", 1);
    }
    Configuration configuration =
        Configuration.merge(
            Environment.read(invocation.world().environment()),
            ConfigurationPlaces.read(invocation, values.text(CONFIG)),
            FlagLayer.of(values, DockerfileFlags.CLASSIC_FORMAT));
    if (configuration.verbose()) {
      ConfigurationText.of(configuration).forEach(invocation.log()::info);
    }
    Reports reports =
        Reports.of(
            invocation,
            configuration.formats(),
            values.repeated(DockerfileFlags.OUTPUT),
            "tty",
            name ->
                Formats.classic(name)
                    .orElseThrow(() -> new UsageException("there is no format " + name)));
    var inputs = new Inputs(invocation, "-", false);
    for (String argument : invocation.arguments()) {
      inputs.add(argument);
    }
    if (inputs.unread() > 0) {
      return invocation.dialect().errorCode();
    }
    var options =
        new Linter.Options(
            configuration,
            Profile.CLASSIC,
            RuleVersion.NEWEST,
            invocation.world().environment().getOrDefault(STOP, "").equals("true"),
            Judging.today(invocation),
            ShellCheckProgram.of(
                    invocation.world(),
                    invocation.log(),
                    invocation.world().environment().getOrDefault(SHELLCHECK, ""))
                .findings(Profile.CLASSIC));
    var judging = Judging.of(invocation, options, IgnoreFiles.none(invocation));
    List<Linted> files =
        judging.shown(inputs.all().stream().map(each -> outcome(judging, each)).toList()).stream()
            .map(Judging::stopped)
            .toList();
    String path = values.text(DockerfileFlags.PATH);
    reports.write(
        files,
        new ReportOptions(
            path.isEmpty() ? Optional.empty() : Optional.of(path),
            true,
            Reports.colours(invocation.world(), configuration.noColor()),
            0,
            false,
            Version.own(),
            Version.HADOLINT,
            invocation.world().clock().instant(),
            id -> Optional.empty()));
    boolean fails =
        Verdict.fails(
            configuration, reports.formats(), Judging.findings(files), Judging.unread(files));
    return fails ? 1 : 0;
  }

  /// Standard input is called by another name where it could not be read.
  private static Linter.Outcome outcome(Judging judging, Input input) {
    Linter.Outcome outcome = judging.one(input.name(), input);
    return input.path().isEmpty() && outcome.unread() ? judging.one("/dev/stdin", input) : outcome;
  }

  private static int print(Invocation invocation, String text, int code) throws IOException {
    invocation.world().stdout().write(text.getBytes(StandardCharsets.UTF_8));
    return code;
  }
}
