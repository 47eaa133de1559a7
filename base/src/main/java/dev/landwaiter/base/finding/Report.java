package dev.landwaiter.base.finding;

import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What one scan found.
///
/// @param id a UUID of version 7
/// @param problems what could not be examined or judged
public record Report(
    String id,
    Instant createdAt,
    Artifact artifact,
    OperatingSystem os,
    List<Result> results,
    List<Problem> problems) {

  /// What was scanned.
  ///
  /// @param id digest that stands for the artifact, or empty
  /// @param name as the user gave it
  public record Artifact(String id, String name, ArtifactType type, Optional<ImageFacts> image) {}

  /// The words of reports for what was scanned.
  public enum ArtifactType {
    CONTAINER_IMAGE("container_image"),
    FILESYSTEM("filesystem");

    private final String word;

    ArtifactType(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /// What is known of an image besides its files.
  ///
  /// @param size sum of the uncompressed layers in bytes
  /// @param reference the image reference, or empty
  /// @param config the image configuration (OCI image specification 1.1) as stored
  public record ImageFacts(
      long size,
      String imageId,
      List<String> repoTags,
      List<String> repoDigests,
      String reference,
      Value config,
      List<Layer> layers) {}
}
