package dev.landwaiter.signing.notation;

import java.util.Optional;

/// How it is known when something was signed (signing scheme).
public enum SigningScheme {
  /// The signer says so, a timestamp may prove it.
  X509("notary.x509"),
  /// A trusted signing authority says so.
  SIGNING_AUTHORITY("notary.x509.signingAuthority");

  private final String id;

  SigningScheme(String id) {
    this.id = id;
  }

  /// The name in envelopes.
  public String id() {
    return id;
  }

  public static Optional<SigningScheme> of(String id) {
    for (SigningScheme each : values()) {
      if (each.id.equals(id)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
