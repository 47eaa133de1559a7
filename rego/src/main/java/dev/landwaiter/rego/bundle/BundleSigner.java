package dev.landwaiter.rego.bundle;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.World;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.token.SignedToken;
import dev.landwaiter.rego.load.LoadException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Signs bundles: a token over the hashes of all files (reference 15.6).
///
/// @param key a secret for HMAC, else a private key in PEM
/// @param algorithm such as `RS256`
/// @param claims added to the token's payload instead of the key's id
public record BundleSigner(
    String key, String algorithm, Optional<ObjectValue> claims, World world) {
  private static final Value SIGNATURES = Value.of("signatures");

  /// What `.signatures.json` holds for files that stand somewhere.
  ///
  /// @param files by the names they get in the signature, in that order
  /// @throws LoadException when a document cannot be read or the key does not fit
  public String signatures(Map<String, byte[]> files) throws LoadException {
    List<FileHash> hashes = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      hashes.add(FileHash.of(file.getKey(), file.getValue(), FileHash.STANDARD));
    }
    var draft = new ObjectValue.Draft();
    draft.put(SIGNATURES, ArrayValue.of(Value.of(token(hashes, ""))));
    return JsonWriter.toText(draft.finish(), new JsonStyle(" ", true, false));
  }

  /// What `.signatures.json` holds in a bundle that is built.
  ///
  /// @param keyId stands in the token where no claims are added
  String signatures(List<FileHash> hashes, String keyId) throws LoadException {
    var draft = new ObjectValue.Draft();
    String token = token(hashes, claims.isPresent() ? "" : keyId);
    draft.put(SIGNATURES, ArrayValue.of(Value.of(token)));
    draft.put(Value.of("plugin"), Value.of("_default"));
    return JsonWriter.toText(draft.finish(), JsonStyle.INDENTED);
  }

  private String token(List<FileHash> hashes, String keyId) throws LoadException {
    var header = new ObjectValue.Draft();
    header.put(Value.of("alg"), Value.of(algorithm));
    if (!keyId.isEmpty()) {
      header.put(Value.of("kid"), Value.of(keyId));
    }
    header.put(Value.of("typ"), Value.of("JWT"));
    Map<Value, Value> payload = new TreeMap<>();
    payload.put(Value.of("files"), new ArrayValue(hashes.stream().map(FileHash::json).toList()));
    if (claims.isPresent()) {
      payload.putAll(claims.get().members());
    } else if (!keyId.isEmpty()) {
      payload.put(Value.of("keyid"), Value.of(keyId));
    }
    try {
      return SignedToken.sign(
          world,
          header.finish(),
          JsonWriter.toText(new ObjectValue(payload), JsonStyle.COMPACT),
          key);
    } catch (BuiltinException e) {
      throw new LoadException(String.valueOf(e.getMessage()));
    }
  }
}
