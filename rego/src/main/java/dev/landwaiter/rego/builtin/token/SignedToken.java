package dev.landwaiter.rego.builtin.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.World;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.crypto.PemBlock;
import dev.landwaiter.rego.builtin.crypto.PrivateKeyData;
import dev.landwaiter.rego.builtin.crypto.PrivateKeys;
import dev.landwaiter.rego.builtin.crypto.PublicKeyData;
import dev.landwaiter.rego.builtin.crypto.PublicKeys;
import java.util.Base64;
import java.util.List;

/// Signed tokens in compact form (RFC 7515, 7.1) for those who are no policy: keys are secrets for
/// HMAC and PEM texts for all else.
public final class SignedToken {
  private static final String NO_PEM = "failed to parse PEM block containing the key";

  private SignedToken() {}

  /// Makes a token.
  ///
  /// @param header names the algorithm
  /// @param key a secret for HMAC, else a private key in PEM
  /// @throws BuiltinException when the algorithm is unknown or the key does not fit it
  public static String sign(World world, ObjectValue header, String payload, String key)
      throws BuiltinException {
    TokenAlgorithm algorithm = algorithm(header.text("alg"));
    return Signing.sign(
        world,
        JsonWriter.toText(header, JsonStyle.COMPACT),
        payload,
        JsonWriter.toText(webKey(algorithm, key), JsonStyle.COMPACT));
  }

  private static TokenAlgorithm algorithm(String name) throws BuiltinException {
    return TokenAlgorithm.byName(name)
        .orElseThrow(() -> BuiltinException.failure("unknown signature algorithm: " + name));
  }

  private static Value webKey(TokenAlgorithm algorithm, String key) throws BuiltinException {
    if (algorithm.kind() == TokenAlgorithm.Kind.HMAC) {
      var draft = new ObjectValue.Draft();
      draft.put(Value.of("kty"), Value.of("oct"));
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(UTF_8));
      draft.put(Value.of("k"), Value.of(text));
      return draft.finish();
    }
    List<PrivateKeyData> keys = PrivateKeys.fromPem(key.getBytes(UTF_8));
    if (keys.isEmpty()) {
      throw BuiltinException.failure(NO_PEM);
    }
    return keys.getFirst().webKey();
  }

  /// The header of a token, which nobody has vouched for yet.
  ///
  /// @throws BuiltinException when there is none
  public static ObjectValue header(String token) throws BuiltinException {
    return Token.of(token).decodedHeader();
  }

  /// The payload of a token, which nobody has vouched for yet.
  ///
  /// @throws BuiltinException when there is none
  public static ObjectValue payload(String token) throws BuiltinException {
    return Token.object(Token.of(token).decodedPayload());
  }

  /// Checks the signature of a token. The algorithm is the caller's: what the token says of itself
  /// does not count.
  ///
  /// @param key a secret for HMAC, else a public key in PEM
  /// @throws BuiltinException when the signature is not the key's
  public static void verify(String token, String algorithm, String key) throws BuiltinException {
    TokenAlgorithm known = algorithm(algorithm);
    Token parts = Token.of(token);
    if (known.kind() == TokenAlgorithm.Kind.HMAC) {
      if (!Verification.hmacFits(
          known, key.getBytes(UTF_8), parts.signed(), parts.plainSignature())) {
        throw wrong("invalid HMAC signature");
      }
      return;
    }
    var block = PemBlock.next(key.getBytes(UTF_8), 0);
    if (block.isEmpty()) {
      throw BuiltinException.failure(NO_PEM);
    }
    PublicKeyData publicKey = PublicKeys.parse(block.get().bytes());
    String kind = kind(publicKey);
    String wanted = wanted(known);
    if (!kind.equals(wanted)) {
      throw wrong("a key of the kind " + kind + " where " + wanted + " is needed");
    }
    if (!Verification.verify(known, WebKey.of(publicKey), parts.signed(), parts.plainSignature())) {
      throw wrong(
          switch (known.kind()) {
            case RSA -> "crypto/rsa: verification error";
            case EC -> "invalid ECDSA signature";
            default -> "invalid EdDSA signature";
          });
    }
  }

  private static String kind(PublicKeyData key) {
    return switch (key) {
      case PublicKeyData.Rsa _ -> "RSA";
      case PublicKeyData.Ec _ -> "EC";
      case PublicKeyData.Ed25519 _ -> "Ed25519";
      default -> "unknown";
    };
  }

  private static String wanted(TokenAlgorithm algorithm) {
    return switch (algorithm.kind()) {
      case RSA -> "RSA";
      case EC -> "EC";
      case ED25519 -> "Ed25519";
      case HMAC -> "secret";
    };
  }

  private static BuiltinException wrong(String reason) {
    return BuiltinException.failure("failed to verify JWT signature: " + reason);
  }
}
