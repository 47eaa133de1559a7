package dev.landwaiter.cli.command.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.ConftestFlags;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.world.Version;
import dev.landwaiter.cli.world.World;
import dev.landwaiter.policy.conftest.CheckResult;
import dev.landwaiter.policy.conftest.RuleAbout;
import dev.landwaiter.policy.conftest.output.Form;
import dev.landwaiter.policy.conftest.output.Lines;
import dev.landwaiter.policy.conftest.output.ReportOptions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where results and trouble are told.
record Reporting(Invocation invocation) {
  /// Says what ended the run.
  ///
  /// @return the exit code
  int trouble(String message) {
    tell(message);
    return invocation.dialect().errorCode();
  }

  /// As [#trouble(String)], in the persona behind the words that the original has for it.
  int trouble(String during, String message) {
    return trouble(Policies.own(invocation) ? message : during + ": " + message);
  }

  /// As [#tell(String)], in the persona behind the words that the original has for it.
  void tell(String during, String message) {
    tell(Policies.own(invocation) ? message : during + ": " + message);
  }

  /// Says that something went wrong and the run goes on.
  void tell(String message) {
    if (Policies.own(invocation)) {
      invocation.log().error(message);
    } else {
      invocation.world().stderr().println("Error: " + message);
      invocation.world().stderr().flush();
    }
  }

  /// Says what the user should know.
  void note(String message) throws UsageException {
    if (!quiet()) {
      invocation.log().warn(message);
    }
  }

  boolean quiet() throws UsageException {
    Values values = invocation.values();
    return Policies.own(invocation)
        ? values.flag(GlobalFlags.QUIET)
        : values.flag(ConftestFlags.QUIET);
  }

  void out(String text) throws IOException {
    invocation.world().stdout().write(text.getBytes(UTF_8));
    invocation.world().stdout().flush();
  }

  /// Writes the report.
  ///
  /// @param verifying whether the results are of tests of policies
  /// @param about what policies say of their rules
  void results(List<CheckResult> results, boolean verifying, Map<String, RuleAbout> about)
      throws UsageException, IOException {
    Values values = invocation.values();
    String name = values.text(ConftestFlags.OUTPUT);
    Optional<Form> form = Form.named(name.isEmpty() ? Form.STDOUT.id() : name);
    boolean trace = values.flag(ConftestFlags.TRACE);
    if (trace) {
      invocation.world().stderr().print(Lines.traces(results));
      invocation.world().stderr().flush();
    }
    if (trace && form.equals(Optional.of(Form.STDOUT)) && !Policies.own(invocation)) {
      out(Lines.traces(results));
      return;
    }
    // The original shows a form it does not know as lines with colours, whatever was asked for.
    boolean colours = form.isEmpty() || colours();
    out(form.orElse(Form.STDOUT).report(results, options(colours, verifying, about)));
  }

  private ReportOptions options(boolean colours, boolean verifying, Map<String, RuleAbout> about)
      throws UsageException {
    Values values = invocation.values();
    boolean own = Policies.own(invocation);
    return new ReportOptions(
        colours,
        !values.flag(ConftestFlags.SUPPRESS_EXCEPTIONS),
        !values.flag(ConftestFlags.GITHUB_HIDE_PASSED),
        !values.flag(ConftestFlags.JUNIT_HIDE_MESSAGE),
        verifying,
        own,
        own ? Version.own() : Version.CONFTEST_IN_REPORTS,
        about);
  }

  private boolean colours() throws UsageException {
    if (invocation.values().flag(ConftestFlags.NO_COLOR)) {
      return false;
    }
    World world = invocation.world();
    return !Policies.own(invocation)
        || (world.terminal().stdout() && !world.environment().containsKey("NO_COLOR"));
  }
}
