package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.query.Documents;
import dev.landwaiter.rego.query.Evaluation;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.trace.Tracer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that one evaluation shares.
final class Machine {
  final Program program;
  final Settings settings;
  final Evaluation evaluation;
  final @Nullable Tracer tracer;

  /// What partial evaluation leaves, or null when the evaluation is complete.
  @Nullable Residue residue;

  /// What follows the evaluation to tell what its results stand on, or null.
  @Nullable Watch watch;

  final Cache virtual = new Cache();
  final Mocks mocks = new Mocks();
  final List<RegoError> builtinErrors = new ArrayList<>();
  final IdentityHashMap<Term, Block> closures = new IdentityHashMap<>();
  private final List<List<Ref>> targets = new ArrayList<>();
  private final ObjectValue base;
  private @Nullable Value whole;

  /// The call that is under way, for notes.
  @Nullable Expr note;

  @Nullable Frame noteFrame;
  private long nextQuery;
  private int generated;

  Machine(
      Program program,
      Documents documents,
      Settings settings,
      Evaluation evaluation,
      @Nullable Tracer tracer) {
    this.program = program;
    this.base = documents.data();
    this.settings = settings;
    this.evaluation = evaluation;
    this.tracer = tracer;
  }

  long nextQuery() {
    return nextQuery++;
  }

  /// A number for a variable that no source holds.
  int generated() {
    return generated++;
  }

  Block closure(Term comprehension) {
    Block known = program.closure(comprehension);
    if (known == null) {
      known = closures.get(comprehension);
    }
    if (known == null) {
      throw new IllegalStateException("unknown comprehension " + comprehension);
    }
    return known;
  }

  void check(Location at) throws RegoException {
    try {
      evaluation.check();
    } catch (BuiltinException e) {
      throw Failure.halt(String.valueOf(e.getMessage()), at);
    }
  }

  void reserve(long values, Location at) throws RegoException {
    try {
      evaluation.reserve(values);
    } catch (BuiltinException e) {
      throw Failure.halt(String.valueOf(e.getMessage()), at);
    }
  }

  /// Enters an expression with modifiers.
  void push(List<Ref> replaced, List<Mocks.Mock> functions) {
    virtual.push();
    targets.add(replaced);
    mocks.add(functions);
  }

  void pop() {
    mocks.remove();
    targets.removeLast();
    virtual.pop();
  }

  /// Whether a path lies in a document that `with` replaces.
  boolean isReplaced(List<Term> path) {
    for (int i = targets.size() - 1; i >= 0; i--) {
      for (Ref target : targets.get(i)) {
        if (startsWith(path, target.parts())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean startsWith(List<Term> path, List<Term> front) {
    return path.size() >= front.size() && path.subList(0, front.size()).equals(front);
  }

  /// What stands in the base documents at a ground path from `data`, or null.
  @Nullable Value base(List<Term> path) {
    if (path.size() == 1) {
      return whole();
    }
    Value value = base;
    for (int i = 1; i < path.size() && value != null; i++) {
      value = Select.inBase(value, ((Scalar) path.get(i)).value());
    }
    return value;
  }

  private Value whole() {
    Value known = whole;
    if (known == null) {
      known = base;
      var system = new StringValue("system");
      if (base.find(system) != null) {
        var draft = new ObjectValue.Draft();
        base.members()
            .forEach((key, value) -> {
              if (!key.equals(system)) {
                draft.put(key, value);
              }
            });
        known = draft.finish();
      }
      whole = known;
    }
    return known;
  }
}
