package dev.landwaiter.signing.log;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;

/// A log's key under the name by which notes speak of it (C2SP signed-note, "Signatures"; the
/// hashes of ECDSA and RSA keys are Sigstore's own).
///
/// @param hash all 32 bytes; notes show the first four
public record NoteKey(String name, VerificationKey key, Bytes hash) {
  private static final int RAW_ED25519 = 32;
  private static final String RSA = "PKIX-RSA-PKCS#1v1.5";

  public static NoteKey of(String name, VerificationKey key) {
    Bytes hash =
        switch (key.details().scheme()) {
          case ECDSA -> key.spki().sha256();
          case ED25519, ED25519_PH ->
              named(name, 0x01)
                  .plus(key.spki().slice(key.spki().size() - RAW_ED25519, key.spki().size()))
                  .sha256();
          case RSA_PKCS1, RSA_PSS ->
              named(name, 0xff).plus(Bytes.utf8(RSA)).plus(key.spki()).sha256();
        };
    return new NoteKey(name, key, hash);
  }

  private static Bytes named(String name, int kind) {
    return Bytes.utf8(name + "\n").plus(Bytes.of(new byte[] {(byte) kind}));
  }

  public Bytes hint() {
    return hash.slice(0, 4);
  }

  boolean verifies(Bytes message, Bytes signature) throws RefusedException {
    return LogSignature.verifies(key, message, signature);
  }
}
