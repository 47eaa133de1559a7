package dev.landwaiter.rego.eval;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.policy.RuleTree;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A place in the tree below `data` where rules hang, or below which they do.
final class Branch {
  final int number;
  final Value[] path;
  final boolean hidden;

  /// Its rules; empty where rules hang only further down.
  final List<Defined> rules;

  /// In the order of their keys; none below a branch with rules.
  final List<Branch> children = new ArrayList<>();

  private final Map<Value, Branch> byKey = new HashMap<>();

  /// A rule of a branch.
  ///
  /// @param suffix the parts of its ref behind the branch's path
  record Defined(Rule rule, List<Term> suffix) {}

  /// What the rules of a branch make together.
  enum Kind {
    COMPLETE,
    FUNCTION,
    SET,
    OBJECT
  }

  private Branch(int number, Value[] path, boolean hidden, List<Defined> rules) {
    this.number = number;
    this.path = path;
    this.hidden = hidden;
    this.rules = rules;
  }

  /// All branches; the root first, each at the place of its number.
  static List<Branch> of(RuleTree tree) {
    List<Branch> all = new ArrayList<>();
    add(tree, new Value[0], all);
    return all;
  }

  private static Branch add(RuleTree tree, Value[] path, List<Branch> all) {
    List<Defined> rules = new ArrayList<>();
    boolean open = false;
    for (Rule rule : tree.rules()) {
      List<Term> suffix = suffix(rule);
      open |= !suffix.isEmpty();
      rules.add(new Defined(rule, suffix));
    }
    if (open) {
      tree.children().forEach((key, child) -> gather(key, child, List.of(), rules));
    }
    var branch = new Branch(all.size(), path, tree.hidden(), rules);
    all.add(branch);
    if (rules.isEmpty()) {
      tree.children()
          .forEach((key, child) -> {
            Value[] below = Arrays.copyOf(path, path.length + 1);
            below[path.length] = key;
            Branch made = add(child, below, all);
            branch.children.add(made);
            branch.byKey.put(key, made);
          });
    }
    return branch;
  }

  /// Rules inside what a rule with variables in its ref spans belong to it.
  private static void gather(Value key, RuleTree tree, List<Term> above, List<Defined> into) {
    List<Term> path = new ArrayList<>(above);
    path.add(new Scalar(key, dev.landwaiter.rego.Location.NONE));
    for (Rule rule : tree.rules()) {
      List<Term> suffix = new ArrayList<>(path);
      suffix.addAll(suffix(rule));
      into.add(new Defined(rule, suffix));
    }
    tree.children().forEach((next, child) -> gather(next, child, path, into));
  }

  /// The parts of a rule's ref behind its ground front.
  private static List<Term> suffix(Rule rule) {
    List<Term> parts = rule.head().ref().parts();
    int ground = 1;
    while (ground < parts.size() && parts.get(ground) instanceof Scalar) {
      ground++;
    }
    return parts.subList(ground, parts.size());
  }

  @Nullable Branch child(Value key) {
    return byKey.get(key);
  }

  /// Whether all rules put values at single keys.
  boolean isFlat() {
    return rules.stream()
        .allMatch(one -> one.suffix().size() == 1 && !one.rule().head().isMultiValue());
  }

  /// How many keys behind the branch's path narrow what its rules have to work out.
  int longestKey() {
    return rules.stream()
        .mapToInt(one ->
            one.suffix().isEmpty() && one.rule().head().isMultiValue() ? 1 : one.suffix().size())
        .max()
        .orElse(0);
  }

  boolean hasRules() {
    return !rules.isEmpty();
  }

  Kind kind() {
    if (rules.stream().anyMatch(one -> !one.rule().head().args().isEmpty())) {
      return Kind.FUNCTION;
    }
    if (rules.stream().anyMatch(one -> !one.suffix().isEmpty())) {
      return Kind.OBJECT;
    }
    return rules.getFirst().rule().head().isMultiValue() ? Kind.SET : Kind.COMPLETE;
  }

  /// Whether a path ends at this branch or at one above it.
  boolean isAtOrBelow(List<Value> above) {
    return above.size() <= path.length
        && Arrays.asList(path).subList(0, above.size()).equals(above);
  }

  /// Whether a path goes through this branch or ends below it.
  boolean isAbove(List<Value> below) {
    return below.size() > path.length && Arrays.asList(path).equals(below.subList(0, path.length));
  }
}
