package dev.landwaiter.rego.builtin.token;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.crypto.Curve;
import dev.landwaiter.rego.builtin.crypto.PublicKeyData;
import dev.landwaiter.rego.builtin.encoding.Base64Text;
import dev.landwaiter.rego.builtin.encoding.JsonText;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/// A key written as JSON (RFC 7517) or found in PEM.
///
/// @param algorithm the only one it is meant for, or empty
/// @param members the key's own fields, or none for one from PEM
record WebKey(
    String keyId, String algorithm, Type type, PublicKeyData publicKey, ObjectValue members) {
  private static final int LIMIT = 1000;

  /// Kinds of keys, by the names the original's errors give them.
  enum Type {
    SECRET("symmetricKey"),
    RSA_PUBLIC("rsaPublicKey"),
    RSA_PRIVATE("rsaPrivateKey"),
    EC_PUBLIC("ecdsaPublicKey"),
    EC_PRIVATE("ecdsaPrivateKey"),
    OKP_PUBLIC("okpPublicKey"),
    OKP_PRIVATE("okpPrivateKey");

    private final String label;

    Type(String label) {
      this.label = label;
    }

    String label() {
      return "*jwk." + label;
    }
  }

  /// A key that needs no further words.
  static WebKey of(PublicKeyData key) {
    return new WebKey("", "", Type.RSA_PUBLIC, key, ObjectValue.EMPTY);
  }

  /// Reads a key or a set of keys.
  ///
  /// @throws BuiltinException `jwk.Parse: …`
  static List<WebKey> parse(String json) throws BuiltinException {
    String sole = "jwk.Parse: failed to parse sole key: jwk.ParseKey: ";
    Value value;
    try {
      value = JsonText.readFirst(json);
    } catch (BuiltinException e) {
      throw BuiltinException.failure(
          sole
              + "jwk.Parse: failed to probe data: probe: failed to unmarshal data: "
              + e.getMessage());
    }
    if (!(value instanceof ObjectValue object)) {
      throw BuiltinException.failure(
          sole + "jwk.Parse: failed to probe data: probe: expected an object");
    }
    if (object.get("keys").orElse(object) instanceof ArrayValue list) {
      if (list.size() > LIMIT) {
        throw BuiltinException.failure("jwk.Parse: more than " + LIMIT + " keys");
      }
      List<WebKey> keys = new ArrayList<>();
      for (Value each : list.elements()) {
        if (each instanceof ObjectValue member) {
          read(member, "jwk.Parse: failed to parse key in set: jwk.ParseKey: ", keys);
        }
      }
      return keys;
    }
    List<WebKey> keys = new ArrayList<>();
    read(object, sole, keys);
    return keys;
  }

  private static void read(ObjectValue object, String context, List<WebKey> keys)
      throws BuiltinException {
    String family = object.text("kty");
    boolean secret = object.get("d").isPresent();
    var type =
        switch (family) {
          case "oct" -> Type.SECRET;
          case "RSA" -> secret ? Type.RSA_PRIVATE : Type.RSA_PUBLIC;
          case "EC" -> secret ? Type.EC_PRIVATE : Type.EC_PUBLIC;
          case "OKP" -> secret ? Type.OKP_PRIVATE : Type.OKP_PUBLIC;
          default ->
              throw BuiltinException.failure(
                  context + "invalid key type from JSON (" + family + ")");
        };
    String algorithm = object.text("alg");
    if (!algorithm.isEmpty() && !isKnown(algorithm)) {
      return;
    }
    String inner = "failed to unmarshal JSON into key (" + type.label() + "): ";
    keys.add(
        new WebKey(
            object.text("kid"),
            algorithm,
            type,
            publicKey(type, object, context + inner + inner),
            object));
  }

  /// Algorithms of signatures, and of encryption, whose keys are kept though they verify nothing.
  private static boolean isKnown(String algorithm) {
    return TokenAlgorithm.byName(algorithm).isPresent()
        || algorithm.equals("ES256K")
        || algorithm.equals("none")
        || algorithm.equals("dir")
        || algorithm.startsWith("RSA")
        || algorithm.startsWith("ECDH-ES")
        || algorithm.startsWith("PBES2")
        || algorithm.endsWith("KW");
  }

  private static PublicKeyData publicKey(Type type, ObjectValue object, String context)
      throws BuiltinException {
    var fields = new Fields(object, context);
    return switch (type) {
      case SECRET -> {
        fields.bytes("k");
        yield new PublicKeyData.Unknown();
      }
      case RSA_PUBLIC, RSA_PRIVATE -> {
        var exponent = fields.number("e");
        yield new PublicKeyData.Rsa(fields.number("n"), exponent);
      }
      case EC_PUBLIC, EC_PRIVATE -> {
        var curve = Curve.byLabel(fields.text("crv"));
        var x = fields.number("x");
        var y = fields.number("y");
        yield curve.isEmpty() ? new PublicKeyData.Unknown() : point(curve.get(), x, y);
      }
      case OKP_PUBLIC, OKP_PRIVATE -> {
        byte[] x = fields.bytes("x");
        yield fields.text("crv").equals("Ed25519") && x.length == 32
            ? new PublicKeyData.Ed25519(x)
            : new PublicKeyData.Unknown();
      }
    };
  }

  private static PublicKeyData point(Curve curve, BigInteger x, BigInteger y) {
    try {
      return curve.has(x, y) ? new PublicKeyData.Ec(curve, x, y) : new PublicKeyData.Unknown();
    } catch (GeneralSecurityException _) {
      return new PublicKeyData.Unknown();
    }
  }

  /// A field in base64, as a number.
  BigInteger number(String name) throws BuiltinException {
    return new Fields(members, "").number(name);
  }

  boolean has(String name) {
    return members.get(name).isPresent();
  }

  byte[] bytes(String name) throws BuiltinException {
    return new Fields(members, "").bytes(name);
  }

  /// The fields of a key.
  private record Fields(ObjectValue object, String context) {
    String text(String name) throws BuiltinException {
      if (object.get(name).orElse(object) instanceof StringValue text) {
        return text.text();
      }
      throw BuiltinException.failure(context + "required field " + name + " is missing");
    }

    byte[] bytes(String name) throws BuiltinException {
      String text = text(name);
      try {
        return Base64Text.unpaddedUrl(text.replace('+', '-').replace('/', '_'));
      } catch (BuiltinException e) {
        throw BuiltinException.failure(
            context + "failed to decode value for key " + name + ": " + e.getMessage());
      }
    }

    BigInteger number(String name) throws BuiltinException {
      return new BigInteger(1, bytes(name));
    }
  }
}
