package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.index.RuleIndex;
import dev.landwaiter.rego.syntax.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A place in the tree of rules. Filled while the program is made, then only read.
final class Node {
  final Value key;
  final boolean hidden;
  final Map<Value, Node> children = new HashMap<>();
  List<Node> sorted = List.of();

  /// All definitions, each with the branches of its chain.
  final List<List<Clause>> definitions = new ArrayList<>();

  private @Nullable RuleIndex index;

  Node(Value key, boolean hidden) {
    this.key = key;
    this.hidden = hidden;
  }

  boolean hasRules() {
    return !definitions.isEmpty();
  }

  void finish(Predicate<Ref> virtual) {
    sorted = children.values().stream().sorted((a, b) -> a.key.compareTo(b.key)).toList();
    if (hasRules()) {
      if (!isGround()) {
        // Such rules may yield what stands below, so that all are one document.
        sorted.forEach(child -> child.gather(definitions));
      }
      index = RuleIndex.of(definitions.stream().map(d -> d.getFirst().rule()).toList(), virtual);
    }
    sorted.forEach(child -> child.finish(virtual));
  }

  private void gather(List<List<Clause>> into) {
    into.addAll(definitions);
    sorted = children.values().stream().sorted((a, b) -> a.key.compareTo(b.key)).toList();
    sorted.forEach(child -> child.gather(into));
  }

  RuleIndex index() {
    if (index == null) {
      throw new IllegalStateException("no rules here");
    }
    return index;
  }

  Optional<Clause> defaultClause() {
    for (List<Clause> definition : definitions) {
      if (definition.getFirst().rule().isDefault()) {
        return Optional.of(definition.getFirst());
      }
    }
    return Optional.empty();
  }

  int arity() {
    return hasRules() ? definitions.getFirst().getFirst().arguments().size() : 0;
  }

  boolean isMultiValue() {
    return definitions.getFirst().getFirst().isMultiValue();
  }

  /// Whether no head's path holds a variable.
  boolean isGround() {
    for (List<Clause> definition : definitions) {
      if (!definition.getFirst().isGround()) {
        return false;
      }
    }
    return true;
  }
}
