package dev.landwaiter.signing.notation;

import java.util.Locale;

/// What is checked about a signature (Notary Project specification, trust store and trust policy,
/// signature verification details), in this order.
public enum Check {
  /// The envelope is whole, signed by its own certificate and about the artifact.
  INTEGRITY("integrity"),
  /// The certificates end in a trusted store and the signer is a trusted one.
  AUTHENTICITY("authenticity"),
  /// The signature has not expired.
  EXPIRY("expiry"),
  /// The certificates were valid at a proven time.
  AUTHENTIC_TIMESTAMP("authenticTimestamp"),
  /// No certificate is revoked.
  REVOCATION("revocation");

  private final String id;

  Check(String id) {
    this.id = id;
  }

  /// The name in policies.
  public String id() {
    return id;
  }

  /// What happens when it fails.
  public enum Action {
    /// The signature is refused.
    ENFORCE,
    /// It is told and the signature is accepted.
    LOG,
    /// It is not asked.
    SKIP;

    /// The name in policies.
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
