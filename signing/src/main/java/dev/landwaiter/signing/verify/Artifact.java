package dev.landwaiter.signing.verify;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.HashAlgorithm;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What a signature must be about. The caller has it; material only claims it.
public sealed interface Artifact {
  /// An image by the digest of its manifest as served.
  record Image(Digest digest) implements Artifact {}

  /// A file that is at hand.
  record Blob(Bytes content) implements Artifact {}

  /// A file of which only digests are known. Where it was hashed by the caller, all three are here.
  record Digests(Map<HashAlgorithm, Bytes> digests) implements Artifact {
    public Digests {
      digests = Map.copyOf(digests);
    }
  }

  /// The artifact's digest by an algorithm, when it is known or can be computed.
  default Optional<Bytes> digest(HashAlgorithm algorithm) {
    return switch (this) {
      case Image(Digest digest) ->
          digest.algorithm().equals(algorithm.shortName())
              ? Optional.of(Bytes.hex(digest.encoded()))
              : Optional.empty();
      case Blob(Bytes content) -> Optional.of(content.hash(algorithm));
      case Digests(Map<HashAlgorithm, Bytes> digests) ->
          Optional.ofNullable(digests.get(algorithm));
    };
  }

  /// All known digests in lower-case digits, by the short names of their algorithms.
  default Map<String, String> known() {
    Map<String, String> all = new HashMap<>();
    for (HashAlgorithm each : HashAlgorithm.values()) {
      digest(each).ifPresent(digest -> all.put(each.shortName(), digest.toHex()));
    }
    return all;
  }

  /// For messages: the first digest that is known.
  default String name() {
    return switch (this) {
      case Image(Digest digest) -> digest.toString();
      case Blob(Bytes content) -> "sha256:" + content.sha256().toHex();
      case Digests(Map<HashAlgorithm, Bytes> digests) -> {
        for (HashAlgorithm each : HashAlgorithm.values()) {
          Bytes digest = digests.get(each);
          if (digest != null) {
            yield each.shortName() + ":" + digest.toHex();
          }
        }
        yield "nothing";
      }
    };
  }
}
