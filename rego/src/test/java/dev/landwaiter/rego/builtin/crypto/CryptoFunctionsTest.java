package dev.landwaiter.rego.builtin.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.token.StillSurroundings;
import dev.landwaiter.testing.Shared;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CryptoFunctionsTest {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z ]+)-----\n([A-Za-z0-9+/=\n]+)-----END [A-Z ]+-----\n");

  private static Value call(String name, String text) throws BuiltinException {
    var operation =
        CryptoFunctions.all().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow()
            .operation();
    var surroundings = new StillSurroundings(1_800_000_000_000_000_000L);
    return Objects.requireNonNull(operation.call(surroundings, new Value[] {Value.of(text)}));
  }

  /// All PEM blocks of the recorded calls, type and content.
  private static List<Map.Entry<String, byte[]>> recorded() throws Exception {
    List<Map.Entry<String, byte[]>> blocks = new ArrayList<>();
    for (String line : Files.readAllLines(Shared.path("conformance/opa/builtins.jsonl"))) {
      if (line.contains("-----BEGIN")) {
        String text = Json.parse("row", line.getBytes(StandardCharsets.UTF_8)).text("expr");
        var matcher = BLOCK.matcher(text);
        while (matcher.find()) {
          blocks.add(Map.entry(matcher.group(1), Base64.getMimeDecoder().decode(matcher.group(2))));
        }
      }
    }
    return blocks;
  }

  /// Whatever is damaged, there is a value or an error, nothing else.
  @Test
  void damagedInputIsAnError() throws Exception {
    var random = new Random(7);
    var blocks = recorded();
    assertThat(blocks).hasSizeGreaterThan(50);
    int errors = 0;
    for (int round = 0; round < 1000; round++) {
      var block = blocks.get(random.nextInt(blocks.size()));
      byte[] der = block.getValue().clone();
      for (int i = 0; i <= round % 3; i++) {
        der[random.nextInt(der.length)] = (byte) random.nextInt(256);
      }
      String name =
          switch (block.getKey()) {
            case "CERTIFICATE" -> "crypto.x509.parse_certificates";
            case "CERTIFICATE REQUEST" -> "crypto.x509.parse_certificate_request";
            default -> "crypto.parse_private_keys";
          };
      String pem =
          "-----BEGIN %s-----\n%s\n-----END %s-----\n"
              .formatted(
                  block.getKey(), Base64.getMimeEncoder().encodeToString(der), block.getKey());
      try {
        assertThat(call(name, pem)).isNotNull();
      } catch (BuiltinException e) {
        errors++;
        assertThat(e.getMessage()).isNotBlank();
      }
    }
    assertThat(errors).isGreaterThan(200);
  }

  @ParameterizedTest
  @CsvSource({
    "10 0 0 1, 10.0.0.1",
    "0 0 0 0 0 0 0 0 0 0 255 255 10 0 0 1, 10.0.0.1",
    "32 1 13 184 0 0 0 0 0 0 0 0 0 0 0 1, 2001:db8::1",
    "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0, ::",
    "0 1 0 0 0 2 0 0 0 0 0 3 0 0 0 0, 1:0:2::3:0:0",
  })
  void addresses(String numbers, String text) {
    String[] parts = numbers.split(" ", -1);
    byte[] bytes = new byte[parts.length];
    for (int i = 0; i < parts.length; i++) {
      bytes[i] = (byte) Integer.parseInt(parts[i]);
    }

    assertThat(IpText.of(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "*.example.org, a.example.org, true",
    "*.example.org, a.b.example.org, false",
    "*.example.org, example.org, false",
    "example.org, EXAMPLE.org., true",
    "a*.example.org, ab.example.org, false",
  })
  void hosts(String pattern, String host, boolean matches) {
    assertThat(DomainName.matches(pattern, host)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "a.example.org, example.org, true",
    "example.org, example.org, true",
    "example.org, .example.org, false",
    "badexample.org, example.org, false",
  })
  void constraintsOfDomains(String name, String constraint, boolean within) {
    assertThat(DomainName.within(name, constraint)).isEqualTo(within);
  }

  @Test
  void aKeyOfAnotherKindNamesTheRightReader() throws Exception {
    byte[] wrapped =
        recorded().stream()
            .filter(block -> block.getKey().equals("PRIVATE KEY"))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow();
    String pem =
        "-----BEGIN EC PRIVATE KEY-----\n%s\n-----END EC PRIVATE KEY-----\n"
            .formatted(Base64.getEncoder().encodeToString(wrapped));

    assertThatThrownBy(() -> call("crypto.parse_private_keys", pem))
        .hasMessage(
            "x509: failed to parse private key (use ParsePKCS8PrivateKey instead for this key"
                + " format)");
  }

  @Test
  void aPartOfTheUriIsDecoded() throws BuiltinException {
    var url = GoUrl.parse("SPIFFE://u@example.org:8/a%2fb?#x");

    assertThat(url.value().text("Scheme")).isEqualTo("spiffe");
    assertThat(url.value().text("Path")).isEqualTo("/a/b");
    assertThat(url.value().text("RawPath")).isEqualTo("/a%2fb");
    assertThat(url.value().get("ForceQuery")).contains(Value.of(true));
    assertThat(url.domain()).isEqualTo("example.org");
    assertThatThrownBy(() -> GoUrl.parse("http://a b/")).hasMessageContaining("invalid domain");
  }
}
