package dev.landwaiter.cli.command.test;

import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.ConftestFlags;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.policy.conftest.CheckResult;
import dev.landwaiter.policy.conftest.NamespaceException;
import dev.landwaiter.policy.conftest.Totals;
import dev.landwaiter.policy.conftest.run.PolicySet;
import dev.landwaiter.policy.conftest.run.Verification;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.test.TestResult;
import dev.landwaiter.rego.trace.Explain;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs the tests of policies as `conftest verify` does; our own word for it is `rego test`.
public final class VerifyCommand implements Command {
  private static final Flag NAMESPACE = ConftestFlags.NAMESPACE.standard("");

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public String summary() {
    return "Run the tests of policies";
  }

  @Override
  public String usage() {
    return "[flags]";
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
            ConftestFlags.POLICY,
            ConftestFlags.DATA,
            NAMESPACE,
            ConftestFlags.OUTPUT.standard("stdout"),
            ConftestFlags.REPORT,
            ConftestFlags.VAR_VALUES,
            ConftestFlags.TRACE,
            ConftestFlags.NO_COLOR,
            ConftestFlags.QUIET,
            ConftestFlags.REGO_VERSION,
            ConftestFlags.STRICT,
            ConftestFlags.CAPABILITIES,
            ConftestFlags.SHOW_BUILTIN_ERRORS,
            ConftestFlags.PROTO_FILE_DIRS,
            ConftestFlags.GITHUB_HIDE_PASSED,
            ConftestFlags.JUNIT_HIDE_MESSAGE,
            ConftestFlags.CONFIG_FILE,
            GlobalFlags.HELP));
  }

  @Override
  public int run(Invocation plain) throws UsageException, IOException {
    Invocation invocation = ConftestSettings.of(plain, this);
    var report = new Reporting(invocation);
    try {
      return run(invocation, report);
    } catch (LoadException e) {
      return report.trouble("running verification: " + e.getMessage());
    } catch (RegoException e) {
      return report.trouble("running verification: " + e.getMessage());
    } catch (NamespaceException e) {
      return report.trouble("running verification: " + e.getMessage());
    }
  }

  private static int run(Invocation invocation, Reporting report)
      throws UsageException, LoadException, RegoException, NamespaceException, IOException {
    Values values = invocation.values();
    boolean variables = values.flag(ConftestFlags.VAR_VALUES);
    Optional<Explain> explain = explain(values);
    String output = values.text(ConftestFlags.OUTPUT);
    boolean lines = output.isEmpty() || output.equals("stdout");
    if (!lines && (variables || !values.text(ConftestFlags.REPORT).isEmpty())) {
      return report.trouble("report flag is supported with stdout only");
    }
    PolicySet policies = Policies.load(invocation, true, variables);
    var verification = new Verification(policies, Policies.surroundings(invocation));
    List<TestResult> results = verification.run(values.texts(NAMESPACE));
    if (results.isEmpty()) {
      report.note(
          "no test was run: there is no rule called test_… in the packages that were asked");
    }
    List<CheckResult> shown = verification.shown(results, values.flag(ConftestFlags.TRACE));
    int code = Totals.of(shown).failures() > 0 ? 1 : 0;
    if (report.quiet() && code == 0) {
      return code;
    }
    if (explain.isPresent()) {
      report.out(verification.report(results, explain.get(), variables));
    } else {
      report.results(shown, true, Map.of());
    }
    return code;
  }

  private static Optional<Explain> explain(Values values) throws UsageException {
    return switch (values.text(ConftestFlags.REPORT)) {
      case "full" -> Optional.of(Explain.DEBUG);
      case "notes" -> Optional.of(Explain.NOTES);
      case "fails" -> Optional.of(Explain.FAILS);
      default ->
          values.flag(ConftestFlags.VAR_VALUES) ? Optional.of(Explain.FAILS) : Optional.empty();
    };
  }
}
