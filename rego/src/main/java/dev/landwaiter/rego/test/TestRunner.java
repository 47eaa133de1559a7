package dev.landwaiter.rego.test;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.compile.QueryCompiler;
import dev.landwaiter.rego.compile.QuerySettings;
import dev.landwaiter.rego.eval.Prepared;
import dev.landwaiter.rego.eval.Program;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.policy.CompiledQuery;
import dev.landwaiter.rego.query.Answer;
import dev.landwaiter.rego.query.Documents;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.search.Search;
import dev.landwaiter.rego.trace.Coverage;
import dev.landwaiter.rego.trace.Event;
import dev.landwaiter.rego.trace.EventJson;
import dev.landwaiter.rego.trace.Explain;
import dev.landwaiter.rego.trace.FailureText;
import dev.landwaiter.rego.trace.Recorder;
import dev.landwaiter.rego.trace.TraceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Runs tests, several at once, each with limits of its own.
public final class TestRunner {
  /// Blanks between the places and the steps of a trace.
  private static final int GAP = 7;

  /// Room for tests that call deeply.
  private static final long STACK = 256L << 20;

  private final CompiledPolicy policy;
  private final ObjectValue data;
  private final TestSettings settings;
  private final Program program;
  private final Search search;

  /// @param policy with the tests in it, compiled as [FoundTests#modules] say
  public TestRunner(
      CompiledPolicy policy,
      Map<String, Builtin> functions,
      ObjectValue data,
      TestSettings settings) {
    this.policy = policy;
    this.data = data;
    this.settings = settings;
    this.program = Program.compile(policy, functions);
    this.search = new Search(policy, functions);
  }

  /// Runs the tests; the results stand in the order of the tests.
  public List<TestResult> run(List<TestCase> tests) {
    List<CompletableFuture<TestResult>> running = new ArrayList<>();
    try (var pool =
        Executors.newFixedThreadPool(
            Math.max(1, settings.threads()), work -> new Thread(null, work, "test", STACK))) {
      Executor executor = pool;
      for (TestCase test : tests) {
        running.add(CompletableFuture.supplyAsync(() -> run(test), executor));
      }
    }
    return running.stream().map(CompletableFuture::join).toList();
  }

  private TestResult run(TestCase test) {
    if (test.skipped()) {
      return result(test, TestResult.Outcome.SKIPPED, 0, "");
    }
    var output = new StringBuilder();
    List<List<Value>> met = new ArrayList<>();
    long begin = settings.world().ticks();
    try {
      CompiledQuery query = compile(test);
      Answer answer =
          program
              .prepare(query)
              .evaluate(
                  documents(),
                  settings(
                      line -> output.append(line).append('\n'), keys -> met.add(keys.elements())));
      long nanos = settings.world().ticks() - begin;
      return judge(test, query, answer, new Seen(nanos, output.toString(), met));
    } catch (RegoException e) {
      return new TestResult(
          test,
          TestResult.Outcome.ERROR,
          Optional.of(shown(e)),
          settings.world().ticks() - begin,
          output.toString(),
          new TreeMap<>(),
          List.of(),
          List.of(),
          Optional.empty());
    }
  }

  /// What was seen of a run besides its answer.
  private record Seen(long nanos, String output, List<List<Value>> cases) {}

  /// Errors of compiling are shown with their number, those of evaluating alone.
  private static RegoError shown(RegoException e) {
    RegoError first = e.errors().getFirst();
    return first.code().startsWith("eval_")
        ? first
        : RegoError.of("", RegoException.text(e.errors()));
  }

  private TestResult judge(TestCase test, CompiledQuery query, Answer answer, Seen seen)
      throws RegoException {
    Optional<Value> value =
        answer.results().isEmpty()
            ? Optional.empty()
            : Optional.of(answer.results().getFirst().values().getFirst());
    boolean passed = value.isPresent() && value.get().equals(Value.of(true));
    if (!test.table() || value.isEmpty()) {
      return result(test, passed, seen, follow(query, passed), new TreeMap<>());
    }
    Value all = value.get();
    List<List<Value>> keys = new ArrayList<>(seen.cases());
    leaves(all, List.of(), keys);
    boolean allPassed = keys.stream().allMatch(path -> holds(all, path));
    Followed followed = follow(query, allPassed);
    return result(
        test,
        allPassed,
        seen,
        followed,
        CaseResult.arrange(
            keys.stream().distinct().toList(), path -> holds(all, path), followed.cases()));
  }

