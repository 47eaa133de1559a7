package dev.landwaiter.oci.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Reference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Mirrors in front of a registry.
class WaysTest {
  private static final Login.Password GIVEN = new Login.Password("given", "s3cret-given");
  private static final Login.Password OF_MIRROR = new Login.Password("mirror", "s3cret-mirror");

  private static TestRegistry registry(String content) throws IOException {
    var registry = TestRegistry.start();
    registry.image("app", "1", "amd64", content);
    return registry;
  }

  private static Route mirror(TestRegistry registry, boolean resolves) {
    return new Route(
        new Route.Address("http", registry.host(), "/v2/", ""),
        resolves,
        Optional.empty(),
        Map.of(),
        "");
  }

  private static RegistryOptions options(Logins logins, Route... mirrors) {
    Asking asking = Asking.anonymously();
    return new RegistryOptions(
        logins,
        asking.tls(),
        asking.proxies(),
        asking.waiting(),
        reference -> {
          List<Route> routes = new ArrayList<>(Arrays.asList(mirrors));
          routes.add(Route.to(reference.apiHost()));
          return routes;
        });
  }

  private static Image open(RegistryOptions options, TestRegistry registry) throws IOException {
    return new Registry(options, Limits.STANDARD)
        .open(Reference.parse(registry.host() + "/app:1"), Optional.empty());
  }

  private static List<String> asked(TestRegistry registry) {
    return registry.requested().stream().map(path -> path.replaceAll("sha256:.*", "D")).toList();
  }

  @Test
  void aMirrorThatHasEverythingIsEnough() throws IOException {
    try (var registry = registry("content");
        var mirror = registry("content");
        Image image = open(options(Logins.NONE, mirror(mirror, true)), registry)) {
      assertThat(RegistryTest.text(image, 0)).isEqualTo("content");
      assertThat(image.problems()).isEmpty();
      assertThat(image.reference()).isEqualTo(registry.host() + "/app:1");
      assertThat(image.repoDigests().getFirst()).startsWith(registry.host() + "/app@");
      assertThat(registry.requests()).isEmpty();
    }
  }

  @Test
  void aMirrorThatMayOnlyPullIsAskedForNoTag() throws IOException {
    try (var registry = registry("content");
        var mirror = registry("content");
        Image image = open(options(Logins.NONE, mirror(mirror, false)), registry)) {
      assertThat(RegistryTest.text(image, 0)).isEqualTo("content");
      assertThat(asked(registry)).containsExactly("/v2/app/manifests/1");
      assertThat(asked(mirror)).containsExactly("/v2/app/blobs/D", "/v2/app/blobs/D");
    }
  }

  @Test
  void whatAMirrorLacksComesFromTheNextWay() throws IOException {
    try (var registry = registry("content");
        var empty = TestRegistry.start();
        var half = registry("content")) {
      try (Image whole = open(options(Logins.NONE), registry)) {
        String layer = whole.layers().getFirst().digest();
        half.on("/v2/app/blobs/" + layer, TestRegistry.give(404, "text/plain", "no"));
      }
      try (Image image =
          open(options(Logins.NONE, mirror(empty, true), mirror(half, true)), registry)) {
        assertThat(RegistryTest.text(image, 0)).isEqualTo("content");
        assertThat(image.problems()).isEmpty();
        assertThat(asked(empty)).contains("/v2/app/manifests/1");
        assertThat(asked(half)).contains("/v2/app/manifests/1");
      }
    }
  }

  @Test
  void aMirrorThatFailsIsToldAndNotTriedAgain() throws IOException {
    TestRegistry gone = TestRegistry.start();
    Route dead = mirror(gone, true);
    gone.close();
    try (var registry = registry("content");
        var html = TestRegistry.start()) {
      html.on("/v2/app/manifests/1", TestRegistry.give(200, "text/html", "<html/>"));
      try (Image image = open(options(Logins.NONE, dead, mirror(html, true)), registry)) {
        assertThat(RegistryTest.text(image, 0)).isEqualTo("content");
        assertThat(image.problems())
            .extracting(Object::toString)
            .anyMatch(p -> p.contains("mirror http://" + gone.host()) && p.contains("passed over"));
      }
    }
  }

  @Test
  void anotherDigestThanTheOneAskedForLeadsToTheNextWay() throws IOException {
    try (var registry = registry("content");
        var liar = registry("content")) {
      String digest;
      try (Image image = open(options(Logins.NONE), registry)) {
        String repoDigest = image.repoDigests().getFirst();
        digest = repoDigest.substring(repoDigest.indexOf('@') + 1);
      }
      liar.on("/v2/app/manifests/" + digest, TestRegistry.give(200, "text/plain", "other"));
      var reference = Reference.parse(registry.host() + "/app@" + digest);
      var asking = new Registry(options(Logins.NONE, mirror(liar, true)), Limits.STANDARD);
      try (Image image = asking.open(reference, Optional.empty())) {
        assertThat(image.layers()).hasSize(1);
        assertThat(image.problems()).hasSize(1);
      }
    }
  }

