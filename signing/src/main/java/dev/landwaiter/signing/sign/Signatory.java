package dev.landwaiter.signing.sign;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.SigningKey;
import dev.landwaiter.signing.service.client.Fulcio;
import dev.landwaiter.signing.service.token.IdentityToken;
import java.util.List;

/// Who signs.
public sealed interface Signatory {
  SigningKey key();

  /// Whoever holds a key that others know.
  record KeyHolder(SigningKey key) implements Signatory {}

  /// Whoever holds a key with a certificate of his own. That they belong together is checked
  /// before.
  ///
  /// @param leaf DER
  /// @param above the certificates above the leaf without the root, nearest first, DER
  record CertificateHolder(SigningKey key, Bytes leaf, List<Bytes> above) implements Signatory {
    public CertificateHolder {
      above = List.copyOf(above);
    }
  }

  /// Whoever can prove an identity.
  ///
  /// @param key a new one that nobody keeps
  /// @param authority issues a certificate for key and identity
  record Identified(SigningKey key, IdentityToken token, Fulcio authority) implements Signatory {}
}
