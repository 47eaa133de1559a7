package dev.landwaiter.policy.gatekeeper.sync;

import dev.landwaiter.policy.gatekeeper.GroupVersionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One thing a template needs to be synced: any of these kinds.
///
/// @param alternatives of which one is enough
public record Requirement(List<Kinds> alternatives) {
  /// How many alternatives are written out.
  private static final int SHOWN = 50;

  public Requirement {
    alternatives = List.copyOf(alternatives);
  }

  /// All combinations of these.
  public record Kinds(Set<String> groups, Set<String> versions, Set<String> kinds) {
    private boolean contains(GroupVersionKind type) {
      return groups.contains(type.group())
          && versions.contains(type.version())
          && kinds.contains(type.kind());
    }

    /// Goes over the smaller of the two.
    private boolean meets(Set<GroupVersionKind> synced) {
      if ((double) groups.size() * versions.size() * kinds.size() > synced.size()) {
        return synced.stream().anyMatch(this::contains);
      }
      return groups.stream()
          .anyMatch(group ->
              versions.stream()
                  .anyMatch(version ->
                      kinds.stream()
                          .anyMatch(kind ->
                              synced.contains(new GroupVersionKind(group, version, kind)))));
    }
  }

  boolean isMetBy(Set<GroupVersionKind> synced) {
    return alternatives.stream().anyMatch(kinds -> kinds.meets(synced));
  }

  /// `GROUP/VERSION:KIND OR …`.
  @Override
  public String toString() {
    List<String> shown = new ArrayList<>();
    for (Kinds each : alternatives) {
      for (String group : each.groups) {
        for (String version : each.versions) {
          for (String kind : each.kinds) {
            if (shown.size() == SHOWN) {
              return String.join(" OR ", shown) + " OR others";
            }
            shown.add(group + "/" + version + ":" + kind);
          }
        }
      }
    }
    return String.join(" OR ", shown);
  }
}