  @Test
  void everyHostGetsItsOwnLoginOnly() throws IOException {
    try (var registry = registry("content");
        var mirror = registry("content")) {
      registry.protect(List.of("Basic realm=\"r\""), TestRegistry.basic("given", "s3cret-given"));
      mirror.protect(List.of("Basic realm=\"r\""), "nothing at all");
      LoginSource kept =
          (host, repository) -> host.equals(mirror.host()) ? List.of(OF_MIRROR) : List.of();
      var logins = new Logins(List.of(GIVEN), "", List.of(kept));
      try (Image image = open(options(logins, mirror(mirror, true)), registry)) {
        assertThat(RegistryTest.text(image, 0)).isEqualTo("content");
      }
      assertThat(mirror.requests())
          .extracting(TestRegistry.Request::authorization)
          .contains(TestRegistry.basic("mirror", "s3cret-mirror"))
          .doesNotContain(TestRegistry.basic("given", "s3cret-given"));
      assertThat(registry.requests())
          .extracting(TestRegistry.Request::authorization)
          .contains(TestRegistry.basic("given", "s3cret-given"))
          .doesNotContain(TestRegistry.basic("mirror", "s3cret-mirror"));
    }
  }

  @Test
  void theNamespacePrefixAndHeadersAreForTheMirrorAlone() throws IOException {
    try (var registry = TestRegistry.start();
        var mirror = TestRegistry.start();
        var storage = TestRegistry.start()) {
      mirror.image("proxy/app", "1", "amd64", "content");
      var route =
          new Route(
              new Route.Address("http", mirror.host(), "/v2/", "proxy/"),
              true,
              Optional.empty(),
              Map.of("X-secret", "s3cret"),
              "r.example:5000");
      try (Image image = open(options(Logins.NONE, route), registry)) {
        String blob = "/v2/proxy/app/blobs/" + image.layers().getFirst().digest();
        storage.on("/x", TestRegistry.give(200, "application/octet-stream", "content"));
        mirror.on(blob, TestRegistry.redirect(307, "http://" + storage.host() + "/x"));
        assertThat(RegistryTest.text(image, 0)).isEqualTo("content");
        assertThat(mirror.requested()).allMatch(path -> path.endsWith("?ns=r.example:5000"));
        assertThat(mirror.headers("X-secret")).contains("s3cret");
        assertThat(storage.headers("X-secret")).isEmpty();
      }
    }
  }

  @Test
  void whereNothingHelpsTheErrorTellsOfAll() throws IOException {
    try (var registry = TestRegistry.start();
        var mirror = TestRegistry.start()) {
      assertThatThrownBy(() -> open(options(Logins.NONE, mirror(mirror, true)), registry))
          .hasMessageContaining(registry.host() + " has no manifest of")
          .hasMessageContaining("before, mirror http://" + mirror.host());
    }
  }

  @Test
  void whatIsAttachedIsReadWhereItIsWrittenNotFromAMirror() throws IOException {
    try (var registry = dev.landwaiter.testing.MemoryRegistry.withoutReferrers();
        var mirror = dev.landwaiter.testing.MemoryRegistry.withoutReferrers()) {
      Descriptor subject;
      try (var direct =
          Artifacts.open(Asking.anonymously(), mirror.host() + "/app", Purpose.PUSH)) {
        subject = Artifacts.push(direct, "1", Artifacts.random(10));
        attach(direct, subject, 1);
      }
      var route =
          new Route(
              new Route.Address("http", mirror.host(), "/v2/", ""),
              true,
              Optional.empty(),
              Map.of(),
              "");
      var options = options(Logins.NONE, route);
      try (var pushing =
          new Registry(options, Limits.STANDARD)
              .repository(Reference.parse(registry.host() + "/app:1"), Purpose.PUSH)) {
        Artifacts.push(pushing, "1", Artifacts.random(10));
        attach(pushing, subject, 2);
        attach(pushing, subject, 3);
        assertThat(pushing.referrers(subject.digest(), Optional.empty())).hasSize(2);
      }
      try (var pulling =
          Artifacts.open(Asking.anonymously(), registry.host() + "/app", Purpose.PULL)) {
        assertThat(pulling.referrers(subject.digest(), Optional.empty())).hasSize(2);
      }
    }
  }

  private static void attach(Repository repository, Descriptor subject, int size)
      throws IOException {
    byte[] content = Artifacts.random(size);
    repository.push(Artifacts.of(content), Artifacts.source(content));
    byte[] body = Artifacts.manifest(Artifacts.of(content), Optional.of(subject));
    repository.pushManifest(
        dev.landwaiter.base.digest.Digest.sha256(body).toString(),
        body,
        dev.landwaiter.oci.MediaTypes.OCI_MANIFEST);
  }
}
