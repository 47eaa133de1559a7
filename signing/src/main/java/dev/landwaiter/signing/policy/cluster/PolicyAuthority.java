package dev.landwaiter.signing.policy.cluster;

import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.Identity;
import java.util.List;
import java.util.Optional;

/// One whose word suffices for a policy.
///
/// @param source where the signatures lie when not beside the image
/// @param log which transparency log must hold them; for keys, none need when nothing is said
/// @param timestampRoot the TrustRoot whose authorities must have stamped them; empty for none
/// @param attestations each must be there; a plain signature is then not asked for
public record PolicyAuthority(
    String name,
    Word word,
    Optional<SignatureSource> source,
    Optional<Log> log,
    String timestampRoot,
    List<WantedAttestation> attestations,
    Format format) {
  public PolicyAuthority {
    attestations = List.copyOf(attestations);
  }

  /// Whose word it is.
  public sealed interface Word {
    /// The holder of a key.
    ///
    /// @param hash the only one that signatures may be over; nothing where the key decides
    record Key(KeySource key, Optional<HashAlgorithm> hash) implements Word {}

    /// Somebody whom a certificate authority knows.
    ///
    /// @param url the authority's address, or empty
    /// @param certificates of the authority, which then no trusted root names
    /// @param any one of them suffices
    /// @param trustRoot the TrustRoot that holds authority and logs, or empty
    /// @param ignoreTransparency whether no certificate log need hold the certificate
    record Keyless(
        String url,
        Optional<KeySource> certificates,
        List<Identity> any,
        String trustRoot,
        boolean ignoreTransparency)
        implements Word {
      public Keyless {
        any = List.copyOf(any);
      }
    }

    /// Nobody: it is always so.
    ///
    /// @param message for those who are denied, or empty
    record Static(boolean pass, String message) implements Word {}
  }

  /// A PEM text, wherever it is.
  public sealed interface KeySource {
    /// In the policy itself.
    record Data(String pem) implements KeySource {}

    /// With a key service.
    record Service(String uri) implements KeySource {}

    /// The only value of a Secret.
    ///
    /// @param namespace empty for the controller's own
    record Secret(String namespace, String name) implements KeySource {}
  }

  /// Where signatures lie.
  ///
  /// @param oci a registry or a repository, or empty for the image's own
  /// @param pullSecrets names of Secrets in the namespace of the workload
  public record SignatureSource(String oci, List<String> pullSecrets, String tagPrefix) {
    public SignatureSource {
      pullSecrets = List.copyOf(pullSecrets);
    }
  }

  /// A transparency log.
  ///
  /// @param url its address, or empty
  /// @param trustRoot the TrustRoot that holds its key, or empty
  public record Log(String url, String trustRoot) {}

  /// A statement that must be there.
  ///
  /// @param predicateType as it was written: an address or a short name
  /// @param policy that at least one must pass
  public record WantedAttestation(String name, String predicateType, Optional<PolicyText> policy) {}

  /// Which form of signatures counts.
  public enum Format {
    ANY,
    LEGACY,
    BUNDLE
  }
}
