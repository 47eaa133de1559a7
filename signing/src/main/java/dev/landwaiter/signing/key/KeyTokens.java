package dev.landwaiter.signing.key;

import dev.landwaiter.signing.SigningKey;
import dev.landwaiter.signing.VerificationKey;
import java.io.IOException;

/// Keys that never leave a device (PKCS#11).
public interface KeyTokens {
  /// The public half of a key, without any PIN where the device allows it.
  VerificationKey publicKey(TokenUri uri) throws IOException;

  /// The key, ready to sign.
  SigningKey signingKey(TokenUri uri) throws IOException;
}
