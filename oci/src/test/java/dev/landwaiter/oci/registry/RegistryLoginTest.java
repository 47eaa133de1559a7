package dev.landwaiter.oci.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.ImageException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class RegistryLoginTest {
  private static final Login.Password RIGHT = new Login.Password("anna", "s3cret-word");
  private static final Login.Password WRONG = new Login.Password("otto", "wr0ng-word");
  private static final String BASIC = TestRegistry.basic("anna", "s3cret-word");

  private static TestRegistry registry() throws IOException {
    var registry = TestRegistry.start();
    registry.image("app", "1", "amd64", "content");
    return registry;
  }

  @Test
  void basicPairsAreTriedInOrder() throws IOException {
    try (var registry = registry()) {
      registry.protect(List.of("Basic realm=\"r\""), BASIC);
      try (Image image = Asking.as(WRONG, RIGHT).open(registry.host() + "/app:1")) {
        assertThat(RegistryTest.text(image, 0)).isEqualTo("content");
      }
    }
  }

  @Test
  void negotiateIsSkippedForBasic() throws IOException {
    try (var registry = registry()) {
      registry.protect(List.of("Negotiate YII=", "Basic realm=\"r\""), BASIC);
      try (Image image = Asking.as(RIGHT).open(registry.host() + "/app:1")) {
        assertThat(image.layers()).hasSize(1);
      }
    }
  }

  @Test
  void refusalSaysWhichOptionsHelpAndNeverThePassword() throws IOException {
    try (var registry = registry()) {
      registry.protect(List.of("Basic realm=\"r\""), BASIC);
      assertThatThrownBy(() -> Asking.as(WRONG).open(registry.host() + "/app:1"))
          .hasMessageContaining("--username and --password")
          .message()
          .doesNotContain("wr0ng-word");
      assertThatThrownBy(() -> Asking.anonymously().open(registry.host() + "/app:1"))
          .hasMessageContaining("--registry-token")
          .satisfies(
              e -> assertThat(RegistryTest.code(e)).isEqualTo(ImageException.Code.UNAUTHORIZED));
    }
  }

  @Test
  void aRegistryThatEchoesTheHeaderDoesNotGetItIntoTheMessage() throws IOException {
    try (var registry = registry()) {
      registry.protect(List.of("Basic realm=\"r\""), BASIC);
      registry.on(
          "/v2/app/manifests/1",
          TestRegistry.give(
              403,
              "application/json",
              "{\"errors\":[{\"code\":\"DENIED\",\"message\":\"%s and s3cret-word\\u001b[31m\"}]}"
                  .formatted(BASIC)));
      assertThatThrownBy(() -> Asking.as(RIGHT).open(registry.host() + "/app:1"))
          .hasMessageContaining("DENIED: Basic *** and ***")
          .message()
          .doesNotContain("s3cret-word", BASIC.substring(6), "\u001b");
    }
  }

  @Test
  void aTokenIsFetchedOnceAndAnonymously() throws IOException {
    try (var registry = registry()) {
      registry.tokenService("");
      try (Image image = Asking.anonymously().open(registry.host() + "/app:1")) {
        assertThat(RegistryTest.text(image, 0)).isEqualTo("content");
      }
      assertThat(registry.requested())
          .filteredOn(path -> path.startsWith("/token"))
          .containsExactly("/token?service=test&scope=repository%3Aapp%3Apull");
    }
  }

  @Test
  void manyThreadsShareOneToken() throws Exception {
    try (var registry = registry();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      registry.tokenService("");
      try (Image image = Asking.anonymously().open(registry.host() + "/app:1")) {
        Callable<String> task = () -> RegistryTest.text(image, 0);
        for (var result : threads.invokeAll(Collections.nCopies(20, task))) {
          assertThat(result.get()).isEqualTo("content");
        }
      }
      assertThat(registry.requested()).filteredOn(p -> p.startsWith("/token")).hasSize(1);
    }
  }

  @Test
  void aTokenIsFetchedWithThePassword() throws IOException {
    try (var registry = registry()) {
      registry.tokenService(BASIC);
      try (Image image = Asking.as(WRONG, RIGHT).open(registry.host() + "/app:1")) {
        assertThat(image.layers()).hasSize(1);
      }
      assertThat(registry.requests())
          .filteredOn(r -> r.path().startsWith("/v2/app"))
          .allMatch(r -> r.authorization().startsWith("Bearer t"));
    }
  }

  @Test
  void aTokenThatIsNoLongerTakenIsRenewedOnce() throws IOException {
    try (var registry = registry()) {
      registry.tokenService("");
      try (Image image = Asking.anonymously().open(registry.host() + "/app:1")) {
        registry.forgetTokens();
        assertThat(RegistryTest.text(image, 0)).isEqualTo("content");
      }
      assertThat(registry.requested()).filteredOn(p -> p.startsWith("/token")).hasSize(2);
    }
  }

  @Test
  void aTokenThatIsOverIsNotUsedAgain() throws IOException {
    try (var registry = registry()) {
      registry.tokenService("");
      registry.protect(
          List.of("Bearer realm=\"http://%s/token\"".formatted(registry.host())), "Bearer t");
      registry.on(
          "/token",
          TestRegistry.give(
              200,
              "application/json",
              "{\"access_token\":\"t\",\"token\":\"no\",\"expires_in\":0}"));
      try (Image image = Asking.anonymously().open(registry.host() + "/app:1")) {
        assertThat(RegistryTest.text(image, 0)).isEqualTo("content");
      }
      assertThat(registry.requested()).filteredOn(p -> p.startsWith("/token")).hasSize(3);
    }
  }

  @Test
  void theScopeOfALaterRefusalIsAskedForFirst() throws IOException {
    try (var registry = registry()) {
      registry.tokenService("");
      try (Image image = Asking.anonymously().open(registry.host() + "/app:1")) {
        registry.protect(
            List.of(
                "Bearer realm=\"http://%s/token\",scope=\"repository:mirror/app:pull\""
                    .formatted(registry.host())));
        assertThat(RegistryTest.text(image, 0)).isEqualTo("content");
      }
      assertThat(registry.requested())
          .filteredOn(p -> p.startsWith("/token"))
          .last()
          .isEqualTo("/token?scope=repository%3Amirror%2Fapp%3Apull&scope=repository%3Aapp%3Apull");
    }
  }

  @Test
  void aReadyTokenIsUsedAsItIs() throws IOException {
    try (var registry = registry()) {
      registry.tokenService("nobody");
      registry.protect(List.of("Bearer realm=\"http://192.168.1.1/\""), "Bearer ready-made");
      var asking = Asking.anonymously().with(new Logins(List.of(), "ready-made", List.of()));
      try (Image image = asking.open(registry.host() + "/app:1")) {
        assertThat(image.layers()).hasSize(1);
      }
    }
  }

  @Test
  void aTokenServiceAtAPrivateAddressIsRefused() throws IOException {
    try (var registry = registry()) {
      registry.protect(List.of("Bearer realm=\"http://169.254.169.254/latest/\""));
      assertThatThrownBy(() -> Asking.as(RIGHT).open(registry.host() + "/app:1"))
          .hasMessageContaining("169.254.169.254")
          .hasMessageContaining("private address")
          .satisfies(e -> assertThat(RegistryTest.code(e)).isEqualTo(ImageException.Code.INVALID));
    }
  }

  @Test
  void aTokenBodyIsBounded() throws IOException {
    try (var registry = registry()) {
      registry.tokenService("");
      registry.on("/token", TestRegistry.give(200, "application/json", " ".repeat(70_000)));
      assertThatThrownBy(() -> Asking.anonymously().open(registry.host() + "/app:1"))
          .hasMessageContaining("65536")
          .satisfies(e -> assertThat(RegistryTest.code(e)).isEqualTo(ImageException.Code.LIMIT));
    }
  }

  @Test
  void anAnswerWithoutTokenIsAnError() throws IOException {
    try (var registry = registry()) {
      registry.tokenService("");
      registry.on("/token", TestRegistry.give(200, "application/json", "{\"token\":\"a\\nb\"}"));
      assertThatThrownBy(() -> Asking.anonymously().open(registry.host() + "/app:1"))
          .hasMessageContaining("without a usable token");
    }
  }

  @Test
  void basicIsNotSentBehindARedirectToAnotherPort() throws IOException {
    try (var registry = registry();
        var storage = TestRegistry.start()) {
      registry.protect(List.of("Basic realm=\"r\""), BASIC);
      try (Image image = Asking.as(RIGHT).open(registry.host() + "/app:1")) {
        String path = "/v2/app/blobs/" + image.layers().getFirst().digest();
        registry.on(
            path, TestRegistry.redirect(307, "http://" + storage.host() + "/store?sig=hidden"));
        storage.on("/store", TestRegistry.give(200, "application/octet-stream", "content"));
        assertThat(RegistryTest.text(image, 0)).isEqualTo("content");
        assertThat(storage.requests())
            .containsExactly(new TestRegistry.Request("/store?sig=hidden", ""));
        storage.on("/store", TestRegistry.give(403, "application/xml", "<no/>"));
        assertThatThrownBy(() -> RegistryTest.text(image, 0))
            .hasMessageContaining("layer sha256:")
            .message()
            .doesNotContain("hidden");
      }
    }
  }

  @Test
  void aStrangerBehindARedirectGetsAnExchangeOfItsOwn() throws IOException {
    try (var registry = registry();
        var storage = TestRegistry.start()) {
      registry.protect(List.of("Basic realm=\"r\""), BASIC);
      storage.tokenService("");
      storage.blob("app", "content".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      try (Image image = Asking.as(RIGHT).open(registry.host() + "/app:1")) {
        String path = "/v2/app/blobs/" + image.layers().getFirst().digest();
        registry.on(path, TestRegistry.redirect(302, "http://" + storage.host() + path));
        assertThat(RegistryTest.text(image, 0)).isEqualTo("content");
      }
      assertThat(storage.requests())
          .extracting(TestRegistry.Request::authorization)
          .containsExactly("", "", "Bearer t1");
    }
  }

  @Test
  void tokenAndPasswordExcludeEachOther() {
    assertThatThrownBy(() -> new Logins(List.of(RIGHT), "token", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("s3cret-word");
    assertThat(new Logins(List.of(RIGHT), "", List.of()).toString() + RIGHT)
        .doesNotContain("s3cret-word");
  }

  @Test
  void aTokenThatFitsInNoHeaderIsRefusedAndNotShown() throws IOException {
    try (var registry = registry()) {
      var asking = Asking.anonymously().with(new Logins(List.of(), "s3cret\nword", List.of()));
      assertThatThrownBy(() -> asking.open(registry.host() + "/app:1"))
          .isInstanceOf(ImageException.class)
          .hasMessageContaining("characters")
          .message()
          .doesNotContain("s3cret", "word");
    }
  }

  @Test
  void whereALongMessageIsCutOffNoPartOfASecretIsLeft() throws IOException {
    try (var registry = registry()) {
      registry.protect(List.of("Basic realm=\"r\""), BASIC);
      for (int before = 150; before < 200; before++) {
        String message = "x".repeat(before) + BASIC.substring(6) + " s3cret-word";
        registry.on(
            "/v2/app/manifests/1",
            TestRegistry.give(
                403,
                "application/json",
                "{\"errors\":[{\"code\":\"D\",\"message\":\"%s\"}]}".formatted(message)));
        assertThatThrownBy(() -> Asking.as(RIGHT).open(registry.host() + "/app:1"))
            .message()
            .doesNotContain(BASIC.substring(6, 10), "s3cret");
      }
    }
  }

  @Test
  void aBearerTokenThatARegistryEchoesIsNotShown() throws IOException {
    try (var registry = registry()) {
      registry.protect(
          List.of("Bearer realm=\"http://%s/token\"".formatted(registry.host())),
          "Bearer s3cret-bearer");
      registry.on(
          "/token", TestRegistry.give(200, "application/json", "{\"token\":\"s3cret-bearer\"}"));
      registry.on(
          "/v2/app/manifests/1",
          TestRegistry.give(
              403,
              "application/json",
              "{\"errors\":[{\"code\":\"D\",\"message\":\"not with s3cret-bearer\"}]}"));
      assertThatThrownBy(() -> Asking.as(RIGHT).open(registry.host() + "/app:1"))
          .hasMessageContaining("not with ***")
          .message()
          .doesNotContain("s3cret-bearer");
    }
  }
}
