package dev.landwaiter.oci.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.oci.Hubs;
import dev.landwaiter.oci.registry.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginFileTest {
  // user:password pairs, coded: a:1 without padding, b:2, c:3 and d:4:5 followed by a zero byte
  private static final String FILE =
      """
      {"auths": {
        "r.example": {"auth": "YToxIA"},
        "r.example/team/app": {"auth": "Yjoy"},
        "https://old.example/v1/": {"username": "c", "password": "3"},
        "HTTP://Upper.example:81": {"username": "c", "password": "3"},
        "v2.example/v2/": {"username": "c", "password": "3"},
        "path.example/v2/app": {"username": "c", "password": "3"},
        "both.example": {"auth": "Yjoy", "username": "no", "password": "no"},
        "%s": {"auth": "ZDo0OjUA"},
        "docker.io/team": {"auth": "Yjoy"},
        "token.example:5000": {"registrytoken": "ready", "auth": "Yjoy"},
        "identity.example": {"identitytoken": "s3cret-refresh", "auth": "Yjoy"},
        "store.example": {},
        "odd.example": {"auth": "s3cret?"},
        "nobody.example": {"auth": "OnMzY3JldA=="},
        "half.example": {"password": "s3cret"}
      }}
      """
          .formatted(Hubs.DOCKER_HUB_CREDENTIALS);

  @TempDir Path folder;

  private LoginFile file(String content) throws IOException {
    Path path = Files.writeString(folder.resolve("config.json"), content);
    return new LoginFile(path, new CredentialPrograms(Map.of(), CredentialPrograms.PATIENCE));
  }

  @ParameterizedTest
  @CsvSource({
    "r.example, other, a, '1 '",
    "r.example, team/app, b, 2",
    "r.example, team/app/more, b, 2",
    "r.example, team/apple, a, '1 '",
    "old.example, x, c, 3",
    "upper.example:81, x, c, 3",
    "v2.example, x, c, 3",
    "both.example, x, b, 2",
    "index.docker.io, library/alpine, d, 4:5",
    "docker.io, library/alpine, d, 4:5",
    "registry-1.docker.io, library/alpine, d, 4:5",
    "index.docker.io, team/app, b, 2",
  })
  void finds(String host, String repository, String user, String password) throws IOException {
    assertThat(file(FILE).find(host, repository))
        .containsExactly(new Login.Password(user, password));
  }

  @ParameterizedTest
  @CsvSource({"store.example", "example", "r.example:5000", "path.example", "upper.example"})
  void findsNothing(String host) throws IOException {
    assertThat(file(FILE).find(host, "x")).isEmpty();
  }

  @Test
  void aReadyTokenWinsThenTheIdentityThenThePassword() throws IOException {
    assertThat(file(FILE).find("token.example:5000", "x"))
        .containsExactly(new Login.Token("ready"));
    assertThat(file(FILE).find("identity.example", "x"))
        .containsExactly(
            new Login.Identity("s3cret-refresh", Optional.of(new Login.Password("b", "2"))))
        .asString()
        .doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource({
    "odd.example, 'an auth that is no base64'",
    "nobody.example, 'not the base64 of USER:PASSWORD'",
    "half.example, a password and no user name",
  })
  void aBrokenEntryIsNamedWithoutItsSecret(String host, String says) throws IOException {
    LoginFile file = file(FILE);
    assertThatThrownBy(() -> file.find(host, "x"))
        .hasMessageContaining(says)
        .hasMessageContaining("config.json")
        .hasMessageContaining(host)
        .hasMessageNotContaining("s3cret");
    assertThat(file.find("r.example", "x")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"auths\": {\"s3cret | is no JSON (line 1)",
        "[\"s3cret\"] | is no JSON object",
        "{\"auths\": [\"s3cret\"]} | \"auths\" is no object",
      })
  void aBrokenFileIsNamedAndNotQuoted(String content, String says) throws IOException {
    LoginFile file = file(content);
    assertThatThrownBy(() -> file.find("r.example", "x"))
        .hasMessageContaining(says)
        .hasMessageContaining("config.json")
        .hasMessageNotContaining("s3cret")
        .hasNoCause();
  }

  @Test
  void anEmptyFileHoldsNothingAndALargeOneIsRefused() throws IOException {
    assertThat(file("").find("r.example", "x")).isEmpty();
    LoginFile large = file(" ".repeat((1 << 20) + 1));
    assertThatThrownBy(() -> large.find("r.example", "x")).hasMessageContaining("larger than");
    var missing = new LoginFile(folder.resolve("none.json"), large.programs());
    assertThatThrownBy(() -> missing.find("r.example", "x")).hasMessageContaining("does not exist");
  }
}
