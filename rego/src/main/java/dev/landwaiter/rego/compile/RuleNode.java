package dev.landwaiter.rego.compile;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.policy.RuleTree;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/// A place in the tree of rules while they are still being rewritten: it holds where each rule
/// stands among the modules.
final class RuleNode {
  /// Where a rule stands.
  record Place(int module, int rule) {}

  final List<Place> rules = new ArrayList<>();
  final TreeMap<Value, RuleNode> children = new TreeMap<>();
  boolean hidden;

  /// The node at the end of a path below `data`, made where it is missing.
  RuleNode make(Ref path) {
    RuleNode node = this;
    for (Term part : path.parts().subList(1, path.parts().size())) {
      if (!(part instanceof Scalar scalar)) {
        break;
      }
      node = node.children.computeIfAbsent(scalar.value(), key -> new RuleNode());
    }
    return node;
  }

  Optional<RuleNode> child(Term part) {
    return part instanceof Scalar scalar
        ? Optional.ofNullable(children.get(scalar.value()))
        : Optional.empty();
  }

  /// The node exactly at a path below `data`.
  Optional<RuleNode> find(Ref path) {
    if (!Bodies.isUnder(path, "data")) {
      return Optional.empty();
    }
    Optional<RuleNode> node = Optional.of(this);
    for (Term part : path.parts().subList(1, path.parts().size())) {
      node = node.flatMap(at -> at.child(part));
    }
    return node;
  }

  /// This node and all below, parents first.
  void each(Consumer<RuleNode> visitor) {
    visitor.accept(this);
    children.values().forEach(child -> child.each(visitor));
  }

  /// All nodes below, with their paths.
  void eachBelow(List<Value> path, BiConsumer<List<Value>, RuleNode> visitor) {
    children.forEach((key, child) -> {
      var longer = new ArrayList<Value>(path);
      longer.add(key);
      visitor.accept(longer, child);
      child.eachBelow(longer, visitor);
    });
  }

  /// All rules a ref could mean.
  void matching(Ref ref, Consumer<Place> visitor) {
    if (Bodies.isUnder(ref, "data")) {
      matching(ref.parts(), 1, visitor);
    }
  }

  private void matching(List<Term> parts, int at, Consumer<Place> visitor) {
    if (at >= parts.size()) {
      each(node -> node.rules.forEach(visitor));
    } else if (parts.get(at) instanceof Scalar scalar) {
      RuleNode child = children.get(scalar.value());
      if (child != null) {
        child.rules.forEach(visitor);
        child.matching(parts, at + 1, visitor);
      }
    } else {
      children
          .values()
          .forEach(child -> {
            child.rules.forEach(visitor);
            child.matching(parts, at + 1, visitor);
          });
    }
  }

  RuleTree finished(Function<Place, Rule> rule) {
    var done = new TreeMap<Value, RuleTree>();
    children.forEach((key, child) -> done.put(key, child.finished(rule)));
    return new RuleTree(rules.stream().map(rule).toList(), done, hidden);
  }
}
