package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.ground.Derivation;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.policy.CompiledQuery;
import dev.landwaiter.rego.query.Answer;
import dev.landwaiter.rego.query.Documents;
import dev.landwaiter.rego.query.Evaluation;
import dev.landwaiter.rego.query.Result;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.query.SharedMemory;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermOrder;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.trace.Tracer;
import dev.landwaiter.rego.trace.Unfolding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Evaluates queries step by step. One object serves any number of evaluations, also at once.
///
/// An evaluation takes stack for every expression on its way: callers whose policies or inputs are
/// not their own run it by [Stack].
public final class Search {
  private static final Value TRUE = Value.of(true);

  private final Program program;
  private final Roles roles = new Roles();
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
    } catch (OutOfMemoryError e) {
      // What filled the memory is garbage now; other evaluations go on.
      throw Failure.halt("the evaluation needs more memory than there is", query.body().at());
    }
    if (settings.strictErrors() && !machine.builtinErrors.isEmpty()) {
      throw new RegoException(machine.builtinErrors.getFirst());
    }
    return new Answer(List.copyOf(results), machine.builtinErrors);
  }

  /// How the rule at a path comes to its results, and which places of `input` each of them stands
  /// on. The input is copied; nothing is looked up by index, so that what fails is seen to fail.
  ///
  /// @param path from `data`, of texts
  /// @return nothing when there is no such rule
  /// @throws RegoException with the error that ended the evaluation
  public List<Derivation> derivations(Ref path, Documents documents, Settings settings)
      throws RegoException {
    Node node = program.find(path.parts());
    if (node == null || !node.hasRules() || node.arity() > 0) {
      return List.of();
    }
    Machine machine = machine(documents, settings, null);
    var watch = new Watch(node);
    machine.watch = watch;
    Block block =
        new Blocks(program, machine.closures).block(new Body(List.of(Expr.of(path)), path.at()));
    try {
      Value input =
          documents.input().isEmpty() ? null : watch.origins.copy(documents.input().get());
      new Frame(machine, block, input).run(() -> null);
      return watch.results().stream().map(made -> Looks.of(made, watch, roles)).toList();
    } catch (StackOverflowError e) {
      throw Failure.halt("the evaluation is nested too deeply", path.at());
    } catch (OutOfMemoryError e) {
      throw Failure.halt("the evaluation needs more memory than there is", path.at());
    }
  }

  /// What is left of a query when some of its documents are not known (reference 10.13).
  ///
  /// @throws RegoException with the error that ended the evaluation
  public PartialAnswer partial(
      CompiledQuery query,
      Documents documents,
      Settings settings,
      PartialSettings partial,
      Optional<Tracer> tracer)
      throws RegoException {
    Machine machine = machine(documents, settings, tracer.orElse(null));
    var residue = new Residue(program, partial);
    machine.residue = residue;
    Body body = new Folding().body(query.body());
    Block block = new Blocks(program, machine.closures).block(body);
    var frame = new Frame(machine, block, documents.input().orElse(null));
    var live = new LinkedHashSet<Variable>();
    body.expressions().forEach(expr -> live.addAll(Variables.in(expr, true)));
    live.removeIf(variable -> variable.isGenerated() || variable.isWildcard());
    var propagation = new ArrayList<Body>();
    try {
      frame.run(() -> {
        Body left = left(residue, frame, body);
        propagation.add(
            partial.shallow() ? left : new Propagation(program, Set.copyOf(live), false).of(left));
        return null;
      });
    } catch (StackOverflowError e) {
      throw Failure.halt("the evaluation is nested too deeply", query.body().at());
    } catch (OutOfMemoryError e) {
      // What filled the memory is garbage now; other evaluations go on.
      throw Failure.halt("the evaluation needs more memory than there is", query.body().at());
    }
    var unfolding = new Unfolding();
    return new PartialAnswer(
        propagation.stream().map(unfolding::body).toList(), residue.support.modules());
  }

  /// The expressions left, and what variables of the query are bound to.
  private static Body left(Residue residue, Frame frame, Body body) {
    var expressions = new ArrayList<Expr>();
    residue.query().forEach(saved -> expressions.add(saved.plugged(frame.bindings)));
    var bound = new ArrayList<Expr>();
    for (int i = 0; i < frame.bindings.size(); i++) {
      Variable variable = frame.bindings.variableAt(i);
      Bindings.Bound to = frame.bindings.boundAt(i);
      Term value = Plug.named(to.term(), to.scope(), frame.bindings);
      bound.add(Expr.of(new Call(Unifier.EQ, List.of(variable, value), body.at())));
    }
    bound.sort((a, b) -> TermOrder.compare((Term) a.content(), (Term) b.content()));
    expressions.addAll(bound);
    var indexed = new ArrayList<Expr>();
    expressions.forEach(expr -> indexed.add(expr.index(indexed.size())));
    return new Body(indexed, body.at());
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
