package dev.landwaiter.signing.service.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.oci.Waiting;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.service.OpenWeb;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.service.WebAnswer;
import dev.landwaiter.signing.service.WebRequest;
import dev.landwaiter.testing.Shared;
import dev.landwaiter.testing.sigstore.MemorySigstore;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Logins in a browser and on another device, against a provider in this process.
class LoginTest {
  private static final SecureRandom SECRETS = new SecureRandom();
  private static final Provider.Client CLIENT = new Provider.Client("sigstore", "");

  private MemorySigstore sigstore;
  private OpenWeb web;
  private Waiting waiting;

  @BeforeEach
  void start() throws IOException {
    sigstore =
        MemorySigstore.start(Shared.path("conformance/cosign/trust"), InstantSource.system());
    Clock clock = Clock.systemUTC();
    waiting =
        new Waiting(
            clock,
            pause -> {},
            SECRETS,
            clock.instant().plusSeconds(60),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5));
    web = OpenWeb.of(Optional.empty(), HttpClient.Builder.NO_PROXY, waiting);
  }

  @AfterEach
  void stop() {
    web.close();
    sigstore.close();
  }

  private Provider provider() throws IOException {
    return Provider.discover(web, URI.create(sigstore.address() + "/oidc"));
  }

  /// Goes where the address leads, and on to where that redirects.
  private Consumer<String> browser(String from, String to) {
    return address ->
        Thread.ofVirtual()
            .start(() -> {
              try {
                var _ = web.ask(WebRequest.get(URI.create(address.replace(from, to)), 10_000));
              } catch (IOException e) {
                // The login may be over before the page is shown.
              }
            });
  }

  private BrowserLogin login(Consumer<String> browser) throws IOException {
    return new BrowserLogin(provider(), CLIENT, browser, SECRETS, Duration.ofSeconds(10));
  }

  @Test
  void aBrowserBringsAToken() throws IOException {
    try (Loopback loopback = Loopback.listen(URI.create("http://localhost:0/auth/callback"))) {
      IdentityToken token = login(browser("", "")).token(loopback);
      assertThat(token.subject()).isEqualTo("alice@example.test");
    }
  }

  @Test
  void refusesTheAnswerToAnotherLogin() throws IOException {
    try (Loopback loopback = Loopback.listen(URI.create("http://127.0.0.1:0/back"))) {
      assertThatThrownBy(() -> login(browser("state=", "state=x")).token(loopback))
          .hasMessageContaining("another login");
    }
  }

  @Test
  void refusesATokenForAnotherLogin() throws IOException {
    try (Loopback loopback = Loopback.listen(URI.create("http://127.0.0.1:0/back"))) {
      assertThatThrownBy(() -> login(browser("nonce=", "nonce=x")).token(loopback))
          .hasMessageContaining("was not asked for");
    }
  }

  @Test
  void refusesWhoeverDidNotAsk() throws IOException {
    try (Loopback loopback = Loopback.listen(URI.create("http://127.0.0.1:0/back"))) {
      assertThatThrownBy(
              () -> login(browser("code_challenge=", "code_challenge=x")).token(loopback))
          .isInstanceOfSatisfying(
              RefusedException.class,
              refused -> assertThat(refused.kind()).isEqualTo(FailureClass.TRANSPORT))
          .hasMessageContaining("status 400");
    }
  }

  /// Browsers open lines before they need them.
  @Test
  void aVisitorWhoSaysNothingHindersNobody() throws IOException {
    try (Loopback loopback = Loopback.listen(URI.create("http://127.0.0.1:0/back"));
        var silent = new Socket()) {
      URI address = URI.create(loopback.address());
      silent.connect(new InetSocketAddress(address.getHost(), address.getPort()));
      var login =
          new BrowserLogin(provider(), CLIENT, browser("", ""), SECRETS, Duration.ofSeconds(30));
      assertThat(login.token(loopback).subject()).isEqualTo("alice@example.test");
    }
  }

  @Test
  void onlyAddressesOfTheWebAreOpened() throws IOException {
    for (String place : List.of("file:///etc/passwd", "--help", "javascript:alert(1)", "")) {
      List<String> opened = new ArrayList<>();
      var provider = new Provider(web, "https://a.test", place, "https://a.test/t", "");
      var login = new BrowserLogin(provider, CLIENT, opened::add, SECRETS, Duration.ofMillis(50));
      try (Loopback loopback = Loopback.listen(URI.create("http://127.0.0.1:0/back"))) {
        assertThatThrownBy(() -> login.token(loopback)).isInstanceOf(RefusedException.class);
      }
      assertThat(opened).isEmpty();
    }
  }

  @Test
  void nobodyComes() throws IOException {
    try (Loopback loopback = Loopback.listen(URI.create("http://localhost:0/back"))) {
      var login =
          new BrowserLogin(provider(), CLIENT, address -> {}, SECRETS, Duration.ofMillis(50));
      assertThatThrownBy(() -> login.token(loopback)).hasMessageContaining("nobody logged in");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://elsewhere.test/back", "http://0.0.0.0:0/", "http:back"})
  void listensToThisMachineOnly(String address) {
    assertThatThrownBy(() -> Loopback.listen(URI.create(address)))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void anotherDeviceBringsAToken() throws IOException {
    List<String> told = new ArrayList<>();
    IdentityToken token = new DeviceLogin(provider(), CLIENT, told::add, SECRETS, waiting).token();
    assertThat(token.subject()).isEqualTo("alice@example.test");
    assertThat(told).singleElement().asString().contains("/oidc/device", "ABCD-EFGH");
  }

  @Test
  void refusesTheDescriptionOfAnotherProvider() {
    Web other =
        request ->
            new WebAnswer(
                request.uri(), 200, Map.of(), Bytes.utf8("{\"issuer\":\"https://a.test\"}"));
    assertThatThrownBy(() -> Provider.discover(other, URI.create("https://b.test")))
        .hasMessageContaining("describes another one");
  }

  @Test
  void refusesALineThatIsWeakerThanTheProviders() {
    var provider =
        new Provider(web, "https://a.test", "", "http://a.test/token", "http://a.test/device");
    assertThatThrownBy(
            () -> new DeviceLogin(provider, CLIENT, told -> {}, SECRETS, waiting).token())
        .hasMessageContaining("everybody can read");
    var open =
        new Provider(web, "http://a.test", "", "http://a.test/token", "http://a.test/device");
    assertThatThrownBy(() -> open.credentials(new Provider.Client("a", "hush")))
        .hasMessageContaining("everybody can read");
  }
}
