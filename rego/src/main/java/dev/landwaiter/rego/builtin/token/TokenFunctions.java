package dev.landwaiter.rego.builtin.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.builtin.encoding.JsonText;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// JSON Web Tokens (reference 13.13; RFC 7519).
public final class TokenFunctions {
  /// How deep tokens may be nested.
  private static final int DEPTH_LIMIT = 32;

  private static final Type NAMED = Type.object(Type.STRING, Type.ANY);
  private static final Type OBJECT = Type.object(Type.ANY, Type.ANY);

  private TokenFunctions() {}

  public static List<Builtin> all() {
    List<Builtin> all = new ArrayList<>();
    all.add(
        new Builtin(
            Declaration.of("io.jwt.decode")
                .takes("jwt", Type.STRING)
                .gives(Type.tuple(OBJECT, OBJECT, Type.STRING)),
            (_, arguments) -> decode(Operands.string(arguments, 0), 0)));
    all.add(
        new Builtin(
            Declaration.of("io.jwt.decode_verify")
                .takes("jwt", Type.STRING)
                .takes("constraints", NAMED)
                .gives(Type.tuple(Type.BOOLEAN, OBJECT, OBJECT))
                .flagged(Declaration.Flag.NONDETERMINISTIC),
            TokenFunctions::decodeVerify));
    all.add(
        new Builtin(
            encoding("io.jwt.encode_sign", NAMED),
            (surroundings, arguments) ->
                Value.of(
                    Signing.sign(
                        surroundings.world(),
                        JsonText.of(arguments[0]),
                        JsonText.of(arguments[1]),
                        JsonText.of(arguments[2])))));
    all.add(
        new Builtin(
            encoding("io.jwt.encode_sign_raw", Type.STRING),
            (surroundings, arguments) ->
                Value.of(
                    Signing.sign(
                        surroundings.world(),
                        Operands.string(arguments, 0),
                        Operands.string(arguments, 1),
                        Operands.string(arguments, 2)))));
    for (TokenAlgorithm algorithm : TokenAlgorithm.values()) {
      all.add(verifying(algorithm));
    }
    return List.copyOf(all);
  }

  private static Declaration encoding(String name, Type part) {
    return Declaration.of(name)
        .takes("headers", part)
        .takes("payload", part)
        .takes("key", part)
        .gives(Type.STRING)
        .flagged(Declaration.Flag.NONDETERMINISTIC);
  }

  private static Builtin verifying(TokenAlgorithm algorithm) {
    boolean hmac = algorithm.kind() == TokenAlgorithm.Kind.HMAC;
    return new Builtin(
        Declaration.of("io.jwt.verify_" + algorithm.name().toLowerCase(Locale.ROOT))
            .takes("jwt", Type.STRING)
            .takes(hmac ? "secret" : "certificate", Type.STRING)
            .gives(Type.BOOLEAN),
        (surroundings, arguments) -> {
          var token = Token.of(Operands.string(arguments, 0));
          String key = Operands.string(arguments, 1);
          return Value.of(
              hmac
                  ? Verification.hmacFits(
                      algorithm, key.getBytes(UTF_8), token.signed(), token.plainSignature())
                  : verify(surroundings, algorithm, token, key));
        });
  }

  private static boolean verify(
      Surroundings surroundings, TokenAlgorithm algorithm, Token token, String key)
      throws BuiltinException {
    var keys = KeySet.of(surroundings, key);
    byte[] signature = token.plainSignature();
    var header = TokenHeader.of(token.decodedHeader());
    return keys.verify(algorithm, header, token.signed(), signature);
  }

  private static Value decode(String text, int depth) throws BuiltinException {
    if (depth > DEPTH_LIMIT) {
      throw BuiltinException.failure("tokens nested deeper than " + DEPTH_LIMIT);
    }
    var token = Token.of(text);
    var header = token.decodedHeader();
    String payload = token.decodedPayload();
    if (header.text("cty").equals("JWT")) {
      return decode(unquoted(payload), depth + 1);
    }
    var claims = Token.object(payload);
    String signature = HexFormat.of().formatHex(token.decodedSignature());
    return ArrayValue.of(header, claims, new StringValue(signature));
  }

  /// A token inside another may stand there as a JSON string.
  private static String unquoted(String payload) {
    return payload.length() > 1 && payload.startsWith("\"") && payload.endsWith("\"")
        ? payload.substring(1, payload.length() - 1)
        : payload;
  }

  private static Value decodeVerify(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    var constraints = Constraints.of(surroundings, Operands.object(arguments, 1));
    String text = Operands.string(arguments, 0);
    for (int depth = 0; depth <= DEPTH_LIMIT; depth++) {
      var token = Token.of(text);
      var decoded = token.decodedHeader();
      var header = TokenHeader.of(decoded);
      if (!constraints.signed(token, header)) {
        return refused();
      }
      String payload = token.decodedPayload();
      if (!header.contentType().equalsIgnoreCase("JWT")) {
        var claims = Token.object(payload);
        return constraints.claimed(claims)
            ? ArrayValue.of(Value.of(true), decoded, claims)
            : refused();
      }
      text = payload;
    }
    throw BuiltinException.failure("tokens nested deeper than " + DEPTH_LIMIT);
  }

  private static Value refused() {
    return ArrayValue.of(Value.of(false), ObjectValue.EMPTY, ObjectValue.EMPTY);
  }
}