  private static TestResult result(
      TestCase test,
      boolean passed,
      Seen seen,
      Followed followed,
      SortedMap<String, CaseResult> cases) {
    return new TestResult(
        test,
        passed ? TestResult.Outcome.PASS : TestResult.Outcome.FAIL,
        Optional.empty(),
        seen.nanos(),
        seen.output(),
        cases,
        passed ? List.of() : followed.trace(),
        passed ? List.of() : followed.source(),
        followed.events());
  }

  private static void leaves(Value value, List<Value> path, List<List<Value>> found) {
    if (value instanceof ObjectValue object) {
      for (int i = 0; i < object.size(); i++) {
        List<Value> below = new ArrayList<>(path);
        below.add(object.sortedKey(i));
        leaves(object.sortedValue(i), below, found);
      }
    } else if (!path.isEmpty()) {
      found.add(path);
    }
  }

  private static boolean holds(Value all, List<Value> path) {
    Value at = all;
    for (Value key : path) {
      Value below = at instanceof ObjectValue object ? object.find(key) : null;
      if (below == null) {
        return false;
      }
      at = below;
    }
    return at.equals(Value.of(true));
  }

  /// What a test did, as far as it was asked for.
  private record Followed(
      List<String> trace,
      List<String> source,
      Map<List<Value>, List<String>> cases,
      Optional<Value> events) {
    static final Followed NOTHING = new Followed(List.of(), List.of(), Map.of(), Optional.empty());
  }

  private Followed follow(CompiledQuery query, boolean passed) throws RegoException {
    if (settings.explain() == Explain.OFF || (passed && !settings.traced())) {
      return Followed.NOTHING;
    }
    var recorder = new Recorder(settings.variables() || settings.traced());
    Answer _ =
        search.evaluate(query, documents(), settings(_ -> {}, _ -> {}), Optional.of(recorder));
    Map<String, String> names = new HashMap<>(policy.names());
    names.putAll(query.names());
    List<Event> chosen = settings.explain().of(recorder.events());
    var failure = new FailureText(settings.variables() ? recorder.events() : List.of(), names);
    return new Followed(
        TraceText.lines(chosen, names, GAP),
        failure.last(),
        failure.cases(),
        settings.traced() && !chosen.isEmpty()
            ? Optional.of(new EventJson(names).of(chosen))
            : Optional.empty());
  }

  /// One evaluation of a test, to be measured.
  @FunctionalInterface
  public interface Work {
    void run() throws RegoException;
  }

  /// A test made ready to be evaluated again and again.
  public Work work(TestCase test) throws RegoException {
    Prepared prepared = program.prepare(compile(test));
    return () -> {
      Answer _ = prepared.evaluate(documents(), settings(_ -> {}, _ -> {}));
    };
  }

  /// Tells what of the sources the tests reach. Tests that end with an error count as far as they
  /// came.
  public void cover(List<TestCase> tests, Coverage coverage, boolean indexing, boolean earlyExit) {
    for (TestCase test : tests) {
      if (!test.skipped()) {
        try {
          Settings plain = settings(_ -> {}, _ -> {});
          var other =
              new Settings(
                  plain.world(),
                  plain.budget(),
                  false,
                  indexing,
                  earlyExit,
                  plain.print(),
                  plain.capabilities());
          Answer _ = search.evaluate(compile(test), documents(), other, Optional.of(coverage));
        } catch (RegoException _) {
          // The report of the tests tells of it.
        }
      }
    }
  }

  private CompiledQuery compile(TestCase test) throws RegoException {
    return QueryCompiler.compile(
        policy,
        Parser.parseQuery(new Source("", test.query()), ParserSettings.of(RegoVersion.V1)),
        new QuerySettings(Optional.empty(), List.of(), false, true, Set.of(), true));
  }

  private Documents documents() {
    return new Documents(data, Optional.empty());
  }

  private Settings settings(Consumer<String> print, Consumer<Value> cases) {
    long timeout = settings.timeout().toNanos();
    long deadline = timeout <= 0 ? Long.MAX_VALUE : settings.world().ticks() + timeout;
    return new Settings(
        settings.world(),
        new Budget(deadline, Long.MAX_VALUE, Long.MAX_VALUE, Budget.DEPTH),
        false,
        true,
        true,
        print,
        settings.capabilities(),
        cases);
  }

  private static TestResult result(
      TestCase test, TestResult.Outcome outcome, long nanos, String output) {
    return new TestResult(
        test,
        outcome,
        Optional.empty(),
        nanos,
        output,
        new TreeMap<>(),
        List.of(),
        List.of(),
        Optional.empty());
  }
}
