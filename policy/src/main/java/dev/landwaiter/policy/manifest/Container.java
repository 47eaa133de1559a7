package dev.landwaiter.policy.manifest;

import dev.landwaiter.base.value.Value;
import java.util.List;

/// One container of a pod.
///
/// @param role what it is there for
/// @param label the list it stands in with its index, and its name: `initContainers[0] setup`
/// @param value its specification
/// @param path from the object's root to it
public record Container(Role role, String label, Value value, List<Value> path) {
  public Container {
    path = List.copyOf(path);
  }

  /// What a container is there for.
  public enum Role {
    INITIAL,
    ORDINARY,
    EPHEMERAL
  }

  public String name() {
    return value.text("name");
  }

  /// Its image as it is written, or empty.
  public String image() {
    return value.text("image");
  }
}
