package dev.landwaiter.signing.store.place;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.Sleeper;
import dev.landwaiter.oci.Waiting;
import dev.landwaiter.oci.registry.Logins;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.oci.registry.Registry;
import dev.landwaiter.oci.registry.RegistryOptions;
import dev.landwaiter.oci.registry.TlsOptions;
import dev.landwaiter.signing.store.SignatureStore;
import dev.landwaiter.signing.store.StoreOptions;
import dev.landwaiter.testing.MemoryRegistry;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/// The recorded repositories, in registries of this process.
final class RecordedPlace {
  static final Path LAYOUTS = Shared.path("conformance/cosign/layouts");

  private RecordedPlace() {}

  /// The recorded layouts of repositories by name; those written by `save` are not among them.
  static List<String> layouts() throws IOException {
    try (Stream<Path> all = Files.list(LAYOUTS)) {
      return all.filter(each -> Files.isDirectory(each.resolve("blobs/sha256")))
          .map(each -> each.getFileName().toString())
          .filter(name -> !name.startsWith("saved-"))
          .sorted()
          .toList();
    }
  }

  static byte[] blob(String layout, String digest) throws IOException {
    return Files.readAllBytes(
        LAYOUTS.resolve(layout).resolve("blobs/sha256").resolve(digest.substring(7)));
  }

  static boolean has(String layout, String digest) {
    return Files.exists(
        LAYOUTS.resolve(layout).resolve("blobs/sha256").resolve(digest.substring(7)));
  }

  /// The names of a layout with their digests.
  static Map<String, String> tags(String layout) throws IOException {
    Map<String, String> tags = new LinkedHashMap<>();
    Value index = json(Files.readAllBytes(LAYOUTS.resolve(layout).resolve("index.json")));
    for (Value each : index.get("manifests").orElseThrow().elements()) {
      String name =
          each.get("annotations")
              .map(said -> said.text("org.opencontainers.image.ref.name"))
              .orElse("");
      if (!name.isEmpty()) {
        tags.put(name, each.text("digest"));
      }
    }
    return tags;
  }

  static Value json(byte[] text) {
    try {
      return Json.parse("recorded", text);
    } catch (FormatException e) {
      throw new AssertionError(e);
    }
  }

  /// Puts a layout into a repository.
  static void load(MemoryRegistry registry, String repository, String layout) throws IOException {
    try (Stream<Path> blobs = Files.list(LAYOUTS.resolve(layout).resolve("blobs/sha256"))) {
      for (Path blob : blobs.toList()) {
        registry.blob(repository, Files.readAllBytes(blob));
      }
    }
    Value index = json(Files.readAllBytes(LAYOUTS.resolve(layout).resolve("index.json")));
    manifests(registry, repository, layout, index);
  }

  private static void manifests(
      MemoryRegistry registry, String repository, String layout, Value index) throws IOException {
    for (Value each : index.get("manifests").orElseThrow().elements()) {
      String digest = each.text("digest");
      if (!has(layout, digest)) {
        continue;
      }
      String tag =
          each.get("annotations")
              .map(said -> said.text("org.opencontainers.image.ref.name"))
              .orElse("");
      byte[] body = blob(layout, digest);
      registry.manifest(repository, tag, each.text("mediaType"), body);
      if (json(body).get("manifests").isPresent()) {
        manifests(registry, repository, layout, json(body));
      }
    }
  }

  /// Asks registries without waiting.
  static Registry registry() {
    return registry(duration -> {});
  }

  private static Registry registry(Sleeper sleeper) {
    var waiting =
        new Waiting(
            InstantSource.system(),
            sleeper,
            new Random(3),
            Instant.now().plusSeconds(120),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30));
    return new Registry(
        new RegistryOptions(Logins.NONE, TlsOptions.STRICT, HttpClient.Builder.NO_PROXY, waiting),
        Limits.STANDARD);
  }

  static SignatureStore store(MemoryRegistry registry, String repository, StoreOptions options)
      throws IOException {
    return Stores.registry(
        registry(), Reference.parse(registry.host() + "/" + repository), Purpose.PUSH, options);
  }

  /// One that waits where it means to.
  static SignatureStore patient(MemoryRegistry registry, String repository) throws IOException {
    return Stores.registry(
        registry(Thread::sleep),
        Reference.parse(registry.host() + "/" + repository),
        Purpose.PUSH,
        StoreOptions.STANDARD);
  }

  static Digest digest(String text) {
    return Digest.parse(text).orElseThrow();
  }
}
