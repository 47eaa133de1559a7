package dev.landwaiter.rego.policy;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.syntax.Rule;
import java.util.List;
import java.util.SortedMap;

/// Where the rules of all modules hang: by the parts of their package's path and of the ground
/// front of their heads' refs.
///
/// @param rules those whose ground front ends here, modules in the order of their names
/// @param children by the next part, in the order of values
/// @param hidden whether enumerating the parent leaves this out (`data.system`)
public record RuleTree(List<Rule> rules, SortedMap<Value, RuleTree> children, boolean hidden) {
  public RuleTree {
    rules = List.copyOf(rules);
    children = java.util.Collections.unmodifiableSortedMap(new java.util.TreeMap<>(children));
  }
}
