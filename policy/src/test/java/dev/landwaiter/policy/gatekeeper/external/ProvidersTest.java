package dev.landwaiter.policy.gatekeeper.external;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.policy.gatekeeper.ExternalAnswer;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Resource;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvidersTest {
  private static final String PEM =
      Base64.getEncoder()
          .encodeToString(
              "-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----".getBytes(UTF_8));

  private static final String ANSWER =
      """
      {"response": {"idempotent": %s, "items": [{"key": "a", "value": "A"}, {"key": "b", "error": "gone"}]}}
      """;

  private static Provider provider(String url, String timeout, String bundle) throws Exception {
    String text =
        """
        {"apiVersion": "externaldata.gatekeeper.sh/v1beta1", "kind": "Provider",
         "metadata": {"name": "p"}, "spec": {"url": "%s", "timeout": %s, "caBundle": "%s"}}
        """
            .formatted(url, timeout, bundle);
    return Provider.of(Resource.of((ObjectValue) Json.parse("provider.json", text)));
  }

  private static Providers providers(AnsweringWorld world, String host, int minutes)
      throws Exception {
    return new Providers(
        List.of(provider("https://p.test:8443/ask", "3", PEM)),
        world,
        List.of(host),
        Duration.ofMinutes(minutes));
  }

  @Test
  void asksOnceForAllKeysAndRemembers() throws Exception {
    var world = new AnsweringWorld(200, ANSWER.formatted(true));
    var providers = providers(world, "p.test", 3);

    ExternalAnswer first = providers.ask("p", List.of("a", "b"));
    ExternalAnswer second = providers.ask("p", List.of("b", "a"));

    assertThat(first.items())
        .extracting(item -> item.key() + item.value() + item.error())
        .containsExactly("aStringValue[text=A]", "bNullValue[]gone");
    assertThat(first.status()).isEqualTo(200);
    assertThat(second.items()).extracting(ExternalAnswer.Item::key).containsExactly("b", "a");
    assertThat(world.bodies())
        .containsExactly(
            "{\"apiVersion\":\"externaldata.gatekeeper.sh/v1beta1\",\"kind\":\"ProviderRequest\","
                + "\"request\":{\"keys\":[\"a\",\"b\"]}}");
  }

  @Test
  void forgetsInTimeAndWhatIsNotIdempotent() throws Exception {
    var world = new AnsweringWorld(200, ANSWER.formatted(true));
    var providers = providers(world, "*", 3);
    providers.ask("p", List.of("a"));
    world.pass(Duration.ofMinutes(3));
    providers.ask("p", List.of("a"));
    assertThat(world.bodies()).hasSize(2);

    var changing = new AnsweringWorld(200, ANSWER.formatted(false));
    var others = providers(changing, "*", 3);
    others.ask("p", List.of("a"));
    assertThat(others.ask("p", List.of("a")).idempotent()).isFalse();
    assertThat(changing.bodies()).hasSize(2);
  }

  @Test
  void whatGoesWrongIsPartOfTheAnswer() throws Exception {
    var world = new AnsweringWorld(503, "");
    assertThat(providers(world, "p.test", 3).ask("p", List.of("a")).status()).isEqualTo(503);
    assertThat(providers(world, "p.test", 3).ask("q", List.of("a")).status()).isEqualTo(400);
    assertThat(providers(world, "other.test", 3).ask("p", List.of("a")).systemError())
        .contains("--allow-net p.test");
    assertThat(world.bodies()).hasSize(1);
    assertThat(providers(new AnsweringWorld(200, "no json"), "*", 0).ask("p", List.of("a")))
        .isEqualTo(ExternalAnswer.failed(500, "the answer of p is no JSON"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://p.test, 3, true, none of https",
    "'', 3, true, none of https",
    "https://p.test, 0, true, positive number",
    "https://p.test, null, true, positive number",
    "https://p.test, 1, false, caBundle",
  })
  void refusesWrongProviders(String url, String timeout, boolean bundle, String message) {
    assertThatThrownBy(() -> provider(url, timeout, bundle ? PEM : "!"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(message);
  }
}
