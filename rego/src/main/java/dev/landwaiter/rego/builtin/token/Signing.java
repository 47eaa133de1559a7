package dev.landwaiter.rego.builtin.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.rego.World;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.crypto.Curve;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPrivateKeySpec;
import java.util.Base64;

/// Makes tokens.
final class Signing {
  private Signing() {}

  /// Signs a payload with the first key of a set.
  static String sign(World world, String header, String payload, String keys)
      throws BuiltinException {
    var known = WebKey.parse(keys);
    if (known.isEmpty()) {
      throw BuiltinException.failure("no key to sign with in the key set");
    }
    var members = LooseJson.parse(header);
    String name = members.text("alg");
    var algorithm = TokenAlgorithm.byName(name);
    if (algorithm.isEmpty()) {
      throw BuiltinException.failure("unknown JWS algorithm: " + name);
    }
    if (members.textOr("typ", "JWT").equals("JWT") && !isJson(payload)) {
      throw BuiltinException.failure("type is JWT but payload is not JSON");
    }
    String signed = base64(header.getBytes(UTF_8)) + "." + base64(payload.getBytes(UTF_8));
    byte[] signature = signature(world, algorithm.get(), known.getFirst(), signed.getBytes(UTF_8));
    return signed + "." + base64(signature);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static boolean isJson(String text) {
    try {
      Json.parse("", text.getBytes(UTF_8));
      return true;
    } catch (FormatException _) {
      return false;
    }
  }

  private static byte[] signature(World world, TokenAlgorithm algorithm, WebKey key, byte[] signed)
      throws BuiltinException {
    if (algorithm.kind() == TokenAlgorithm.Kind.HMAC) {
      if (key.type() != WebKey.Type.SECRET) {
        throw wrongKey(key, "[]byte", "");
      }
      return Verification.hmac(algorithm, key.bytes("k"), signed);
    }
    try {
      var signing = algorithm.signature(algorithm.isPss() ? algorithm.hashSize() : 0);
      signing.initSign(privateKey(algorithm, key), WorldRandom.of(world));
      signing.update(signed);
      return signing.sign();
    } catch (GeneralSecurityException e) {
      throw BuiltinException.failure("jwsbb.Sign: " + e.getMessage());
    }
  }

  private static PrivateKey privateKey(TokenAlgorithm algorithm, WebKey key)
      throws BuiltinException, GeneralSecurityException {
    return switch (algorithm.kind()) {
      case RSA -> {
        if (key.type() != WebKey.Type.RSA_PRIVATE) {
          throw wrongKey(key, "*rsa.PrivateKey", "");
        }
        yield rsa(key);
      }
      case EC -> {
        if (key.type() != WebKey.Type.EC_PRIVATE) {
          throw wrongKey(key, "*ecdsa.PrivateKey", "keyconv: ");
        }
        var curve = Curve.byLabel(key.members().text("crv"));
        if (curve.isEmpty()) {
          throw BuiltinException.failure(
              "jwsbb.Sign: unsupported curve " + key.members().text("crv"));
        }
        var specification = new ECPrivateKeySpec(key.number("d"), curve.get().parameters());
        yield KeyFactory.getInstance("EC").generatePrivate(specification);
      }
      default -> {
        if (key.type() != WebKey.Type.OKP_PRIVATE) {
          throw wrongKey(key, "ed25519.PrivateKey", "");
        }
        var specification = new EdECPrivateKeySpec(NamedParameterSpec.ED25519, key.bytes("d"));
        yield KeyFactory.getInstance("Ed25519").generatePrivate(specification);
      }
    };
  }

  private static PrivateKey rsa(WebKey key) throws BuiltinException, GeneralSecurityException {
    BigInteger modulus = key.number("n");
    BigInteger secret = key.number("d");
    var factory = KeyFactory.getInstance("RSA");
    if (!key.has("p") || !key.has("q")) {
      return factory.generatePrivate(new RSAPrivateKeySpec(modulus, secret));
    }
    BigInteger p = key.number("p");
    BigInteger q = key.number("q");
    if (!p.multiply(q).equals(modulus)) {
      throw new GeneralSecurityException("crypto/rsa: invalid modulus");
    }
    return factory.generatePrivate(
        new RSAPrivateCrtKeySpec(
            modulus,
            key.number("e"),
            secret,
            p,
            q,
            secret.mod(p.subtract(BigInteger.ONE)),
            secret.mod(q.subtract(BigInteger.ONE)),
            q.modInverse(p)));
  }

  private static BuiltinException wrongKey(WebKey key, String wanted, String prefix) {
    String type = key.type().label();
    String plain = wanted.startsWith("*") ? wanted.substring(1) : wanted;
    return BuiltinException.failure(
        "jwsbb.Sign: invalid key type "
            + type
            + ". "
            + wanted
            + " is required: "
            + prefix
            + "failed to produce "
            + plain
            + " from "
            + type
            + ": jwk.Export: no suitable exporter found for key type '"
            + type
            + "'");
  }
}
