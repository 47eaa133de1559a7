package dev.landwaiter.policy.manifest;

import dev.landwaiter.base.value.Value;
import java.util.List;

/// A pod inside of an object, be it itself or a template of one.
///
/// @param spec its specification
/// @param path from the object's root to that
/// @param containers initial ones first, then the ordinary, then the ephemeral
/// @param guessed whether it was found by its shape, in a kind that we do not know
public record Pod(Value spec, List<Value> path, List<Container> containers, boolean guessed) {
  public Pod {
    path = List.copyOf(path);
    containers = List.copyOf(containers);
  }

  /// The path as text, such as `spec.template.spec` or `spec.replicatedJobs[0].template.spec`.
  public String where() {
    return PathText.of(path);
  }
}
