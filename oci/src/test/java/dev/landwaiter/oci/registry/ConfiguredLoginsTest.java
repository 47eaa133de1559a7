package dev.landwaiter.oci.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.oci.Hubs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfiguredLoginsTest {
  // user:password pairs, coded: a:1, b:2, c:3 and d:4:5 followed by a zero byte
  private static final String FILE =
      """
      {"auths": {
        "r.example": {"auth": "YToxIA"},
        "r.example/team/app": {"auth": "Yjoy"},
        "https://old.example/v1/": {"username": "c", "password": "3"},
        "%s": {"auth": "ZDo0OjUA"},
        "token.example:5000": {"registrytoken": "ready"},
        "store.example": {},
        "odd.example": {"auth": "????"},
        "nobody.example": {"auth": "OnB3"}
      }, "credsStore": "desktop"}
      """
          .formatted(Hubs.DOCKER_HUB_CREDENTIALS);

  @ParameterizedTest
  @CsvSource({
    "r.example, other, a, '1 '",
    "r.example, team/app, b, 2",
    "r.example, team/app/more, b, 2",
    "r.example, team/apple, a, '1 '",
    "old.example, x, c, 3",
    "HUB, library/alpine, d, 4:5",
  })
  void finds(String host, String repository, String user, String password) throws FormatException {
    assertThat(
            ConfiguredLogins.of(Json.parse("config.json", FILE))
                .find(host.equals("HUB") ? Hubs.DOCKER_HUB_CANONICAL : host, repository))
        .contains(new Login.Password(user, password));
  }

  @ParameterizedTest
  @CsvSource({"store.example", "odd.example", "nobody.example", "example", "r.example:5000"})
  void findsNothing(String host) throws FormatException {
    assertThat(ConfiguredLogins.of(Json.parse("config.json", FILE)).find(host, "x")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource("token.example:5000")
  void findsTheToken(String host) throws FormatException {
    assertThat(ConfiguredLogins.of(Json.parse("config.json", FILE)).find(host, "x"))
        .contains(new Login.Token("ready"));
  }
}
