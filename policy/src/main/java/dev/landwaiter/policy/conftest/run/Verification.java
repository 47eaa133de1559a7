package dev.landwaiter.policy.conftest.run;

import dev.landwaiter.policy.conftest.CheckResult;
import dev.landwaiter.policy.conftest.Message;
import dev.landwaiter.policy.conftest.NamespaceException;
import dev.landwaiter.policy.conftest.Query;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.policy.CompiledQuery;
import dev.landwaiter.rego.query.Answer;
import dev.landwaiter.rego.query.Documents;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.test.TestCase;
import dev.landwaiter.rego.test.TestReport;
import dev.landwaiter.rego.test.TestResult;
import dev.landwaiter.rego.test.TestRunner;
import dev.landwaiter.rego.test.TestSettings;
import dev.landwaiter.rego.trace.Event;
import dev.landwaiter.rego.trace.Explain;
import dev.landwaiter.rego.trace.FailureText;
import dev.landwaiter.rego.trace.Recorder;
import dev.landwaiter.rego.trace.TraceText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/// Runs the tests that stand among policies.
public final class Verification {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /// Blanks between the places and the steps of a trace.
  private static final int GAP = 7;

  private final PolicySet policies;
  private final Surroundings surroundings;

  /// @param policies loaded with their tests
  public Verification(PolicySet policies, Surroundings surroundings) {
    this.policies = policies;
    this.surroundings = surroundings;
  }

  /// Runs tests, several at once.
  ///
  /// @param namespaces patterns for packages whose tests are run; none for all
  /// @return in the order of the modules' names and of the source
  /// @throws RegoException with the error that ended a test
  /// @throws NamespaceException for a pattern that is none
  public List<TestResult> run(List<String> namespaces) throws RegoException, NamespaceException {
    SortedSet<String> present = policies.namespaces();
    SortedSet<String> chosen =
        namespaces.isEmpty() ? present : Namespaces.matching(namespaces, present);
    List<TestCase> tests = new ArrayList<>();
    for (TestCase test : policies.tests()) {
      if (chosen.contains(PolicySet.withoutRoot(test.packagePath()))) {
        tests.add(test);
      }
    }
    List<TestResult> results =
        new TestRunner(
                policies.compiled(),
                policies.functions(),
                policies.data(),
                new TestSettings(
                    surroundings.world(),
                    policies.compiled().capabilities(),
                    PATIENCE,
                    surroundings.memory(),
                    Explain.OFF,
                    false,
                    false,
                    surroundings.threads()))
            .run(tests);
    for (TestResult result : results) {
      if (result.error().isPresent()) {
        throw new RegoException(result.error().get());
      }
    }
    if (surroundings.builtinErrors()) {
      checkFunctions(tests);
    }
    return results;
  }

  private void checkFunctions(List<TestCase> tests) throws RegoException {
    for (TestCase test : tests) {
      if (!test.skipped()) {
        Answer answer =
            policies.prepare(policies.query(test.query())).evaluate(documents(), settings());
        if (!answer.builtinErrors().isEmpty()) {
          throw new RegoException(answer.builtinErrors().getFirst());
        }
      }
    }
  }

  /// The results in the form of those about files.
  ///
  /// @param traced whether every test is followed step by step
  public List<CheckResult> shown(List<TestResult> results, boolean traced) throws RegoException {
    List<CheckResult> shown = new ArrayList<>();
    for (TestResult result : results) {
      TestCase test = result.test();
      List<Message> told = List.of(Message.of(test.fullName()));
      List<Query> queries =
          traced ? List.of(new Query(test.name(), List.of(), trace(test))) : List.of();
      boolean passed = result.outcome() == TestResult.Outcome.PASS;
      boolean skipped = result.outcome() == TestResult.Outcome.SKIPPED;
      shown.add(
          new CheckResult(
              test.at().file(),
              "",
              passed ? 1 : 0,
              skipped ? told : List.of(),
              List.of(),
              passed || skipped ? List.of() : told,
              List.of(),
              queries));
    }
    return shown;
  }

  private List<String> trace(TestCase test) throws RegoException {
    if (test.skipped()) {
      return List.of();
    }
    Followed followed = events(test, false);
    return TraceLines.of(followed.events(), followed.names());
  }

  /// Events of one test, and source names of its variables.
  private record Followed(List<Event> events, Map<String, String> names) {}

  private Followed events(TestCase test, boolean variables) throws RegoException {
    var recorder = new Recorder(variables);
    CompiledQuery query = policies.query(test.query());
    Answer _ = policies.search().evaluate(query, documents(), settings(), Optional.of(recorder));
    Map<String, String> names = new HashMap<>(policies.compiled().names());
    names.putAll(query.names());
    return new Followed(recorder.events(), names);
  }

  /// A report for people: all tests, and why some failed.
  ///
  /// @param explain what of traces is shown
  /// @param variables whether the values of variables are told
  public String report(List<TestResult> results, Explain explain, boolean variables)
      throws RegoException {
    List<TestResult> explained = new ArrayList<>();
    for (TestResult result : results) {
      explained.add(
          result.outcome() == TestResult.Outcome.FAIL
              ? explained(result, explain, variables)
              : result);
    }
    return TestReport.of(explained, true, true, true);
  }

  private TestResult explained(TestResult result, Explain explain, boolean variables)
      throws RegoException {
    Followed followed = events(result.test(), variables);
    List<Event> chosen = explain.of(followed.events());
    List<String> source =
        variables ? new FailureText(chosen, followed.names()).last() : FailedSource.last(chosen);
    return new TestResult(
        result.test(),
        result.outcome(),
        result.error(),
        result.nanos(),
        result.output(),
        result.cases(),
        variables
            ? withOperands(chosen, followed.names())
            : TraceText.lines(chosen, followed.names(), GAP),
        source,
        result.events());
  }

  /// The values of operands stand below each other.
  private static List<String> withOperands(List<Event> events, Map<String, String> names) {
    List<String> plain = TraceText.lines(events, names, GAP);
    List<String> full = TraceText.withOperands(events, names, GAP);
    int widest = plain.stream().mapToInt(String::length).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < plain.size(); i++) {
      int length = plain.get(i).length();
      String operands = full.get(i).substring(length).strip();
      lines.add(plain.get(i) + " ".repeat(widest + GAP - length) + operands);
    }
    return lines;
  }

  private Documents documents() {
    return new Documents(policies.data(), Optional.empty());
  }

  private Settings settings() {
    return new Settings(
        surroundings.world(),
        new Budget(
            surroundings.world().ticks() + PATIENCE.toNanos(),
            Long.MAX_VALUE,
            surroundings.memory(),
            Budget.DEPTH),
        false,
        true,
        true,
        _ -> {},
        policies.compiled().capabilities());
  }
}
