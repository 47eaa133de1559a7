package dev.landwaiter.oci.registry;

import static dev.landwaiter.oci.registry.TestTokenService.PASSWORD;
import static dev.landwaiter.oci.registry.TestTokenService.REFRESH;
import static dev.landwaiter.oci.registry.TestTokenService.SERVICE;
import static dev.landwaiter.oci.registry.TestTokenService.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.ImageException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TokenServiceTest {
  private static final Login.Password RIGHT = new Login.Password(USER, PASSWORD);
  private static final Login.Identity IDENTITY = new Login.Identity(REFRESH, Optional.empty());

  private static TestRegistry registry() throws IOException {
    var registry = TestRegistry.start();
    registry.image("app", "1", "amd64", "content");
    return registry;
  }

  private static Asking kept(Login... logins) {
    return Asking.anonymously()
        .with(new Logins(List.of(), "", List.of((host, repository) -> List.of(logins))));
  }

  private static void opens(Asking asking, TestRegistry registry) throws IOException {
    try (Image image = asking.open(registry.host() + "/app:1")) {
      assertThat(RegistryTest.text(image, 0)).isEqualTo("content");
    }
  }

  @Test
  void aPasswordIsExchangedByGet() throws IOException {
    try (var registry = registry();
        var service = new TestTokenService(registry, "GET", "POST")) {
      opens(kept(RIGHT), registry);
      assertThat(service.requests())
          .containsExactly(
              new TestTokenService.Request(
                  "GET",
                  TestRegistry.basic(USER, PASSWORD),
                  Map.of("service", List.of(SERVICE), "scope", List.of("repository:app:pull"))));
    }
  }

  @Test
  void anIdentityTokenIsExchangedByPost() throws IOException {
    try (var registry = registry();
        var service = new TestTokenService(registry, "GET", "POST")) {
      opens(kept(IDENTITY), registry);
      assertThat(service.requests())
          .containsExactly(
              new TestTokenService.Request(
                  "POST",
                  "",
                  Map.of(
                      "grant_type", List.of("refresh_token"),
                      "refresh_token", List.of(REFRESH),
                      "service", List.of(SERVICE),
                      "client_id", List.of("landwaiter"),
                      "scope", List.of("repository:app:pull"))));
    }
  }

  @Test
  void aServiceThatKnowsNoExchangeGetsThePasswordBesideTheIdentityToken() throws IOException {
    try (var registry = registry();
        var service = new TestTokenService(registry, "GET")) {
      opens(kept(new Login.Identity(REFRESH, Optional.of(RIGHT))), registry);
      assertThat(service.requests())
          .extracting(TestTokenService.Request::method)
          .containsExactly("POST", "GET");
      assertThat(service.requests().getLast().authorization())
          .isEqualTo(TestRegistry.basic(USER, PASSWORD));
    }
  }

  @Test
  void withoutOneNobodyIsTriedNext() throws IOException {
    try (var registry = registry();
        var service = new TestTokenService(registry, "GET")) {
      opens(kept(IDENTITY), registry);
      assertThat(service.requests())
          .extracting(TestTokenService.Request::authorization)
          .containsExactly("", "");
    }
  }

  @Test
  void aRefusedIdentityTokenDoesNotShow() throws IOException {
    try (var registry = registry();
        var service = new TestTokenService(registry, "POST")) {
      var wrong = new Login.Identity("s3cret-wrong", Optional.empty());
      assertThatThrownBy(() -> kept(wrong).open(registry.host() + "/app:1"))
          .hasMessageContaining("log in again")
          .hasMessageContaining(service.host())
          .hasMessageNotContaining("s3cret")
          .satisfies(
              e -> assertThat(RegistryTest.code(e)).isEqualTo(ImageException.Code.UNAUTHORIZED));
    }
  }

  @Test
  void everyKeptLoginIsTriedAndNobodyLast() throws IOException {
    try (var registry = registry();
        var service = new TestTokenService(registry, "GET", "POST")) {
      opens(
          kept(
              new Login.Password(USER, "wrong-1"),
              new Login.Identity("wrong-2", Optional.empty()),
              RIGHT),
          registry);
      assertThat(service.requests())
          .extracting(TestTokenService.Request::method)
          .containsExactly("GET", "POST", "GET");
      opens(kept(new Login.Password(USER, "wrong-1")), registry);
      assertThat(service.requests().getLast().authorization()).isEmpty();
    }
  }

  @Test
  void noSourceIsAskedWhereTheRegistryLetsEverybodyIn() throws IOException {
    try (var registry = registry()) {
      LoginSource source =
          (host, repository) -> {
            throw new IllegalStateException("nobody needs it");
          };
      opens(Asking.anonymously().with(new Logins(List.of(), "", List.of(source))), registry);
    }
  }

  @Test
  void aBrokenSourceIsToldBesideTheImageOrInTheError() throws IOException {
    LoginSource broken =
        (host, repository) -> {
          throw new ImageException(ImageException.Code.INVALID, "the file X is broken");
        };
    Asking asking = Asking.anonymously().with(new Logins(List.of(), "", List.of(broken)));
    try (var registry = registry();
        var service = new TestTokenService(registry, "GET")) {
      try (Image image = asking.open(registry.host() + "/app:1")) {
        assertThat(image.problems())
            .singleElement()
            .asString()
            .contains("a login is not used: the file X is broken");
      }
      assertThat(service.requests()).hasSize(1);
      registry.protect(List.of("Basic realm=\"r\""), "nobody");
      assertThatThrownBy(() -> asking.open(registry.host() + "/app:1"))
          .hasMessageContaining("the file X is broken")
          .hasMessageContaining("--username");
    }
  }

  @Test
  void aTokenIsRenewedBeforeItRunsOut() throws IOException {
    var now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    try (var registry = registry();
        var service = new TestTokenService(registry, "GET");
        var http =
            new Http(
                Trust.of(TlsOptions.STRICT, registry.host()),
                HttpClient.Builder.NO_PROXY,
                Asking.anonymously().waiting())) {
      service.lifetime(100);
      Reached reached = Reached.knock(http, registry.host(), Asking.anonymously().options());
      Challenge challenge = reached.challenge().orElseThrow();
      var tokens = new Tokens(http, now::get);
      var anonymous = new Login.Anonymous();
      List<String> some = List.of("a", "b");
      assertThat(tokens.token(reached.base(), challenge, anonymous, some)).isEqualTo("token-1");
      now.updateAndGet(before -> before.plus(Duration.ofSeconds(89)));
      assertThat(tokens.token(reached.base(), challenge, anonymous, List.of("b", "a")))
          .isEqualTo("token-1");
      assertThat(tokens.token(reached.base(), challenge, anonymous, List.of("a")))
          .isEqualTo("token-2");
      assertThat(tokens.token(reached.base(), challenge, RIGHT, some)).isEqualTo("token-3");
      now.updateAndGet(before -> before.plus(Duration.ofSeconds(1)));
      assertThat(tokens.token(reached.base(), challenge, anonymous, some)).isEqualTo("token-4");
      assertThat(service.requests().getFirst().parameters().get("scope")).isEqualTo(some);
    }
  }

  @Test
  void aLoginGoesToOneTokenServiceOnly() throws IOException {
    try (var registry = registry();
        var service = new TestTokenService(registry, "GET");
        var other = TestRegistry.start()) {
      Asking asking = kept(RIGHT);
      try (Image image = asking.open(registry.host() + "/app:1")) {
        registry.protect(
            List.of("Bearer realm=\"http://%s/auth\",service=\"x\"".formatted(other.host())));
        assertThatThrownBy(() -> RegistryTest.text(image, 0))
            .hasMessageContaining("another token service than before");
      }
      assertThat(other.requests()).isEmpty();
      assertThat(service.requests()).hasSize(1);
    }
  }

  @Test
  void anIdentityTokenFollowsNoRedirect() throws IOException {
    try (var registry = registry();
        var other = TestRegistry.start()) {
      registry.protect(
          List.of("Bearer realm=\"http://%s/auth\",service=\"x\"".formatted(registry.host())));
      registry.on("/auth", TestRegistry.redirect(307, "http://" + other.host() + "/auth"));
      assertThatThrownBy(() -> kept(IDENTITY).open(registry.host() + "/app:1"))
          .hasMessageNotContaining("s3cret");
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void aPasswordIsCheckedAndExchangedForAnIdentityToken() throws IOException {
    try (var registry = registry();
        var service = new TestTokenService(registry, "GET", "POST")) {
      SignIn.Result result = signIn(registry, RIGHT);
      assertThat(result.wanted()).isTrue();
      assertThat(result.login())
          .isEqualTo(new Login.Identity(REFRESH, Optional.of(new Login.Password(USER, ""))));
      assertThat(service.requests().getFirst().parameters())
          .containsEntry("offline_token", List.of("true"));
      opens(kept(result.login()), registry);
    }
  }

  @Test
  void signingInKnowsTheOtherWayToo() throws IOException {
    try (var registry = registry();
        var service = new TestTokenService(registry, "POST")) {
      assertThat(signIn(registry, RIGHT).login()).isInstanceOf(Login.Identity.class);
      assertThat(service.requests())
          .extracting(TestTokenService.Request::method)
          .containsExactly("GET", "POST");
    }
  }

  @Test
  void aWrongPasswordIsRefused() throws IOException {
    var wrong = new Login.Password(USER, "s3cret-wrong");
    try (var registry = registry()) {
      for (String method : List.of("GET", "POST")) {
        try (var service = new TestTokenService(registry, method)) {
          refused(registry, wrong);
          assertThat(service.requests()).isNotEmpty();
        }
      }
      registry.protect(List.of("Basic realm=\"r\""), TestRegistry.basic(USER, PASSWORD));
      refused(registry, wrong);
      assertThat(signIn(registry, RIGHT)).isEqualTo(new SignIn.Result(RIGHT, true));
    }
  }

  @Test
  void aRegistryThatWantsNoLoginIsTold() throws IOException {
    try (var registry = registry()) {
      assertThat(signIn(registry, RIGHT)).isEqualTo(new SignIn.Result(RIGHT, false));
    }
  }

  private static SignIn.Result signIn(TestRegistry registry, Login.Password login)
      throws IOException {
    return new SignIn(Asking.anonymously().options()).check(registry.host(), login);
  }

  private static void refused(TestRegistry registry, Login.Password login) {
    assertThatThrownBy(() -> signIn(registry, login))
        .hasMessageNotContaining("s3cret")
        .satisfies(
            e -> assertThat(RegistryTest.code(e)).isEqualTo(ImageException.Code.UNAUTHORIZED));
  }
}
