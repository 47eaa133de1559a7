package dev.landwaiter.signing.certificate;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.key.NamedAlgorithm;
import dev.landwaiter.signing.key.PublicKeys;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Remembers which certificates carry a right signature by which key, and nothing else about them.
final class KnownSignatures {
  private static final int MOST = 1_000;

  private final Map<Pair, Boolean> held = new LinkedHashMap<>(16, 0.75f, true);

  private record Pair(Bytes issuerKey, Bytes certificate) {}

  /// Whether the key of one certificate signed another.
  ///
  /// @throws RefusedException with SIGNATURE for keys and algorithms that are not permitted, with
  ///   PARSE when they are malformed
  boolean signed(String where, ParsedCertificate issuer, ParsedCertificate certificate)
      throws RefusedException {
    var pair = new Pair(issuer.spki(), certificate.der());
    synchronized (held) {
      if (held.containsKey(pair)) {
        return true;
      }
    }
    NamedAlgorithm algorithm =
        NamedAlgorithm.read(where, certificate.algorithm(), Optional.empty());
    VerificationKey key = PublicKeys.spki(where, issuer.spki());
    if (!algorithm.verify(key, certificate.body(), certificate.signature())) {
      return false;
    }
    synchronized (held) {
      held.put(pair, true);
      if (held.size() > MOST) {
        held.remove(held.keySet().iterator().next());
      }
    }
    return true;
  }
}
