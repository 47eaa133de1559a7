package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.policy.CompiledQuery;
import dev.landwaiter.rego.query.Answer;
import dev.landwaiter.rego.query.Documents;
import dev.landwaiter.rego.query.Evaluation;
import dev.landwaiter.rego.query.Result;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.query.SharedMemory;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.trace.Tracer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Evaluates queries step by step. One object serves any number of evaluations, also at once.
///
/// An evaluation takes stack for every expression on its way: callers whose policies or inputs are
/// not their own run it by [Stack].
public final class Search {
  private static final Value TRUE = Value.of(true);

  private final Program program;
  private final SharedMemory shared = new SharedMemory();

  /// Makes a policy ready.
  ///
  /// @param builtins by name
  public Search(CompiledPolicy policy, Map<String, Builtin> builtins) {
    program = new Program(policy, builtins);
  }

  /// All ways in which a query holds.
  ///
  /// @throws RegoException with the error that ended the evaluation
  public Answer evaluate(
      CompiledQuery query, Documents documents, Settings settings, Optional<Tracer> tracer)
      throws RegoException {
    var results = new LinkedHashSet<Result>();
    Machine machine = machine(documents, settings, tracer.orElse(null));
    var folding = new Folding();
    Block block = new Blocks(program, machine.closures).block(folding.body(query.body()));
    var frame = new Frame(machine, block, documents.input().orElse(null));
    try {
      frame.run(() -> {
        machine.reserve(8, query.body().at());
        results.add(result(frame.bindings, query));
        return null;
      });
    } catch (StackOverflowError e) {
      throw Failure.halt("the evaluation is nested too deeply", query.body().at());
    }
    if (settings.strictErrors() && !machine.builtinErrors.isEmpty()) {
      throw new RegoException(machine.builtinErrors.getFirst());
    }
    return new Answer(List.copyOf(results), machine.builtinErrors);
  }

  private Machine machine(Documents documents, Settings settings, @Nullable Tracer tracer) {
    var notes = new Notes();
    var evaluation = new Evaluation(settings, shared, notes);
    var machine = new Machine(program, documents, settings, evaluation, tracer);
    notes.machine = machine;
    return machine;
  }

  private static final class Notes implements java.util.function.Consumer<String> {
    private @Nullable Machine machine;

    @Override
    public void accept(String text) {
      if (machine != null && machine.noteFrame != null && machine.note != null) {
        machine.noteFrame.tracing.note(machine.noteFrame, machine.note, text);
      }
    }
  }

  private static Result result(Bindings bindings, CompiledQuery query) {
    var named = new TreeMap<String, Value>();
    for (int i = 0; i < bindings.size(); i++) {
      Variable variable = bindings.variableAt(i);
      String name = query.names().getOrDefault(variable.name(), variable.name());
      boolean hidden = name.startsWith("$") || name.startsWith("__local");
      if (!hidden && Plug.in(variable, bindings) instanceof Scalar scalar) {
        named.put(name, scalar.value());
      }
    }
    return new Result(
        named,
        query.values().stream()
            .map(name -> name.map(n -> value(bindings, n)).orElse(TRUE))
            .toList());
  }

  private static Value value(Bindings bindings, String name) {
    Bindings.Bound bound = bindings.find(name);
    return bound != null && Plug.in(bound.term(), bound.scope()) instanceof Scalar scalar
        ? scalar.value()
        : TRUE;
  }
}
