package dev.landwaiter.rego.builtin.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.encoding.Base64Text;
import dev.landwaiter.rego.builtin.encoding.JsonText;

/// The three parts of a token in compact form (RFC 7515, 7.1), still encoded.
record Token(String header, String payload, String signature) {
  /// Splits a token.
  ///
  /// @throws BuiltinException when it has not three parts
  static Token of(String text) throws BuiltinException {
    if (text.indexOf('.') < 0) {
      throw BuiltinException.failure("encoded JWT had no period separators");
    }
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3) {
      throw BuiltinException.failure("encoded JWT must have 3 sections, found " + parts.length);
    }
    return new Token(parts[0], parts[1], parts[2]);
  }

  ObjectValue decodedHeader() throws BuiltinException {
    String text = new String(decoded(header, "header"), UTF_8);
    ObjectValue decoded;
    try {
      decoded = object(text);
    } catch (BuiltinException e) {
      throw BuiltinException.failure("bad JWT header: " + e.getMessage());
    }
    if (decoded.get("enc").isPresent()) {
      throw BuiltinException.failure("JWT is a JWE object, which is not supported");
    }
    return decoded;
  }

  String decodedPayload() throws BuiltinException {
    return new String(decoded(payload, "payload"), UTF_8);
  }

  /// The bytes of the signature; errors name the part.
  byte[] decodedSignature() throws BuiltinException {
    return decoded(signature, "signature");
  }

  /// The bytes of the signature; errors are those of base64 alone.
  byte[] plainSignature() throws BuiltinException {
    return Base64Text.unpaddedUrl(signature);
  }

  /// The bytes that are signed.
  byte[] signed() {
    return (header + "." + payload).getBytes(UTF_8);
  }

  private static byte[] decoded(String part, String name) throws BuiltinException {
    try {
      return Base64Text.unpaddedUrl(part);
    } catch (BuiltinException e) {
      throw BuiltinException.failure("JWT " + name + " had invalid encoding: " + e.getMessage());
    }
  }

  /// Reads the object a JSON text begins with.
  static ObjectValue object(String json) throws BuiltinException {
    Value value;
    try {
      value = JsonText.readFirst(json);
    } catch (BuiltinException e) {
      throw BuiltinException.failure("invalid JSON: " + e.getMessage());
    }
    if (value instanceof ObjectValue object) {
      return object;
    }
    throw BuiltinException.failure("decoded JSON type was not an Object");
  }
}
