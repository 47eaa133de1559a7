package dev.landwaiter.signing.key.token;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.SigningKey;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.encoding.Der;
import dev.landwaiter.signing.key.SignatureCheck;
import java.math.BigInteger;

/// A private key of a token.
final class DeviceKey implements SigningKey {
  private static final long RSA_PKCS = 0x1;
  private static final long ECDSA = 0x1041;
  private static final long EDDSA = 0x1057;

  private final TokenSession session;
  private final long key;
  private final VerificationKey half;
  private final Bytes pin;

  DeviceKey(TokenSession session, long key, VerificationKey half, Bytes pin) {
    this.session = session;
    this.key = key;
    this.half = half;
    this.pin = pin;
  }

  @Override
  public VerificationKey publicKey() {
    return half;
  }

  /// The device signs; what it gives is checked before anybody uses it.
  @Override
  public synchronized Bytes sign(byte[] message, PublicKeyDetails details) throws RefusedException {
    Bytes whole = Bytes.of(message);
    Bytes digest = whole.hash(details.hash());
    Bytes signature =
        switch (details.scheme()) {
          case ECDSA -> der(session.sign(key, ECDSA, digest, pin));
          case RSA_PKCS1 ->
              session.sign(key, RSA_PKCS, SignatureCheck.digestInfo(details.hash(), digest), pin);
          case ED25519 -> session.sign(key, EDDSA, whole, pin);
          case RSA_PSS, ED25519_PH ->
              throw new RefusedException(
                  FailureClass.SIGNATURE, "keys of devices do not sign as " + details + " here");
        };
    if (!SignatureCheck.verify(half, details, whole, signature)) {
      throw new RefusedException(
          FailureClass.SIGNATURE, "what the token signed does not verify with its public key");
    }
    return signature;
  }

  /// Devices give r and s in fixed width.
  private static Bytes der(Bytes fixed) {
    int half = fixed.size() / 2;
    return Der.encode(
        Der.SEQUENCE, integer(fixed.slice(0, half)).plus(integer(fixed.slice(half, fixed.size()))));
  }

  private static Bytes integer(Bytes unsigned) {
    return Der.encode(Der.INTEGER, Bytes.of(new BigInteger(1, unsigned.toArray()).toByteArray()));
  }

  /// Where it is; nothing secret.
  @Override
  public String toString() {
    return "private key of a token";
  }
}
