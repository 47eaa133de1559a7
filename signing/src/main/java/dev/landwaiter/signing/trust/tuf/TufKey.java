package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.encoding.Pem;
import dev.landwaiter.signing.key.PublicKeys;
import dev.landwaiter.signing.key.SignatureCheck;
import java.util.List;
import java.util.Optional;

/// A key of TUF metadata (TUF specification, 4.2).
///
/// @param key what verifies with it; nothing where its kind is not known or it is broken: such a
///   key never counts
record TufKey(Optional<VerificationKey> key) {
  private static final TufKey UNUSABLE = new TufKey(Optional.empty());
  private static final Bytes ED25519 = Bytes.hex("302a300506032b6570032100");

  /// Reads a key; whatever is wrong with it only makes it unusable.
  static TufKey read(TufFields fields) {
    try {
      String type = fields.text("keytype");
      String scheme = fields.text("scheme");
      String material = fields.fields("keyval").text("public");
      return switch (type + " " + scheme) {
        case "ecdsa ecdsa-sha2-nistp256", "ecdsa-sha2-nistp256 ecdsa-sha2-nistp256" ->
            pem(fields.where(), material, PublicKeyDetails.PKIX_ECDSA_P256_SHA_256);
        case "rsa rsassa-pss-sha256" ->
            pem(fields.where(), material, PublicKeyDetails.PKIX_RSA_PSS);
        case "ed25519 ed25519" -> ed25519(fields.where(), material);
        default -> UNUSABLE;
      };
    } catch (RefusedException e) {
      return UNUSABLE;
    }
  }

  private static TufKey pem(String where, String text, PublicKeyDetails details)
      throws RefusedException {
    List<Pem> blocks = Pem.blocks(where, text);
    if (blocks.size() != 1 || !blocks.getFirst().label().equals("PUBLIC KEY")) {
      return UNUSABLE;
    }
    return new TufKey(Optional.of(PublicKeys.spki(where, blocks.getFirst().content(), details)));
  }

  private static TufKey ed25519(String where, String digits) throws RefusedException {
    Optional<Bytes> raw = hex(digits);
    if (raw.isEmpty() || raw.get().size() != 32) {
      return UNUSABLE;
    }
    return new TufKey(
        Optional.of(
            PublicKeys.spki(where, ED25519.plus(raw.get()), PublicKeyDetails.PKIX_ED25519)));
  }

  /// Whether a signature over these bytes is right; false where the key is unusable.
  boolean verifies(Bytes message, Bytes signature) {
    if (key.isEmpty()) {
      return false;
    }
    try {
      return SignatureCheck.verify(key.get(), key.get().details(), message, signature);
    } catch (RefusedException e) {
      return false;
    }
  }

  /// Hex digits of either case.
  static Optional<Bytes> hex(String digits) {
    try {
      return Optional.of(Bytes.hex(digits));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
