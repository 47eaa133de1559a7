package dev.landwaiter.rego.builtin.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operation;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenFunctionsTest {
  private static Operation operation(String name) {
    return TokenFunctions.all().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow()
        .operation();
  }

  private static Value call(String name, String... arguments) throws BuiltinException {
    Value[] values = new Value[arguments.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Value.of(arguments[i]);
    }
    return Objects.requireNonNull(
        operation(name).call(new StillSurroundings(2_000_000_000L), values));
  }

  private static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] sized(BigInteger number, int size) {
    byte[] bytes = new byte[size];
    byte[] plain = number.toByteArray();
    int copied = Math.min(size, plain.length);
    System.arraycopy(plain, plain.length - copied, bytes, size - copied, copied);
    return bytes;
  }

  @ParameterizedTest
  @CsvSource({
    "ES256, P-256, secp256r1, 32, verify_es256",
    "ES384, P-384, secp384r1, 48, verify_es384",
    "ES512, P-521, secp521r1, 66, verify_es512"
  })
  void whatIsSignedWithACurveIsVerified(
      String algorithm, String curve, String standardName, int size, String verify)
      throws Exception {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(standardName));
    var pair = generator.generateKeyPair();
    var point = ((ECPublicKey) pair.getPublic()).getW();
    String open =
        "{\"kty\":\"EC\",\"crv\":\"%s\",\"x\":\"%s\",\"y\":\"%s\""
            .formatted(
                curve,
                base64(sized(point.getAffineX(), size)),
                base64(sized(point.getAffineY(), size)));
    String secret =
        open + ",\"d\":\"" + base64(sized(((ECPrivateKey) pair.getPrivate()).getS(), size)) + "\"}";
    Value token =
        call("io.jwt.encode_sign_raw", "{\"alg\":\"" + algorithm + "\"}", "{\"a\":1}", secret);

    assertThat(call("io.jwt." + verify, token.asText(), open + "}")).isEqualTo(Value.of(true));
    String other = token.asText().replaceFirst("\\.[^.]*\\.", "." + base64("{\"a\":2}") + ".");
    assertThat(call("io.jwt." + verify, other, open + "}")).isEqualTo(Value.of(false));
  }

  @Test
  void anEmptySecretIsOneToo() throws BuiltinException {
    Value token =
        call("io.jwt.encode_sign_raw", "{\"alg\":\"HS256\"}", "{}", "{\"kty\":\"oct\",\"k\":\"\"}");

    assertThat(call("io.jwt.verify_hs256", token.asText(), "")).isEqualTo(Value.of(true));
  }

  @Test
  void tokensNestWithinBounds() throws BuiltinException {
    String token = base64("{}") + "." + base64("{\"in\":1}") + ".";
    for (int i = 0; i < 30; i++) {
      token = base64("{\"cty\":\"JWT\"}") + "." + base64(token) + ".";
    }
    assertThat(call("io.jwt.decode", token).elements().get(1).get("in")).contains(Value.of(1));
    String deeper = token;
    for (int i = 0; i < 4; i++) {
      deeper = base64("{\"cty\":\"JWT\"}") + "." + base64(deeper) + ".";
    }
    String deepest = deeper;

    assertThatThrownBy(() -> call("io.jwt.decode", deepest))
        .hasMessage("tokens nested deeper than 32");
  }

  @Test
  void hugeKeysAreRefused() {
    byte[] modulus = new byte[2100];
    modulus[0] = (byte) 0xff;
    modulus[2099] = 1;
    String key = "{\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":\"" + base64(modulus) + "\"}";

    assertThatThrownBy(
            () -> call("io.jwt.verify_rs256", base64("{\"alg\":\"RS256\"}") + ".e30.AAAA", key))
        .hasMessage("an RSA key of more than 16384 bits");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'alg':1}|missing or invalid 'alg' header: jwsbb: header \"alg\" is not a string",
        "{'alg'}|missing or invalid 'alg' header: cannot parse JSON: cannot parse object: missing"
            + " ':' after object key; unparsed tail: \"}\"",
        "[1 2]|missing or invalid 'alg' header: cannot parse JSON: cannot parse array: missing ','"
            + " after array value; unparsed tail: \"2]\"",
        "{'alg':'HS1'}|unknown JWS algorithm: HS1",
      })
  void headersThatCannotBeSigned(String header, String error) {
    String key = "{\"kty\":\"oct\",\"k\":\"AA\"}";

    assertThatThrownBy(() -> call("io.jwt.encode_sign_raw", header.replace("'", "\""), "{}", key))
        .hasMessage(error);
  }

  @Test
  void theTimeOfTheEvaluationCounts() throws BuiltinException {
    Value token =
        call(
            "io.jwt.encode_sign_raw",
            "{\"alg\":\"HS256\"}",
            "{\"exp\":2.5}",
            "{\"kty\":\"oct\",\"k\":\"" + base64("s") + "\"}");
    var constraints = new ObjectValue(Map.of(Value.of("secret"), Value.of("s")));
    Value[] arguments = {token, constraints};
    var verify = operation("io.jwt.decode_verify");
    Value before = verify.call(new StillSurroundings(2_400_000_000L), arguments);
    Value after = verify.call(new StillSurroundings(2_500_000_000L), arguments);

    assertThat(Objects.requireNonNull(before).elements().getFirst()).isEqualTo(Value.of(true));
    assertThat(Objects.requireNonNull(after).elements().getFirst()).isEqualTo(Value.of(false));
  }
}
