package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.syntax.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Names the compiler makes – `__local0__`, in queries `__localq0__` – and what they stand for.
final class Names {
  private final String stem;
  private final Set<String> taken;
  private final Map<String, String> sources;
  private final Map<String, Location> assigned = new HashMap<>();
  private final Map<String, Term> literals = new HashMap<>();
  private int next;
  private int captures;

  private Names(String stem, Set<String> taken, Map<String, String> sources) {
    this.stem = stem;
    this.taken = new HashSet<>(taken);
    this.sources = new HashMap<>(sources);
  }

  static Names forModules(Set<String> taken) {
    return new Names("__local", taken, Map.of());
  }

  /// @param sources what names of the policy stand for
  static Names forQuery(Set<String> taken, Map<String, String> sources) {
    return new Names("__localq", taken, sources);
  }

  Variable fresh(Location at) {
    while (true) {
      String name = stem + next++ + "__";
      if (!taken.contains(name)) {
        return new Variable(name, at);
      }
    }
  }

  /// A wildcard for the value of an expression of a query.
  Variable capture(Location at) {
    return new Variable("$term" + ++captures, at);
  }

  /// A new variable that equals a term: the equation, whose first operand is the variable.
  Expr equation(Term term) {
    return new Expr(0, equal(fresh(term.at()), term), false, true, List.of(), term.at());
  }

  static Call equal(Term left, Term right) {
    return new Call(operator("eq", right.at()), List.of(left, right), right.at());
  }

  static Ref operator(String name, Location at) {
    return new Ref(List.of(new Variable(name, at)), at);
  }

  /// The variable an [#equation] defines.
  static Term defined(Expr equation) {
    return ((Call) equation.content()).arguments().getFirst();
  }

  void renamed(String generated, String source) {
    if (!generated.equals(source)) {
      sources.put(generated, source);
    }
  }

  /// Notes that a variable got its value by `:=` there.
  void assigned(String generated, Location at) {
    assigned.put(generated, at);
  }

  /// Whether this very occurrence is the left side of a `:=`.
  boolean isAssignment(Variable variable) {
    return Optional.ofNullable(assigned.get(variable.name()))
        .filter(at -> at.equals(variable.at()))
        .isPresent();
  }

  /// The name in the source of a name the compiler made.
  String source(String name) {
    return sources.getOrDefault(name, name);
  }

  /// A name as messages show it.
  String shown(String name) {
    return TermText.of(new Variable(source(name), Location.NONE));
  }

  /// Notes which composite a variable at the head of a ref stands for.
  void literal(Expr equation) {
    Call call = (Call) equation.content();
    if (call.arguments().getFirst() instanceof Variable variable) {
      literals.put(variable.name(), call.arguments().getLast());
    }
  }

  /// What stands in the source for the variables the compiler made.
  Map<String, Term> shownTerms() {
    var shown = new HashMap<String, Term>(literals);
    sources.forEach((name, source) -> shown.put(name, new Variable(source, Location.NONE)));
    return shown;
  }

  Map<String, String> sources() {
    return Map.copyOf(sources);
  }

  static boolean isGenerated(String name) {
    return name.startsWith("__local");
  }
}
