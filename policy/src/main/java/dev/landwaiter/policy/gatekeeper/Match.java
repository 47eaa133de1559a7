package dev.landwaiter.policy.gatekeeper;

import dev.landwaiter.base.value.Value;
import java.util.List;
import java.util.Optional;

/// The criteria of `spec.match`; all given ones must hold.
///
/// @param scope `Cluster`, `Namespaced`, or anything else for both
/// @param namespaces patterns of which one must fit; empty for all
/// @param excludedNamespaces patterns of which none may fit
/// @param labelSelector as written; read by `gatekeeper.match`
/// @param namespaceSelector as written
/// @param name a pattern, or empty for all
/// @param source `All`, `Generated`, `Original` or empty
public record Match(
    List<Kinds> kinds,
    String scope,
    List<String> namespaces,
    List<String> excludedNamespaces,
    Optional<Value> labelSelector,
    Optional<Value> namespaceSelector,
    String name,
    String source) {
  /// Matches everything.
  public static final Match ALL =
      new Match(List.of(), "", List.of(), List.of(), Optional.empty(), Optional.empty(), "", "");

  public Match {
    kinds = List.copyOf(kinds);
    namespaces = List.copyOf(namespaces);
    excludedNamespaces = List.copyOf(excludedNamespaces);
  }

  /// Groups and kinds, of both one must fit; an empty list fits all, as `*` does.
  public record Kinds(List<String> groups, List<String> kinds) {
    public Kinds {
      groups = List.copyOf(groups);
      kinds = List.copyOf(kinds);
    }
  }
}
