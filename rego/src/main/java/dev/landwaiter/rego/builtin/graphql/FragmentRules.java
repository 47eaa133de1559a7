package dev.landwaiter.rego.builtin.graphql;

import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The rules for fragments (GraphQL specification, section 5.5).
final class FragmentRules {
  private final Schema schema;
  private final Map<String, Value> fragments;
  private final Set<String> spread = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> acyclic = new HashSet<>();
  private boolean inFragments;

  FragmentRules(Schema schema, Map<String, Value> fragments) {
    this.schema = schema;
    this.fragments = fragments;
  }

  void inline(Optional<Value> parent, Value inline) throws GraphqlException {
    String condition = inline.text("TypeCondition");
    Optional<Value> type = condition.isEmpty() ? parent : schema.type(condition);
    if (type.isPresent() && !condition.isEmpty() && !Schema.isComposite(type.get())) {
      throw at(inline, "Fragment cannot condition on non composite type \"" + condition + "\".");
    }
    knownType(inline, condition);
    if (parent.isPresent() && type.isPresent() && !overlap(parent.get(), type.get())) {
      throw at(inline, "Fragment " + cannotSpread(parent.get(), type.get()));
    }
  }

  void spread(Optional<Value> parent, Value node, Optional<Value> fragment)
      throws GraphqlException {
    String name = Ast.name(node);
    if (fragment.isEmpty()) {
      throw at(node, "Unknown fragment \"" + name + "\".");
    }
    if (!inFragments) {
      spread.add(name);
    }
    Optional<Value> type = schema.type(fragment.get().text("TypeCondition"));
    if (parent.isPresent()
        && type.isPresent()
        && Schema.isComposite(type.get())
        && !overlap(parent.get(), type.get())) {
      throw at(node, "Fragment \"" + name + "\" " + cannotSpread(parent.get(), type.get()));
    }
  }

  private static String cannotSpread(Value parent, Value type) {
    return "cannot be spread here as objects of type \""
        + Ast.name(parent)
        + "\" can never be of type \""
        + Ast.name(type)
        + "\".";
  }

  private boolean overlap(Value left, Value right) {
    return Ast.name(left).equals(Ast.name(right))
        || !Schema.isComposite(left)
        || !Collections.disjoint(schema.possible(Ast.name(left)), schema.possible(Ast.name(right)));
  }

  void fragment(Value fragment) throws GraphqlException {
    String name = Ast.name(fragment);
    String condition = fragment.text("TypeCondition");
    Optional<Value> type = schema.type(condition);
    if (type.isPresent() && !Schema.isComposite(type.get())) {
      throw at(
          fragment,
          "Fragment \""
              + name
              + "\" cannot condition on non composite type \""
              + condition
              + "\".");
    }
    knownType(fragment, condition);
    acyclic(fragment, new ArrayList<>());
    inFragments = true;
    if (!spread.contains(name)) {
      throw at(fragment, "Fragment \"" + name + "\" is never used.");
    }
    if (!names.add(name)) {
      throw at(fragment, "There can be only one fragment named \"" + name + "\".");
    }
  }

  private void knownType(Value node, String name) throws GraphqlException {
    if (!name.isEmpty() && schema.type(name).isEmpty()) {
      throw at(
          node,
          "Unknown type \""
              + name
              + "\"."
              + Suggestions.didYouMean(name, List.copyOf(schema.types().keySet())));
    }
  }

  /// Follows the spreads of a fragment; each fragment is followed once.
  private void acyclic(Value fragment, List<String> path) throws GraphqlException {
    if (!acyclic.add(Ast.name(fragment))) {
      return;
    }
    path.add(Ast.name(fragment));
    List<Value> spreads = new ArrayList<>();
    collect(fragment, spreads);
    for (Value node : spreads) {
      int start = path.indexOf(Ast.name(node));
      if (start >= 0) {
        String via =
            path.subList(start + 1, path.size()).stream()
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(", "));
        throw at(
            node,
            "Cannot spread fragment \""
                + Ast.name(node)
                + "\" within itself"
                + (via.isEmpty() ? "" : " via " + via)
                + ".");
      }
      Value next = fragments.get(Ast.name(node));
      if (next != null) {
        acyclic(next, path);
      }
    }
    path.removeLast();
  }

  private static void collect(Value node, List<Value> spreads) {
    for (Value selection : Ast.list(node, "SelectionSet")) {
      if (QueryChecks.isSpread(selection)) {
        spreads.add(selection);
      }
      collect(selection, spreads);
    }
  }

  private static GraphqlException at(Value node, String message) {
    return GraphqlException.at(Ast.place(node), message);
  }
}
