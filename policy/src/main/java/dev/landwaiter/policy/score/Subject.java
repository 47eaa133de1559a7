package dev.landwaiter.policy.score;

import dev.landwaiter.base.value.Value;
import java.util.List;

/// What is scored: an object, its pod, and the containers of that.
///
/// @param object the whole of it
/// @param pod the pod's specification, or null's value where there is none
/// @param podPath from the object's root to it
/// @param containers initial ones first, then the ordinary, then the ephemeral; null's value for
///   one that is no object
/// @param ordinary which of them are the pod's main containers
/// @param parts the same containers with names and places, or none where nobody asks for places
public record Subject(
    Value object,
    Value pod,
    List<Value> podPath,
    List<Value> containers,
    Range ordinary,
    List<Part> parts) {
  /// One container with its place.
  ///
  /// @param label such as `containers[0] app`
  /// @param ordinary whether it stands among the pod's main containers
  /// @param value its specification
  /// @param path from the object's root to it
  public record Part(String label, boolean ordinary, Value value, List<Value> path) {
    public Part {
      path = List.copyOf(path);
    }
  }

  /// A range of indices, without its end.
  public record Range(int from, int to) {
    public static final Range NONE = new Range(0, 0);

    public boolean holds(int index) {
      return index >= from && index < to;
    }
  }
}
