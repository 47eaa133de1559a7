package dev.landwaiter.rego.eval;

import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Every;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Logical;
import dev.landwaiter.rego.syntax.Not;
import dev.landwaiter.rego.syntax.SomeDeclaration;
import dev.landwaiter.rego.syntax.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns one body into steps. Which variables are bound is known at each place, so that every
/// unification becomes an assignment, a comparison or a taking apart.
final class Lowering {
  /// Longer bodies run their guards in loops.
  private static final int LONG = 50;

  final Linker linker;
  final Slots slots;

  /// The variables bound so far.
  final Set<String> bound;

  /// Variables around a comprehension that it is to be grouped by: they may be bound by equality,
  /// and are to be used nowhere before.
  final Set<String> grouping;

  private final List<Step.Link> links = new ArrayList<>();

  /// How often the rule names its variables; empty when that does not matter.
  private final Map<String, Integer> counts;

  /// Whether what comes next may run many times.
  boolean looped;

  /// Whether loops, other rules or closures are in it.
  boolean heavy;

  /// Whether it matters how often it runs.
  boolean effects;

  private @Nullable Lowering parent;

  private final Terms terms = new Terms(this);
  private final Unification unification = new Unification(this);

  private Lowering(
      Linker linker,
      Slots slots,
      Set<String> bound,
      Set<String> grouping,
      Map<String, Integer> counts) {
    this.linker = linker;
    this.slots = slots;
    this.bound = bound;
    this.grouping = grouping;
    this.counts = counts;
  }

  static Lowering start(Linker linker) {
    return start(linker, Map.of());
  }

  /// @param counts how often the rule names its variables
  static Lowering start(Linker linker, Map<String, Integer> counts) {
    return new Lowering(linker, new Slots(), new HashSet<>(), Set.of(), counts);
  }

  /// Whether a variable is named nowhere but where it becomes bound.
  boolean isNamedOnce(String name) {
    return counts.getOrDefault(name, 0) == 1 && !grouping.contains(name);
  }

  /// For a closure inside this body that names these variables.
  Lowering closure(Set<String> named) {
    for (String name : named) {
      checkGrouping(name);
    }
    var inner = new Lowering(linker, slots, new HashSet<>(bound), grouping, counts);
    inner.looped = looped;
    inner.parent = this;
    heavy = true;
    return inner;
  }

  /// For a trial of a closure's body that does not know these variables yet.
  Lowering trial(Set<String> unknown) {
    var known = new HashSet<>(bound);
    known.removeAll(unknown);
    var inner = new Lowering(linker, slots, known, unknown, counts);
    inner.looped = true;
    return inner;
  }

  /// Something in it, or in a closure of it, is not just a matter of its result.
  void hasEffects() {
    for (Lowering at = this; at != null; at = at.parent) {
      at.effects = true;
    }
  }

  /// A variable that is to be bound by equality is used in another way.
  void checkGrouping(String name) {
    if (grouping.contains(name) && !bound.contains(name)) {
      throw new Unbound(name);
    }
  }

  void add(Step.Link link) {
    links.add(link);
  }

  Node node(Term term) {
    return terms.node(term);
  }

  Pattern pattern(Term term) {
    return unification.pattern(term);
  }

  void unify(Term left, Term right) {
    unification.unify(left, right);
  }

  boolean isKnown(Term term) {
    return Variables.of(term).stream().allMatch(name -> bound.contains(name) || Terms.isRoot(name));
  }

  /// The whole chain, ending with a last step.
  Step finish(Step last) {
    Step step = last;
    List<Steps.Guard> guards = new ArrayList<>();
    for (Step.Link link : links.reversed()) {
      Step before = link.before(step);
      if (links.size() > LONG && before instanceof Steps.Guard guard) {
        guards.addFirst(guard);
      } else {
        step = guards.isEmpty() ? before : link.before(new Steps.Sequence(guards, step));
        guards.clear();
      }
    }
    return guards.isEmpty() ? step : new Steps.Sequence(guards, step);
  }

  void body(Body body) {
    List<Expr> expressions = body.expressions();
    for (int i = 0; i < expressions.size(); i++) {
      if (i + 1 < expressions.size()
          && Walking.isTakenApart(expressions.get(i), expressions.get(i + 1), expressions)) {
        Walking.fused(this, expressions.get(i), expressions.get(i + 1));
        i++;
      } else {
        expression(expressions.get(i));
      }
    }
  }

  void expression(Expr expression) {
    if (expression.with().isEmpty()) {
      plain(expression);
      return;
    }
    Overlays overlays = Overlays.of(this, expression.with());
    var inner = new Lowering(linker, slots, bound, grouping, counts);
    inner.looped = looped;
    inner.plain(expression);
    heavy = true;
    looped |= inner.looped;
    effects |= inner.effects;
    inner.add(Overlays.Leave::new);
    add(next -> new Overlays.Enter(overlays, inner.finish(next)));
  }

  private void plain(Expr expression) {
    if (expression.negated()) {
      Node node = holding(expression);
      add(next -> new Steps.Not(node, next));
    } else {
      content(expression);
    }
  }

  private void content(Expr expression) {
    switch (expression.content()) {
      case SomeDeclaration _ -> {}
      case Not not -> {
        Node node = exists(not.body());
        add(next -> new Steps.Not(node, next));
      }
      case Logical logical -> {
        Node left = exists(logical.left().body());
        Node right = exists(logical.right().body());
        boolean both = logical.operator() == Logical.Operator.AND;
        add(next -> new Steps.Test(new Operators.Joined(left, right, both), next));
      }
      case Every every -> {
        Node node = every(every);
        add(next -> new Steps.Test(node, next));
      }
      case Call call -> Calls.expression(this, call, expression.at());
      case Term term -> {
        Node node = node(term);
        add(next -> new Steps.Test(node, next));
      }
    }
  }

  /// A node that tells whether a content holds in some way; binds nothing. What a negated
  /// expression denies.
  private Node holding(Expr expression) {
    Lowering inner = closure(Variables.of(expression.content()));
    inner.content(expression);
    return inner.asNode();
  }

  private Node exists(Body body) {
    Lowering inner = closure(Variables.of(body));
    inner.body(body);
    return inner.asNode();
  }

  private Node asNode() {
    Step chain = finish(new Steps.Success());
    return chain instanceof Steps.Test test && test.endsWithSuccess()
        ? test.node()
        : new Nodes.Exists(chain);
  }

  private Node every(Every every) {
    Node domain = node(every.domain());
    Set<String> named = new HashSet<>(Variables.of(every.body()));
    named.addAll(Variables.of(every.value()));
    Lowering inner = closure(named);
    inner.looped = true;
    Pattern key = every.key().map(inner::pattern).orElseGet(Pattern.Anything::new);
    Pattern value = inner.pattern(every.value());
    inner.body(every.body());
    return new ForAll(domain, key, value, inner.finish(new Steps.Success()));
  }
}
