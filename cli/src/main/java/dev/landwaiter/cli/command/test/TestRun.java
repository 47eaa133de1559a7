package dev.landwaiter.cli.command.test;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.Waivers;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.ConftestFlags;
import dev.landwaiter.policy.conftest.CheckResult;
import dev.landwaiter.policy.conftest.NamespaceException;
import dev.landwaiter.policy.conftest.Totals;
import dev.landwaiter.policy.conftest.run.Checking;
import dev.landwaiter.policy.conftest.run.ConfigFiles;
import dev.landwaiter.policy.conftest.run.Namespaces;
import dev.landwaiter.policy.conftest.run.PolicySet;
import dev.landwaiter.policy.conftest.run.Run;
import dev.landwaiter.policy.conftest.run.Surroundings;
import dev.landwaiter.policy.input.InputFiles;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.load.LoadException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One run of `test`.
final class TestRun {
  private static final String NO_INPUT = "parse files: no files found";

  private final Invocation invocation;
  private final Values values;
  private final Reporting report;
  private final boolean own;

  TestRun(Invocation invocation) {
    this.invocation = invocation;
    this.values = invocation.values();
    this.report = new Reporting(invocation);
    this.own = Policies.own(invocation);
  }

  /// The exit code.
  int run() throws UsageException, LoadException, RegoException, NamespaceException, IOException {
    Fetching.update(invocation);
    InputFiles.Found found = find();
    PolicySet policies = Policies.load(invocation, false, false);
    List<String> namespaces = namespaces(policies);
    Surroundings surroundings = Policies.surroundings(invocation);
    var checking =
        new Checking(
            policies,
            namespaces,
            invocation.world().folder(),
            surroundings,
            new Checking.Following(values.flag(ConftestFlags.TRACE), own));
    var files =
        new ConfigFiles(
            invocation.world().folder(),
            values.text(ConftestFlags.PARSER),
            stdin(found.files()),
            Policies.formats(invocation, !own));
    var run = new Run(checking, files, surroundings.threads());
    List<Run.Outcome> outcomes =
        values.flag(ConftestFlags.COMBINE)
            ? run.combined(found.files())
            : run.each(found.files().stream().sorted().toList(), stdinName());
    return judge(found, policies, checking, outcomes);
  }

  private int judge(
      InputFiles.Found found, PolicySet policies, Checking checking, List<Run.Outcome> outcomes)
      throws UsageException, RegoException, IOException {
    int unread = found.problems().size();
    List<CheckResult> results = new ArrayList<>();
    for (Run.Outcome outcome : outcomes) {
      if (outcome.unread().isPresent()) {
        unread++;
        report.tell("running test", outcome.unread().get().getMessage());
      }
      if (outcome.failed().isPresent()) {
        if (!own) {
          throw outcome.failed().get();
        }
        unread++;
        report.tell(outcome.name() + ": " + outcome.failed().get().getMessage());
      }
      results.addAll(outcome.results());
    }
    boolean judged = outcomes.stream().anyMatch(outcome -> !outcome.results().isEmpty());
    boolean told = judged || (unread == 0 && !outcomes.isEmpty());
    boolean nothing = new Nothing(report, policies, checking, found, own).tell(outcomes);
    List<CheckResult> shown = own ? new Waiving(Waivers.of(invocation)).applied(results) : results;
    Totals totals = Totals.of(shown);
    int code = code(totals);
    boolean failing = code > 0 || unread > 0;
    if (told && (!report.quiet() || failing)) {
      report.results(shown, false, own ? policies.about() : Map.of());
    }
    boolean error = unread > 0 || (nothing && values.flag(failOnNothing()));
    if (error) {
      return invocation.dialect().errorCode();
    }
    return values.flag(ConftestFlags.NO_FAIL) ? 0 : code;
  }

  private Flag failOnNothing() {
    return own ? ConftestFlags.FAIL_ON_NOTHING : ConftestFlags.FAIL_ON_NOTHING.standard("false");
  }

  /// The original tells failures from warnings by its code where warnings count too.
  private int code(Totals totals) throws UsageException {
    boolean warnings = values.flag(ConftestFlags.FAIL_ON_WARN);
    if (totals.failures() > 0) {
      return warnings && !own ? 2 : 1;
    }
    return warnings && totals.warnings() > 0 ? 1 : 0;
  }

  private InputFiles.Found find() throws UsageException, LoadException {
    InputFiles.Found found;
    try {
      found =
          new InputFiles(
                  invocation.world().folder(),
                  ConfigFiles::knows,
                  values.text(ConftestFlags.IGNORE))
              .find(invocation.arguments());
    } catch (FormatException e) {
      throw new LoadException("parse files: " + e.getMessage());
    }
    for (Problem problem : found.problems()) {
      report.tell("running test: parse files", problem.toString());
    }
    if (found.files().isEmpty() && found.problems().isEmpty()) {
      if (!found.unread().isEmpty()) {
        report.note(Nothing.unread(found.unread()));
      }
      throw new LoadException(NO_INPUT);
    }
    return found;
  }

  private List<String> namespaces(PolicySet policies) throws UsageException, NamespaceException {
    return values.flag(ConftestFlags.ALL_NAMESPACES)
        ? List.copyOf(policies.namespaces())
        : Namespaces.chosen(values.texts(ConftestFlags.NAMESPACE), policies.namespaces());
  }

  private byte[] stdin(List<String> files) throws IOException {
    return files.contains(ConfigFiles.STDIN) ? Stdin.read(invocation) : new byte[0];
  }

  private String stdinName() throws UsageException {
    String name = values.text(ConftestFlags.STDIN_FILENAME);
    return name.isEmpty() ? ConfigFiles.STDIN : name;
  }
}
