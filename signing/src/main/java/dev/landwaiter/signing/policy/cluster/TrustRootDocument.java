package dev.landwaiter.signing.policy.cluster;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.trust.TrustedRoot;

/// Whom policies may trust instead of the standard (`policy.sigstore.dev`, `TrustRoot`, v1alpha1).
///
/// @param where the file and line that it begins at, for messages
public record TrustRootDocument(String name, String where, Form form) {
  /// How it says it.
  public sealed interface Form {
    /// By a TUF repository.
    ///
    /// @param root what trust begins with
    /// @param mirror its address
    record Remote(Bytes root, String mirror, Target target) implements Form {}

    /// By a TUF repository that is part of the document.
    ///
    /// @param archive the files of the mirror, a tar archive packed with gzip
    record Repository(Bytes root, Bytes archive, Target target) implements Form {}

    /// By keys and certificates.
    record Keys(TrustedRoot root) implements Form {}
  }

  /// Which file of a repository holds the trusted root.
  ///
  /// @param folder below the base
  public record Target(String folder, String name) {
    public static final Target STANDARD = new Target("targets", "trusted_root.json");
  }
}
