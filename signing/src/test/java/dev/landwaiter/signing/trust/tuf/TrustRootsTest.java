package dev.landwaiter.signing.trust.tuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.service.WebAnswer;
import dev.landwaiter.signing.trust.TrustedRoot;
import dev.landwaiter.signing.trust.file.TrustedRootReader;
import dev.landwaiter.signing.trust.tuf.TrustRoots.Found;
import dev.landwaiter.signing.trust.tuf.TrustRoots.Refresh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustRootsTest {
  static final Path SHARED =
      Path.of(
          System.getenv()
              .getOrDefault(
                  "LANDWAITER_SHARED", System.getProperty("landwaiter.root") + "/../shared"));
  static final Path TUF = SHARED.resolve("conformance/cosign/tuf").normalize();
  static final Instant NOW = Instant.parse("2026-11-23T17:25:11Z");
  private static final String MIRROR = "http://127.0.0.1:5515/good";
  private static final Web NO_WEB = Web.closed("tests have none");

  @TempDir Path home;
  private TrustSettings plain = new TrustSettings(Path.of(""), "", Optional.empty());
  private final AtomicInteger asked = new AtomicInteger();

  @BeforeEach
  void settings() {
    plain = TrustSettings.of(Map.of(), home, home);
  }

  /// Serves the recorded repositories as they were served then.
  private final Web web =
      request -> {
        asked.incrementAndGet();
        Path file = TUF.resolve(request.uri().getPath().substring(1)).normalize();
        boolean there = file.startsWith(TUF) && Files.isRegularFile(file);
        return new WebAnswer(
            request.uri(),
            there ? 200 : 404,
            Map.of(),
            there ? Bytes.of(Files.readAllBytes(file)) : Bytes.EMPTY);
      };

  private static Optional<Bytes> root(String name) throws IOException {
    return Optional.of(Bytes.of(Files.readAllBytes(TUF.resolve(name + "/1.root.json"))));
  }

  private Found<TrustedRoot> find(Web from, Instant now, Refresh refresh) throws IOException {
    return new TrustRoots(plain, from, now, refresh).trustedRoot();
  }

  private void initialize() throws IOException {
    assertThat(TrustInitialization.of(plain, MIRROR, root("good"), web, NOW)).isEmpty();
  }

  private static TrustedRoot good() throws IOException {
    return TrustedRootReader.read(
        "root",
        Bytes.of(Files.readAllBytes(SHARED.resolve("conformance/cosign/trust/root-all.json"))));
  }

  @Test
  void whatWasChosenIsUsed() throws IOException {
    initialize();
    Found<TrustedRoot> found = find(web, NOW, Refresh.ALWAYS);
    assertThat(found.content()).isEqualTo(good());
    assertThat(found.origin().source()).isEqualTo(MIRROR);
    assertThat(found.origin().kind()).isEqualTo(TrustOrigin.Kind.REFRESHED);
    assertThat(home.resolve(".sigstore/root/127.0.0.1-5515-good/root.json")).exists();
    assertThat(home.resolve(".sigstore/root/remote.json"))
        .hasContent("{\"mirror\":\"http://127.0.0.1:5515/good\"}");
    assertThat(
            new TrustRoots(plain, web, NOW, Refresh.ALWAYS)
                .signingConfig(false)
                .content()
                .logs()
                .services())
        .hasSize(1);
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class,
            () -> new TrustRoots(plain, web, NOW, Refresh.ALWAYS).signingConfig(true));
    assertThat(refused.kind()).isEqualTo(FailureClass.NOT_FOUND);
  }

  @Test
  void withinADayTheCacheIsEnough() throws IOException {
    initialize();
    asked.set(0);
    Found<TrustedRoot> found = find(web, NOW.plus(Duration.ofHours(23)), Refresh.DAILY);
    assertThat(asked).hasValue(0);
    assertThat(found.origin().kind()).isEqualTo(TrustOrigin.Kind.CACHED);
    assertThat(found.origin().asOf()).isEqualTo(NOW);
    assertThat(find(web, NOW.plus(Duration.ofHours(24)), Refresh.DAILY).origin().kind())
        .isEqualTo(TrustOrigin.Kind.REFRESHED);
    assertThat(asked.get()).isPositive();
    // A clock that was set back says nothing about how fresh the cache is.
    assertThat(find(web, NOW.minus(Duration.ofDays(9)), Refresh.DAILY).origin().kind())
        .isEqualTo(TrustOrigin.Kind.REFRESHED);
  }

  @Test
  void afterAFailureTheLastGoodStateIsKeptUntilItsEnd() throws IOException {
    initialize();
    Instant later = NOW.plus(Duration.ofDays(100));
    Found<TrustedRoot> found = find(NO_WEB, later, Refresh.DAILY);
    assertThat(found.content()).isEqualTo(good());
    assertThat(found.origin().kind()).isEqualTo(TrustOrigin.Kind.CACHED);
    assertThat(found.origin().warnings()).singleElement().asString().contains("up to date");
    assertThat(found.origin().sentence(later)).contains("100 days old");
    // For an hour nobody asks again.
    assertThat(find(web, later.plusSeconds(60), Refresh.DAILY).origin().kind())
        .isEqualTo(TrustOrigin.Kind.CACHED);
    assertThat(asked.get()).isPositive();
    Instant end = Instant.parse("2044-01-01T00:00:00Z");
    assertThat(
            catchThrowableOfType(RefusedException.class, () -> find(NO_WEB, end, Refresh.DAILY))
                .kind())
        .isEqualTo(FailureClass.TRUST_ROOT);
  }

  @Test
  void withRefreshAlwaysAFailureIsTheEnd() throws IOException {
    initialize();
    assertThat(
            catchThrowableOfType(RefusedException.class, () -> find(NO_WEB, NOW, Refresh.ALWAYS))
                .kind())
        .isEqualTo(FailureClass.TRANSPORT);
  }

  @Test
  void offlineNobodyIsAsked() throws IOException {
    initialize();
    Found<TrustedRoot> found = find(NO_WEB, NOW.plus(Duration.ofDays(50)), Refresh.NEVER);
    assertThat(found.content()).isEqualTo(good());
    assertThat(found.origin().warnings()).isEmpty();
  }

  @Test
  void withoutAnythingTheEmbeddedRootSpeaks() throws IOException {
    for (Refresh refresh : new Refresh[] {Refresh.NEVER, Refresh.DAILY}) {
      Found<TrustedRoot> found = find(NO_WEB, NOW, refresh);
      assertThat(found.content()).isEqualTo(EmbeddedRoot.PUBLIC.trustedRoot());
      assertThat(found.origin().kind()).isEqualTo(TrustOrigin.Kind.EMBEDDED);
    }
    // Once it was tried, the next run does not wait for the network.
    AtomicInteger again = new AtomicInteger();
    Web counting =
        request -> {
          again.incrementAndGet();
          throw new RefusedException(FailureClass.TRANSPORT, "gone");
        };
    find(counting, NOW.plusSeconds(5), Refresh.DAILY);
    assertThat(again).hasValue(0);
    find(counting, NOW.plus(Duration.ofHours(2)), Refresh.DAILY);
    assertThat(again).hasValue(1);
  }

  @Test
  void anotherMirrorNeedsARootToBeginWith() throws IOException {
    var other = new TrustSettings(plain.folder(), MIRROR, Optional.empty());
    for (Refresh refresh : Refresh.values()) {
      RefusedException refused =
          catchThrowableOfType(
              RefusedException.class, () -> new TrustRoots(other, web, NOW, refresh).trustedRoot());
      assertThat(refused.kind()).isEqualTo(FailureClass.TRUST_ROOT);
    }
    var given =
        new TrustSettings(plain.folder(), MIRROR, Optional.of(TUF.resolve("good/1.root.json")));
    assertThat(new TrustRoots(given, web, NOW, Refresh.ALWAYS).trustedRoot().content())
        .isEqualTo(good());
    assertThat(new TrustRoots(given, NO_WEB, NOW, Refresh.NEVER).trustedRoot().content())
        .isEqualTo(good());
    // Who names another beginning does not get what the old one led to.
    var changed =
        new TrustSettings(plain.folder(), MIRROR, Optional.of(TUF.resolve("no-root2/1.root.json")));
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class,
            () -> new TrustRoots(changed, NO_WEB, NOW, Refresh.NEVER).trustedRoot());
    assertThat(refused).isNotNull();
  }

  @Test
  void settingsComeFromTheEnvironment() {
    assertThat(
            TrustSettings.of(
                Map.of("TUF_ROOT", "/x", "TUF_MIRROR", "http://m", "TUF_ROOT_JSON", "r.json"),
                home,
                home))
        .isEqualTo(
            new TrustSettings(Path.of("/x"), "http://m", Optional.of(home.resolve("r.json"))));
    assertThat(plain.folder()).isEqualTo(home.resolve(".sigstore/root"));
  }

  @Test
  void addressesNeverLeadOutOfTheFolder() throws IOException {
    assertThat(plain.place("https://Example.test:8443/a/b"))
        .isEqualTo(plain.folder().resolve("example.test-8443-a-b"));
    assertThat(plain.place("file:///srv/tuf")).isEqualTo(plain.folder().resolve("-srv-tuf"));
    for (String bad : new String[] {"https://..", "https://.", "https://", "", "https://a\\b"}) {
      assertThat(catchThrowableOfType(RefusedException.class, () -> plain.place(bad))).isNotNull();
    }
  }

  @Test
  void aDamagedChoiceIsNoChoice() throws IOException {
    Files.createDirectories(plain.folder());
    Files.writeString(plain.folder().resolve("remote.json"), "{\"mirror\":7");
    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> find(web, NOW, Refresh.NEVER));
    assertThat(refused.kind()).isEqualTo(FailureClass.TRUST_ROOT);
  }
}
