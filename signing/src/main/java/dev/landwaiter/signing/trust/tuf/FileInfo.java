package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.RefusedException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What signed metadata says about another file (TUF specification, 4.4 and 4.5).
///
/// @param version 0 for targets, which have none
/// @param length in bytes, unless it is not said
/// @param hashes none where metadata may leave them out
record FileInfo(long version, Optional<Long> length, Map<HashAlgorithm, Bytes> hashes) {
  FileInfo {
    hashes = Map.copyOf(hashes);
  }

  /// Of another file of metadata: a version, and perhaps the rest.
  static FileInfo metadata(TufFields fields) throws RefusedException {
    return new FileInfo(
        fields.version("version"),
        fields.has("length") ? Optional.of(fields.number("length")) : Optional.empty(),
        fields.has("hashes") ? hashes(fields.fields("hashes")) : Map.of());
  }

  /// Of a target: length and hashes.
  static FileInfo target(TufFields fields) throws RefusedException {
    return new FileInfo(0, Optional.of(fields.number("length")), hashes(fields.fields("hashes")));
  }

  private static Map<HashAlgorithm, Bytes> hashes(TufFields fields) throws RefusedException {
    Map<HashAlgorithm, Bytes> all = new EnumMap<>(HashAlgorithm.class);
    for (var member : fields.object().members().keySet()) {
      String name = member.asText();
      HashAlgorithm algorithm =
          HashAlgorithm.shortNamed(name)
              .orElseThrow(() -> fields.wrong("the hash '" + name + "' is not known"));
      Optional<Bytes> hash = TufKey.hex(fields.text(name));
      if (hash.isEmpty() || hash.get().size() != algorithm.size()) {
        throw fields.wrong("the hash '" + name + "' is not one");
      }
      all.put(algorithm, hash.get());
    }
    if (all.isEmpty()) {
      throw fields.wrong("no hash is there");
    }
    return all;
  }

  /// The most bytes to take of the file.
  int limit(int otherwise) {
    return (int) Math.min(length.orElse((long) otherwise), otherwise);
  }

  /// Requires these bytes to be the file.
  ///
  /// @throws RefusedException with TRUST_ROOT
  void require(String where, Bytes content) throws RefusedException {
    if (length.isPresent() && length.get() != content.size()) {
      throw new RefusedException(
          FailureClass.TRUST_ROOT,
          where + " has another length than was signed",
          length.get() + " bytes",
          content.size() + " bytes");
    }
    for (var each : hashes.entrySet()) {
      Bytes found = content.hash(each.getKey());
      if (!found.equals(each.getValue())) {
        throw new RefusedException(
            FailureClass.TRUST_ROOT,
            "%s has another %s than was signed".formatted(where, each.getKey().shortName()),
            each.getValue().toHex(),
            found.toHex());
      }
    }
  }

  /// Whether these bytes are the file.
  boolean fits(Bytes content) {
    try {
      require("", content);
      return true;
    } catch (RefusedException e) {
      return false;
    }
  }
}
