package dev.landwaiter.cli.command.gate;

import dev.landwaiter.base.text.Plain;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.policy.gatekeeper.run.Client;
import dev.landwaiter.policy.gatekeeper.suite.RunFilter;
import dev.landwaiter.policy.gatekeeper.suite.Suite;
import dev.landwaiter.policy.gatekeeper.suite.SuiteException;
import dev.landwaiter.policy.gatekeeper.suite.SuiteFiles;
import dev.landwaiter.policy.gatekeeper.suite.SuiteResult;
import dev.landwaiter.policy.gatekeeper.suite.SuiteRunner;
import dev.landwaiter.policy.gatekeeper.suite.SuiteText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Finds suites, runs them, and shows what came of each as soon as it is known. Behind the name
/// `gator` a file that cannot be read ends the run before it begins.
final class GateVerify {
  private final Invocation invocation;
  private final Values values;
  private final boolean original;
  private final List<Problem> problems = new ArrayList<>();

  GateVerify(Invocation invocation, boolean original) {
    this.invocation = invocation;
    this.values = invocation.values();
    this.original = original;
  }

  int run() throws UsageException, IOException {
    List<String> names = invocation.arguments();
    if (names.isEmpty() || (original && names.size() > 1)) {
      throw UsageException.withUsage(
          names.isEmpty()
              ? "name a suite: a file, a folder, or FOLDER/..."
              : "one suite is expected, and there are " + names.size());
    }
    SuiteRunner runner = runner();
    List<Suite> suites = suites(names);
    boolean told = !problems.isEmpty();
    problems.forEach(problem -> invocation.log().error(problem.toString()));
    if (told && original) {
      return invocation.dialect().errorCode();
    }
    boolean failed = false;
    long ran = 0;
    for (Suite suite : suites) {
      SuiteResult result = runner.run(suite);
      failed |= result.failed();
      ran += result.ran();
      print(SuiteText.of(result, values.flag(GateVerifyCommand.VERBOSE)));
      hints(result);
    }
    print(SuiteText.end(failed));
    if (failed) {
      invocation.log().error("tests failed");
    }
    if (told) {
      return invocation.dialect().errorCode();
    }
    return failed ? 1 : nothing(suites, ran);
  }

  private SuiteRunner runner() throws UsageException {
    try {
      RunFilter filter = RunFilter.of(values.text(GateVerifyCommand.RUN));
      boolean verbose = values.flag(GateVerifyCommand.VERBOSE);
      return new SuiteRunner(
          new SuiteRunner.Settings(
              clients(verbose), filter, values.flag(GateFlags.TRACE), Ticks::now));
    } catch (SuiteException e) {
      throw new UsageException("--run: " + e.text());
    }
  }

  private Supplier<Client> clients(boolean verbose) throws UsageException {
    if (original) {
      return Engines.clients(invocation, verbose, true);
    }
    return Engines.clients(invocation, verbose, OutsideData.recorded(invocation));
  }

  private List<Suite> suites(List<String> names) {
    List<Suite> suites = new ArrayList<>();
    for (String name : names) {
      try {
        SuiteFiles.Found found = new SuiteFiles(invocation.world().folder(), original).find(name);
        suites.addAll(found.suites());
        problems.addAll(found.problems());
      } catch (InvalidPathException e) {
        problems.add(Problem.in(name, "this cannot be the name of a file"));
      }
    }
    return suites;
  }

  private void hints(SuiteResult result) {
    for (SuiteResult.TestResult test : result.tests()) {
      if (!test.hint().isEmpty()) {
        invocation.log().info(result.name() + ": " + test.name() + ":\n" + test.hint());
      }
    }
  }

  private void print(String text) throws IOException {
    String shown = original ? text : Plain.lines(text);
    invocation.world().stdout().write(shown.getBytes(StandardCharsets.UTF_8));
  }

  /// How a run ends in which nothing failed.
  private int nothing(List<Suite> suites, long ran) throws UsageException {
    boolean invalid =
        suites.stream().flatMap(suite -> suite.tests().stream()).anyMatch(Suite.Test::invalid);
    if (ran > 0 || invalid) {
      return 0;
    }
    String why =
        suites.isEmpty()
            ? "nothing was tested: there is no suite (apiVersion test.gatekeeper.sh/v1alpha1, kind"
                + " Suite) among the files"
            : "nothing was tested: no case was run";
    if (original || !values.flag(GateVerifyCommand.NOTHING)) {
      invocation.log().warn(why);
      return 0;
    }
    invocation.log().error(why);
    return invocation.dialect().errorCode();
  }
}
