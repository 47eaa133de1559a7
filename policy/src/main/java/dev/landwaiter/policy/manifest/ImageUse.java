package dev.landwaiter.policy.manifest;

import dev.landwaiter.base.value.Value;
import java.util.List;
import java.util.Optional;

/// One image that an object asks for (kubernetes.md 3).
///
/// @param reference as it is written; not empty
/// @param user what asks for it: `containers[0] web`, `volumes[1] data`, or a field such as `image`
/// @param kind what that is
/// @param path from the object's root to the reference
/// @param pullPolicy as it is written, or empty
public record ImageUse(
    String reference, String user, Kind kind, List<Value> path, String pullPolicy) {
  public ImageUse {
    path = List.copyOf(path);
  }

  /// What asks for an image.
  public enum Kind {
    CONTAINER,
    INITIAL_CONTAINER,
    EPHEMERAL_CONTAINER,
    /// A volume that is filled from an image.
    VOLUME,
    /// A field of a kind whose controller runs it.
    FIELD
  }

  /// The digest after the `@`, if there is one.
  public Optional<String> digest() {
    int at = reference.indexOf('@');
    return at < 0 ? Optional.empty() : Optional.of(reference.substring(at + 1));
  }

  /// The tag that counts: none where there is a digest, `latest` where neither is written.
  public Optional<String> tag() {
    if (digest().isPresent()) {
      return Optional.empty();
    }
    int colon = reference.lastIndexOf(':');
    return Optional.of(
        colon > reference.lastIndexOf('/') ? reference.substring(colon + 1) : "latest");
  }

  /// When the image is pulled: as it is written, else what Kubernetes takes for granted.
  public String effectivePullPolicy() {
    if (!pullPolicy.isEmpty()) {
      return pullPolicy;
    }
    return tag().filter("latest"::equals).isPresent() ? "Always" : "IfNotPresent";
  }

  /// Whether a controller puts the real image in later, so that nothing can be said of this one.
  public boolean isPlaceholder() {
    return reference.equals("auto") || reference.contains("{{");
  }
}
