package dev.landwaiter.rego.eval;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.eval.Branch.Defined;
import dev.landwaiter.rego.eval.Choice.Definition;
import dev.landwaiter.rego.syntax.Head;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Compiles the rules of a group.
final class RuleLowering {
  private final Linker linker;
  private final Group group;
  private boolean heavy;

  RuleLowering(Linker linker, Group group) {
    this.linker = linker;
    this.group = group;
  }

  private List<Defined> definitions() {
    return group.branch.rules.stream().filter(one -> !one.rule().isDefault()).toList();
  }

  void whole() {
    List<Definition> made = new ArrayList<>();
    for (Defined one : definitions()) {
      made.add(definition(one, -1));
    }
    Definition fallback =
        group.branch.rules.stream()
            .filter(one -> one.rule().isDefault())
            .filter(_ -> group.kind == Branch.Kind.COMPLETE || group.kind == Branch.Kind.FUNCTION)
            .findFirst()
            .map(one -> definition(one, -1))
            .orElse(null);
    group.complete(
        Indexing.of(linker, definitions().stream().map(Defined::rule).toList(), made),
        new Group.Traits(areAlike(), heavy, fallback));
  }

  void keyed(int length) {
    List<Definition> made = new ArrayList<>();
    boolean direct = true;
    for (Defined one : definitions()) {
      direct &=
          one.suffix().size() == length
              && !one.rule().head().isMultiValue()
              && canBeAsked(one, length);
    }
    for (Defined one : definitions()) {
      made.add(definition(one, direct ? length : length + DIRECT));
    }
    group.complete(length, made.toArray(Definition[]::new), direct);
  }

  /// Added to a number of keys where the definitions fill a tree all the same.
  private static final int DIRECT = 1_000_000;

  /// The terms that known keys are held against.
  private List<Term> keys(Defined one, int length) {
    if (group.kind == Branch.Kind.SET) {
      return one.rule().head().key().stream().toList();
    }
    return one.suffix().subList(0, Math.min(length, one.suffix().size()));
  }

  private boolean canBeAsked(Defined one, int length) {
    try {
      for (Term key : keys(one, length)) {
        var _ = Lowering.start(linker).pattern(key);
      }
      return true;
    } catch (Unbound e) {
      return false;
    }
  }

  /// @param length the number of known keys; -1 for none
  private Definition definition(Defined one, int length) {
    List<Choice> choices = new ArrayList<>();
    Optional<Rule> rule = Optional.of(one.rule());
    while (rule.isPresent()) {
      choices.add(choice(rule.get(), one, length));
      rule = rule.get().orElse();
    }
    return new Definition(choices.toArray(Choice[]::new));
  }

  private Choice choice(Rule rule, Defined one, int length) {
    Lowering body = Lowering.start(linker, Variables.counts(rule));
    Pattern[] arguments = arguments(body, rule, one, length);
    body.body(rule.body());
    Step end = end(body, rule, one, length);
    Step first = body.finish(end);
    heavy |= body.heavy;
    return new Choice(body.slots.size(), arguments, first, rule.at());
  }

  private Pattern[] arguments(Lowering body, Rule rule, Defined one, int length) {
    List<Pattern> patterns = new ArrayList<>();
    if (group.kind == Branch.Kind.FUNCTION) {
      body.looped = true;
      for (Term argument : rule.head().args()) {
        patterns.add(body.pattern(argument));
      }
    } else if (length >= 0) {
      int keys = length >= DIRECT ? length - DIRECT : length;
      if (canBeAsked(one, keys)) {
        for (Term key : keys(one, keys)) {
          patterns.add(body.pattern(key));
        }
      }
    }
    return patterns.toArray(Pattern[]::new);
  }

  private Step end(Lowering body, Rule rule, Defined one, int length) {
    Head head = rule.head();
    Term value = head.value().orElseGet(() -> Scalar.of(true, head.at()));
    boolean direct = length >= 0 && length < DIRECT;
    return switch (group.kind) {
      case COMPLETE, FUNCTION ->
          single(
              body.node(value),
              group.kind == Branch.Kind.FUNCTION
                  ? Group.FUNCTION_CONFLICT
                  : Group.COMPLETE_CONFLICT,
              rule.at());
      case SET -> {
        Node key = body.node(head.key().orElseThrow());
        yield new Tree.AddElement(key, length >= 0 || key instanceof Nodes.Constant);
      }
      case OBJECT -> {
        if (direct) {
          yield single(body.node(value), Halt.KEYS, head.at());
        }
        if (group.branch.isFlat()) {
          yield new Tree.PutMember(body.node(one.suffix().getFirst()), body.node(value), head.at());
        }
        Node[] path = one.suffix().stream().map(body::node).toArray(Node[]::new);
        Node leaf = body.node(head.key().orElse(value));
        yield new Tree.PutLeaf(path, leaf, head.isMultiValue(), head.at());
      }
    };
  }

  private static Step single(Node value, String conflict, Location at) {
    return new Choice.Yield(value, value instanceof Nodes.Constant, conflict, at);
  }

  /// Whether all definitions give the same constant.
  private boolean areAlike() {
    Value first = null;
    for (Defined one : definitions()) {
      for (Optional<Rule> rule = Optional.of(one.rule());
          rule.isPresent();
          rule = rule.get().orElse()) {
        Value value = constant(rule.get().head());
        if (value == null || (first != null && !first.equals(value))) {
          return false;
        }
        first = value;
      }
    }
    return first != null;
  }

  private static @Nullable Value constant(Head head) {
    return switch (head.value().orElse(null)) {
      case null -> Value.of(true);
      case Scalar scalar -> scalar.value();
      default -> null;
    };
  }
}
