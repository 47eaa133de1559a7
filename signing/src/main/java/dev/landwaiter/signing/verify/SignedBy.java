package dev.landwaiter.signing.verify;

import dev.landwaiter.signing.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/// Who signed, as far as it is proven.
public sealed interface SignedBy {
  /// The holder of the caller's key.
  ///
  /// @param keyId SHA-256 over its `SubjectPublicKeyInfo`
  record Key(Bytes keyId) implements SignedBy {}

  /// Whom a trusted authority certified.
  ///
  /// @param names the subject alternative names
  /// @param issuer of the identity token, or empty
  /// @param extensions texts of Fulcio's extensions by the last number of their identifiers
  /// @param authority address of the authority in the trusted root, or the name of its anchor
  /// @param leaf the certificate, DER
  record Certificate(
      List<String> names,
      String issuer,
      SortedMap<Integer, String> extensions,
      String authority,
      Instant notBefore,
      Instant notAfter,
      Bytes leaf)
      implements SignedBy {
    public Certificate {
      names = List.copyOf(names);
    }
  }
}
