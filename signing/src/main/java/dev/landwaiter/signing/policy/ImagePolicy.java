package dev.landwaiter.signing.policy;

import dev.landwaiter.signing.verify.Requirements;
import java.util.List;
import java.util.Optional;

/// A policy for images (policy-controller, `ClusterImagePolicy` of `policy.sigstore.dev`), as far
/// as it can be judged without a cluster.
///
/// @param name from its metadata
/// @param warnsOnly whether what it refuses is a warning
public record ImagePolicy(
    String name, List<ImageGlob> images, boolean warnsOnly, List<ImageAuthority> authorities) {
  public ImagePolicy {
    images = List.copyOf(images);
    authorities = List.copyOf(authorities);
  }

  /// Whether it is about an image.
  ///
  /// @param names the full name, and the name as it was written
  public boolean about(List<String> names) {
    for (ImageGlob glob : images) {
      for (String each : names) {
        if (glob.fits(each)) {
          return true;
        }
      }
    }
    return false;
  }

  /// One of those who may vouch for an image.
  public sealed interface ImageAuthority {
    String name();

    /// Decides without looking at the image.
    record Fixed(String name, boolean passes, String message) implements ImageAuthority {}

    /// Wants signatures, or attestations where any are listed.
    ///
    /// @param requirements for signatures; for attestations with their type in place
    /// @param trust what certificates, logs and timestamps are checked by
    /// @param attestations each must be there
    /// @param source where signatures lie, or empty for beside the image
    /// @param form the only form that counts, or empty for both
    record Signed(
        String name,
        Requirements requirements,
        AuthorityTrust trust,
        List<Attestation> attestations,
        Source source,
        String form)
        implements ImageAuthority {
      public Signed {
        attestations = List.copyOf(attestations);
      }
    }
  }

  /// What an authority's signatures are checked by.
  ///
  /// @param certificates PEM of the only authorities for certificates, or empty
  /// @param url address of the only authority for certificates, or empty
  public record AuthorityTrust(String certificates, String url) {}

  /// Where signatures lie.
  ///
  /// @param repository in place of the image's own, or empty
  public record Source(String repository, String tagPrefix) {}

  /// An attestation that must be there.
  ///
  /// @param policy that one of them must pass
  public record Attestation(
      String name, String predicateType, Optional<AttestationPolicy> policy) {}
}
