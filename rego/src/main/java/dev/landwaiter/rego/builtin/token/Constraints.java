package dev.landwaiter.rego.builtin.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Surroundings;
import java.math.BigDecimal;
import java.util.Optional;

/// What `io.jwt.decode_verify` demands of a token.
///
/// @param time seconds since 1970
record Constraints(
    Optional<KeySet> keys,
    String secret,
    String algorithm,
    String issuer,
    String audience,
    BigDecimal time) {

  static Constraints of(Surroundings surroundings, ObjectValue object) throws BuiltinException {
    Optional<KeySet> keys = Optional.empty();
    String secret = "";
    String algorithm = "";
    String issuer = "";
    String audience = "";
    double time = surroundings.now();
    for (Value key : object.sortedKeys()) {
      String name = key.asText();
      Value value = object.get(name).orElse(key);
      switch (name) {
        case "cert" -> keys = Optional.of(KeySet.of(surroundings, text(name, value)));
        case "secret" -> secret = text(name, value);
        case "alg" -> algorithm = text(name, value);
        case "iss" -> issuer = text(name, value);
        case "aud" -> audience = text(name, value);
        case "time" -> time = time(value);
        default -> throw BuiltinException.failure("unknown token validation constraint: " + name);
      }
    }
    if (keys.isPresent() && !secret.isEmpty()) {
      throw BuiltinException.failure("duplicate key constraints");
    }
    if (keys.isEmpty() && secret.isEmpty()) {
      throw BuiltinException.failure("no key constraint");
    }
    var seconds = new BigDecimal(Double.toString(time / 1_000_000_000));
    return new Constraints(keys, secret, algorithm, issuer, audience, seconds);
  }

  private static String text(String name, Value value) throws BuiltinException {
    if (value instanceof StringValue text) {
      return text.text();
    }
    throw BuiltinException.failure(name + " constraint: must be a string");
  }

  private static double time(Value value) throws BuiltinException {
    if (!(value instanceof NumberValue number)) {
      throw BuiltinException.failure("token time constraint: must be a number");
    }
    double time = number.toDouble();
    if (time < 0 || Double.isInfinite(time)) {
      throw BuiltinException.failure("token time constraint: must not be negative");
    }
    return time;
  }

  /// Whether header and signature satisfy.
  boolean signed(Token token, TokenHeader header) throws BuiltinException {
    if (!header.isValid() || (!algorithm.isEmpty() && !algorithm.equals(header.algorithm()))) {
      return false;
    }
    byte[] signature = token.decodedSignature();
    var known = TokenAlgorithm.byName(header.algorithm());
    if (known.isEmpty()) {
      throw BuiltinException.failure("unknown JWS algorithm: " + header.algorithm());
    }
    return keys.isPresent()
        ? keys.get().verify(known.get(), header, token.signed(), signature)
        : known.get().kind() == TokenAlgorithm.Kind.HMAC
            && Verification.hmacFits(
                known.get(), secret.getBytes(UTF_8), token.signed(), signature);
  }

  /// Whether the claims satisfy (RFC 7519, 4.1).
  boolean claimed(ObjectValue payload) throws BuiltinException {
    if (!issuer.isEmpty()
        && !payload.get("iss").map(new StringValue(issuer)::equals).orElse(false)) {
      return false;
    }
    if (!payload.get("aud").map(this::isAudience).orElse(audience.isEmpty())) {
      return false;
    }
    var expiry = time(payload, "exp");
    var start = time(payload, "nbf");
    return expiry.filter(end -> time.compareTo(end) >= 0).isEmpty()
        && start.filter(begin -> time.compareTo(begin) < 0).isEmpty();
  }

  private boolean isAudience(Value claim) {
    var wanted = new StringValue(audience);
    return claim.equals(wanted)
        || (claim instanceof ArrayValue list && list.elements().contains(wanted));
  }

  private Optional<BigDecimal> time(ObjectValue payload, String name) throws BuiltinException {
    var claim = payload.get(name);
    if (claim.isEmpty()) {
      return Optional.empty();
    }
    if (claim.get() instanceof NumberValue number) {
      return Optional.of(number.toBigDecimal());
    }
    throw BuiltinException.failure(name + " value must be a number");
  }
}
