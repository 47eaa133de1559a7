package dev.landwaiter.signing.policy.cluster;

import java.util.List;
import java.util.Optional;

/// What images must satisfy (`policy.sigstore.dev`, `ClusterImagePolicy`, v1beta1 and v1alpha1).
///
/// @param where the file and line that it begins at, for messages
/// @param images at least one; the policy is about an image that any of them fits
/// @param matches the objects that it is about; about all where there is none
/// @param authorities any one suffices; without one nothing passes
/// @param policy holds for what the authorities verified
public record ClusterImagePolicy(
    String name,
    String where,
    List<ImagePattern> images,
    List<ResourceMatch> matches,
    Mode mode,
    List<PolicyAuthority> authorities,
    Optional<PolicyText> policy) {
  public ClusterImagePolicy {
    images = List.copyOf(images);
    matches = List.copyOf(matches);
    authorities = List.copyOf(authorities);
  }

  /// What a failure leads to.
  public enum Mode {
    /// The image is denied.
    ENFORCE,
    /// The user is warned.
    WARN
  }

  /// Whether it is about an object. Where nothing is known of the object, it is.
  public boolean isAbout(Optional<ResourceObject> object) {
    return matches.isEmpty()
        || object.isEmpty()
        || matches.stream().anyMatch(each -> each.fits(object.get()));
  }
}
