package dev.landwaiter.cli.command.lint;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.DockerfileFlags;
import dev.landwaiter.cli.flags.LintFlags;
import dev.landwaiter.cli.world.Version;
import dev.landwaiter.cli.world.World;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One run of our own linter.
record LintRun(
    Invocation invocation,
    Profile profile,
    Configuration configuration,
    Reports reports,
    ShellCheckProgram shell) {
  static LintRun of(Invocation invocation, Profile profile) throws UsageException, IOException {
    Values values = invocation.values();
    Configuration configuration =
        Configuration.merge(
            Environment.read(invocation.world().environment()),
            ConfigurationPlaces.read(invocation, values.text(LintFlags.HADOLINT_CONFIG)),
            FlagLayer.of(values, LintFlags.FORMAT));
    if (configuration.verbose()) {
      ConfigurationText.of(configuration).forEach(invocation.log()::info);
    }
    UnknownRules.tell(configuration, invocation.log());
    Reports reports =
        Reports.of(
            invocation,
            configuration.formats(),
            values.repeated(DockerfileFlags.OUTPUT),
            "native",
            name ->
                Formats.own(name)
                    .orElseThrow(() -> new UsageException("there is no format " + name)));
    ShellCheckProgram shell =
        ShellCheckProgram.of(
            invocation.world(), invocation.log(), values.text(LintFlags.SHELLCHECK));
    return new LintRun(invocation, profile, configuration, reports, shell);
  }

  int run() throws UsageException, IOException {
    Values values = invocation.values();
    String stdin = values.text(LintFlags.STDIN_FILENAME);
    var inputs = new Inputs(invocation, stdin.isEmpty() ? "-" : stdin, true);
    List<String> arguments =
        invocation.arguments().isEmpty() ? List.of(".") : invocation.arguments();
    for (String argument : arguments) {
      inputs.add(argument);
    }
    Linter.Options options = options(values);
    var judging = Judging.of(invocation, options, IgnoreFiles.of(invocation));
    boolean piped = inputs.all().stream().anyMatch(input -> input.path().isEmpty());
    if (values.flag(LintFlags.DIFF)) {
      int code = new Mending(judging).show(inputs.all());
      return inputs.unread() > 0 ? invocation.dialect().errorCode() : code;
    }
    boolean fix = values.flag(LintFlags.FIX);
    List<Input> judged = fix ? new Mending(judging).write(inputs.all()) : inputs.all();
    List<Linter.Outcome> outcomes = judging.all(judged);
    List<Linted> files =
        hidden(judging.shown(outcomes), judged).stream()
            .map(each -> stop(values) ? Judging.stopped(each) : each)
            .toList();
    new UnusedComments(invocation, options, configuration.verbose(), shell.complete())
        .tell(outcomes);
    if (!inputs.all().isEmpty()) {
      (fix && piped ? reports.toFiles() : reports).write(files, reportOptions(values));
    }
    if (inputs.unread() > 0) {
      return invocation.dialect().errorCode();
    }
    boolean fails =
        Verdict.fails(
            configuration, reports.formats(), Judging.findings(files), Judging.unread(files));
    return fails ? 1 : 0;
  }

  /// Without secrets also where the rules that find them are not wanted.
  private List<Linted> hidden(List<Linted> files, List<Input> inputs) {
    if (profile == Profile.FULL) {
      return files;
    }
    var hiding = new Hiding(invocation);
    List<Linted> hidden = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      hidden.add(hiding.applied(files.get(i), inputs.get(i)));
    }
    return hidden;
  }

  private Linter.Options options(Values values) throws UsageException {
    String version = values.text(LintFlags.HADOLINT_VERSION);
    Optional<RuleVersion> wanted = RuleVersion.of(version.isEmpty() ? "2.15" : version);
    if (wanted.isEmpty()) {
      throw new UsageException(
          "--hadolint-version %s is no version such as 2.12.0".formatted(version));
    }
    return new Linter.Options(
            configuration,
            profile,
            wanted.get(),
            stop(values),
            Judging.today(invocation),
            shell.findings(profile))
        .given(BuildFlags.of(values));
  }

  private static boolean stop(Values values) {
    try {
      return values.flag(LintFlags.STOP);
    } catch (UsageException e) {
      throw new IllegalStateException("flags are checked before the run", e);
    }
  }

  private ReportOptions reportOptions(Values values) throws UsageException {
    World world = invocation.world();
    String path = values.text(DockerfileFlags.PATH);
    var rules = RuleTexts.of(profile == Profile.BUILDER ? profile : Profile.FULL);
    return new ReportOptions(
        path.isEmpty() ? Optional.empty() : Optional.of(path),
        false,
        Reports.colours(world, configuration.noColor()),
        world.terminal().stdout() ? world.terminal().width() : 0,
        values.flag(LintFlags.SHOW_SUPPRESSED),
        Version.own(),
        Version.HADOLINT,
        world.clock().instant(),
        rules::rule);
  }
}
