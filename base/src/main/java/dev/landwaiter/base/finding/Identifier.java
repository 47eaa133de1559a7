package dev.landwaiter.base.finding;

import java.util.Optional;

/// Names of a package for machines.
///
/// @param purl the package URL, where the type has one
/// @param uid the structural hash that tells equal packages apart, lower-case hex; empty before it
///   is computed
/// @param bomRef the reference an SBOM gave it, or empty
public record Identifier(Optional<PackageUrl> purl, String uid, String bomRef) {
  public static final Identifier NONE = new Identifier(Optional.empty(), "", "");

  /// Whether the package has no name for machines.
  public boolean isEmpty() {
    return purl.isEmpty() && uid.isEmpty() && bomRef.isEmpty();
  }
}
