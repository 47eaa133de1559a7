package dev.landwaiter.signing;

import java.io.IOException;

/// A private key to sign with, wherever it lies. It never shows itself.
public interface SigningKey {
  /// The public half.
  VerificationKey publicKey();

  /// Signs a message; hashing it is part of it.
  ///
  /// @param details scheme and hash; they must fit the key
  /// @throws RefusedException with SIGNATURE when the key cannot sign so
  Bytes sign(byte[] message, PublicKeyDetails details) throws IOException;
}
