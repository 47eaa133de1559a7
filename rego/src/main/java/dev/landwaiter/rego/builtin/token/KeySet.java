package dev.landwaiter.rego.builtin.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.builtin.crypto.Certificate;
import dev.landwaiter.rego.builtin.crypto.PemBlock;
import dev.landwaiter.rego.builtin.crypto.PublicKeys;
import java.util.List;

/// The keys a signature may be checked with, or why there are none.
///
/// @param error empty when the keys could be read
record KeySet(List<WebKey> keys, String error) {
  private static final int LIMIT = 1 << 20;

  KeySet {
    keys = List.copyOf(keys);
  }

  /// Reads a certificate or public key in PEM, or a key or set of keys in JSON.
  ///
  /// @throws BuiltinException when the text is none of them
  static KeySet of(Surroundings surroundings, String text) throws BuiltinException {
    if (text.length() > LIMIT) {
      throw BuiltinException.failure("keys of more than " + LIMIT + " characters");
    }
    KeySet set = surroundings.share("io.jwt keys", text, KeySet::parse);
    if (!set.error.isEmpty()) {
      throw BuiltinException.failure(set.error);
    }
    return set;
  }

  private static KeySet parse(String text) {
    try {
      return new KeySet(keys(text), "");
    } catch (BuiltinException e) {
      return new KeySet(List.of(), e.getMessage());
    }
  }

  private static List<WebKey> keys(String text) throws BuiltinException {
    byte[] bytes = text.getBytes(UTF_8);
    var found = PemBlock.next(bytes, 0);
    if (found.isEmpty()) {
      try {
        return WebKey.parse(text);
      } catch (BuiltinException e) {
        throw BuiltinException.failure(
            "failed to parse a JWK key (set): jwk.ParseString: failed to parse string: "
                + e.getMessage());
      }
    }
    var block = found.get();
    if (block.rest() < bytes.length) {
      throw BuiltinException.failure("extra data after a PEM certificate block");
    }
    return switch (block.type()) {
      case "CERTIFICATE" -> {
        try {
          yield List.of(WebKey.of(Certificate.parse(block.bytes()).publicKey()));
        } catch (BuiltinException e) {
          throw BuiltinException.failure("failed to parse a PEM certificate: " + e.getMessage());
        }
      }
      case "PUBLIC KEY" -> {
        try {
          yield List.of(WebKey.of(PublicKeys.parse(block.bytes())));
        } catch (BuiltinException e) {
          throw BuiltinException.failure("failed to parse a PEM public key: " + e.getMessage());
        }
      }
      default -> throw BuiltinException.failure("failed to extract a Key from the PEM certificate");
    };
  }

  /// Whether some key of the set made a signature: the one of the header's id if there is such a
  /// key, else any that is not meant for another algorithm.
  boolean verify(TokenAlgorithm algorithm, TokenHeader header, byte[] signed, byte[] signature)
      throws BuiltinException {
    if (!header.keyId().isEmpty()) {
      for (WebKey key : keys) {
        if (key.keyId().equals(header.keyId())) {
          return Verification.verify(algorithm, key, signed, signature);
        }
      }
    }
    for (WebKey key : keys) {
      boolean fits = key.algorithm().isEmpty() || key.algorithm().equals(header.algorithm());
      if (fits && Verification.verify(algorithm, key, signed, signature)) {
        return true;
      }
    }
    return false;
  }
}
