package dev.landwaiter.policy.manifest;

import dev.landwaiter.base.text.Problem;
import java.util.List;

/// What stands in one file.
///
/// @param objects in their order, those of lists one by one
/// @param problems documents that cannot be read, keys that stand twice; each with its place
/// @param templates how many documents hold what a renderer of templates has not replaced
/// @param others how many documents are no objects of Kubernetes
public record Manifests(List<Manifest> objects, List<Unread> problems, int templates, int others) {
  public Manifests {
    objects = List.copyOf(objects);
    problems = List.copyOf(problems);
  }

  /// Something that is wrong with a document.
  ///
  /// @param problem what and where
  /// @param lost whether the document could not be read
  public record Unread(Problem problem, boolean lost) {}
}
