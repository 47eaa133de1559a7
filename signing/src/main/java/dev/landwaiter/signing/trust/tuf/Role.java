package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who may sign the metadata of one role, and how many of them must (TUF specification, 4.3).
///
/// @param keys by their ids
/// @param threshold from 1 on
record Role(String name, Map<String, TufKey> keys, long threshold) {
  Role {
    keys = Map.copyOf(keys);
  }

  /// Reads `keyids` and `threshold`.
  ///
  /// @param known all keys of the metadata that delegates
  static Role read(String name, TufFields fields, Map<String, TufKey> known)
      throws RefusedException {
    long threshold = fields.number("threshold");
    if (threshold < 1) {
      throw fields.wrong("a threshold below 1");
    }
    List<String> ids = fields.texts("keyids");
    Map<String, TufKey> keys = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (String id : ids) {
      TufKey key = known.get(id);
      if (!seen.add(id)) {
        throw fields.wrong("the key '" + id + "' is listed twice");
      }
      if (key != null) {
        keys.put(id, key);
      }
    }
    return new Role(name, keys, threshold);
  }

  /// The keys of `keys`, by their ids.
  static Map<String, TufKey> keys(TufFields fields) throws RefusedException {
    Map<String, TufKey> all = new LinkedHashMap<>();
    for (var each : fields.members().entrySet()) {
      all.put(each.getKey(), TufKey.read(each.getValue()));
    }
    return all;
  }

  /// Requires the signatures of enough different keys; two ids of one key count once.
  ///
  /// @throws RefusedException with TRUST_ROOT when there are too few
  void require(SignedFile file) throws RefusedException {
    Set<Bytes> good = new HashSet<>();
    for (SignedFile.Signature each : file.signatures()) {
      TufKey key = keys.get(each.keyId());
      if (key != null && key.verifies(file.message(), each.bytes())) {
        key.key().ifPresent(verified -> good.add(verified.spki()));
      }
    }
    if (good.size() < threshold) {
      throw new RefusedException(
          FailureClass.TRUST_ROOT,
          "%s has too few signatures by the keys of the role '%s'".formatted(file.where(), name),
          threshold + " signatures by different keys",
          Integer.toString(good.size()));
    }
  }

  /// Whether the same keys sign for it, whatever their ids.
  boolean sameKeys(Role other) {
    return material().equals(other.material());
  }

  private Set<Bytes> material() {
    Set<Bytes> all = new HashSet<>();
    keys.values().forEach(each -> each.key().ifPresent(key -> all.add(key.spki())));
    return all;
  }
}
