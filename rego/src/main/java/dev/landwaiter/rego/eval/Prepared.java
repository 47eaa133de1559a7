package dev.landwaiter.rego.eval;

import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.ErrorCode;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.policy.CompiledQuery;
import dev.landwaiter.rego.query.Answer;
import dev.landwaiter.rego.query.Documents;
import dev.landwaiter.rego.query.Evaluation;
import dev.landwaiter.rego.query.Result;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.query.SharedMemory;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A query ready to be evaluated. Immutable; any number of threads may use it.
///
/// One success is always enough where all would give the same, whatever the settings say of early
/// exit: only traces could tell, and there are none here. Notes of `trace` are not kept.
public final class Prepared {
  private final Slots.Size size;
  private final Step body;
  private final int memory;
  private final SharedMemory shared;

  private Prepared(Slots.Size size, Step body, int memory, SharedMemory shared) {
    this.size = size;
    this.body = body;
    this.memory = memory;
    this.shared = shared;
  }

  static Prepared of(Linker linker, CompiledQuery query, SharedMemory shared) {
    Lowering body = Lowering.start(linker);
    body.body(query.body());
    Map<String, Integer> shown = new TreeMap<>();
    for (String name : body.bound) {
      String source = query.names().getOrDefault(name, name);
      var variable = new Variable(source, query.body().at());
      if (!variable.isWildcard() && !variable.isGenerated()) {
        shown.put(source, body.slots.of(name));
      }
    }
    int[] values =
        query.values().stream()
            .mapToInt(name -> name.map(body.slots::of).orElse(Collect.TRUE))
            .toArray();
    Step chain = body.finish(new Collect(shown, values));
    int memory = linker.finish();
    return new Prepared(body.slots.size(), chain, memory, shared);
  }

  /// Evaluates the query.
  ///
  /// @throws RegoException on conflicts, limits and – where strict – failures of functions
  public Answer evaluate(Documents documents, Settings settings) throws RegoException {
    var surroundings = new Evaluation(settings, shared, _ -> {});
    var run = new Run(surroundings, settings.indexing(), settings.budget().depth());
    var scope = new Scope(run, documents.input().orElse(null), documents.data(), memory);
    var frame = new Frame(scope, size);
    var found = new Found();
    frame.sink = found;
    try {
      var _ = body.run(frame);
    } catch (Halt e) {
      throw new RegoException(e.error());
    } catch (StackOverflowError e) {
      throw new RegoException(
          RegoError.of(ErrorCode.EVAL_INTERNAL, "the policy or its documents are nested too deep"));
    } catch (OutOfMemoryError e) {
      // What filled the memory is garbage now; other evaluations go on.
      throw new RegoException(
          RegoError.of(ErrorCode.EVAL_CANCEL, "the evaluation needs more memory than there is"));
    }
    if (settings.strictErrors() && !run.errors().isEmpty()) {
      throw new RegoException(run.errors().getFirst());
    }
    return new Answer(found.results, run.errors());
  }

  /// The results so far.
  private static final class Found implements Frame.Gathering {
    private @Nullable Result first;
    private final Set<Result> others = HashSet.newHashSet(0);
    private List<Result> results = List.of();

    void add(Result result) {
      if (first == null) {
        first = result;
        results = List.of(result);
      } else if (!result.equals(first) && others.add(result)) {
        if (others.size() == 1) {
          results = new ArrayList<>(results);
        }
        results.add(result);
      }
    }
  }

  /// The end of the query's body.
  private static final class Collect extends Step {
    /// Stands for the value of an expression that has none of its own.
    static final int TRUE = -1;

    private final Map<String, Integer> shown;
    private final int[] values;

    Collect(Map<String, Integer> shown, int[] values) {
      this.shown = shown;
      this.values = values;
    }

    @Override
    boolean run(Frame frame) {
      Map<String, Value> bindings = shown.isEmpty() ? Map.of() : new TreeMap<>();
      shown.forEach((name, slot) -> bindings.put(name, (Value) frame.slots[slot]));
      frame.scope.run.reserve(shown.size() + 2L);
      List<Value> shownValues = new ArrayList<>(values.length);
      for (int slot : values) {
        shownValues.add(slot == TRUE ? BooleanValue.TRUE : (Value) frame.slots[slot]);
      }
      ((Found) frame.sinkOrThrow()).add(new Result(bindings, shownValues));
      return false;
    }
  }
}
