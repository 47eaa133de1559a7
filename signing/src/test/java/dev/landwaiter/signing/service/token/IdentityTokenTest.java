package dev.landwaiter.signing.service.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTokenTest {
  private static String recorded(String name) throws IOException {
    return Files.readString(Shared.path("conformance/cosign/files/tokens/" + name + ".jwt"));
  }

  private static String token(String claims) {
    String body =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    return "e30." + body + ".c2ln";
  }

  @ParameterizedTest
  @CsvSource({
    "email, alice@example.test",
    "uri, https://ci.test/org/repo/build@refs/heads/main",
    "spiffe, spiffe://td.test/ns/prod/sa/builder",
    "username, carol!chat.test",
    "github, repo:org/app:ref:refs/heads/main"
  })
  void saysWhomItIsFor(String name, String subject) throws IOException {
    IdentityToken token = IdentityToken.parse(recorded(name));
    assertThat(token.subject()).isEqualTo(subject);
    assertThat(token.isFor("sigstore")).isTrue();
    assertThat(token.isFor("other")).isFalse();
    assertThat(token.claim("iss")).startsWith("https://");
    assertThat(token).asString().isEqualTo("an identity token");
  }

  @Test
  void takesSeveralAudiencesAndAVerifiedMailAddressAsText() throws IOException {
    IdentityToken token =
        IdentityToken.parse(
            token("{\"aud\":[\"a\",\"b\"],\"email\":\"x@y.test\",\"email_verified\":\"true\"}"));
    assertThat(token.isFor("b")).isTrue();
    assertThat(token.subject()).isEqualTo("x@y.test");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "x",
        "{\"sub\":1}",
        "{\"sub\":\"\"}",
        "{\"email\":\"x@y.test\",\"sub\":\"x\"}",
        "{\"email\":\"x@y.test\",\"email_verified\":false}",
        "{\"sub\":\"a\",\"sub\":\"b\"}"
      })
  void refusesTokensThatNameNobody(String claims) {
    refused(token(claims));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a.b", "a.b.c.d", "e30.e30=.x", "e30.%%.x", "é.é.é"})
  void refusesOtherTexts(String text) {
    refused(text);
  }

  @Test
  void refusesTheRecordedBrokenOne() throws IOException {
    refused(recorded("bad"));
  }

  @Test
  void refusesALargeOne() {
    assertThatThrownBy(() -> IdentityToken.parse("a".repeat(70_000)))
        .hasMessageContaining("larger than 64 KiB");
  }

  private static void refused(String text) {
    assertThatThrownBy(() -> IdentityToken.parse(text))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.kind()).isEqualTo(FailureClass.USAGE));
  }

  @Test
  void cutTokensAreRefusedWithoutShowingThem() throws IOException {
    String text = recorded("email").strip();
    for (int end = 0; end < text.lastIndexOf('.'); end++) {
      String cut = text.substring(0, end);
      assertThatThrownBy(() -> IdentityToken.parse(cut))
          .isInstanceOf(RefusedException.class)
          .hasMessageNotContaining("eyJ")
          .hasMessageNotContaining("alice");
    }
  }
}
