package dev.landwaiter.rego.policy;

import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import java.util.List;
import java.util.Set;

/// Which branches of rules may need which others, seen statically: a ref whose later parts are
/// variables may mean every rule below.
///
/// @param branches every rule of every module and every branch of its `else`, in order
public record Dependencies(List<Branch> branches) {
  public Dependencies {
    branches = List.copyOf(branches);
  }

  /// One branch.
  ///
  /// @param module its place among the modules of the policy
  /// @param path the whole path: of the package, then of the rule's head
  /// @param rule the branch itself (its own `else` is a branch of its own)
  /// @param needs places in [Dependencies#branches], in order
  public record Branch(int module, Ref path, Rule rule, Set<Integer> needs) {
    public Branch {
      needs = java.util.Collections.unmodifiableSet(new java.util.TreeSet<>(needs));
    }
  }
}
