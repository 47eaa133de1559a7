package dev.landwaiter.testing.sigstore;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.Arrays;

/// A text with lines of signatures below.
///
/// @param message the text, with its last line feed
record SignedNote(String message, String signatures) {
  static SignedNote of(String message) {
    return new SignedNote(message, "");
  }

  /// With the signature of a log of the recorded runs.
  SignedNote signed(String signer, Material material, String log) {
    return signed(signer, hint(signer, material.publicKey(log)), material.key(log));
  }

  /// With one more signature.
  SignedNote signed(String signer, byte[] id, PrivateKey key) {
    byte[] signature = Material.sign(key, message.getBytes(StandardCharsets.UTF_8));
    byte[] line = Arrays.copyOf(id, 4 + signature.length);
    System.arraycopy(signature, 0, line, 4, signature.length);
    String more = "— %s %s\n".formatted(signer, Material.base64(line));
    return new SignedNote(message, signatures + more);
  }

  /// The whole hash that a signer's key is named by.
  static byte[] hint(String signer, byte[] spki) {
    boolean edwards = spki.length == 44;
    if (!edwards) {
      return Material.sha256(spki);
    }
    byte[] name = (signer + "\n").getBytes(StandardCharsets.UTF_8);
    return Material.sha256(name, new byte[] {1}, Arrays.copyOfRange(spki, 12, 44));
  }

  String text() {
    return message + "\n" + signatures;
  }
}
