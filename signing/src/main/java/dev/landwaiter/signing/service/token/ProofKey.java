package dev.landwaiter.signing.service.token;

import dev.landwaiter.signing.Bytes;
import java.util.Base64;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Proof that whoever fetches a token is who asked for it (RFC 7636).
///
/// @param verifier is shown at the end
record ProofKey(String verifier) {
  private static final int SIZE = 32;

  static ProofKey draw(RandomGenerator secrets) {
    return new ProofKey(word(secrets));
  }

  /// A word that nobody guesses.
  static String word(RandomGenerator secrets) {
    byte[] drawn = new byte[SIZE];
    secrets.nextBytes(drawn);
    return url(drawn);
  }

  private static String url(byte[] content) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
  }

  /// What is shown at the beginning.
  Map<String, String> challenge() {
    String hash = url(Bytes.utf8(verifier).sha256().toArray());
    return Map.of("code_challenge", hash, "code_challenge_method", "S256");
  }

  @Override
  public String toString() {
    return "a proof key";
  }
}
