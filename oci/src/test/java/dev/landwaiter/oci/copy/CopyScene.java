package dev.landwaiter.oci.copy;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.MediaTypes;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.Waiting;
import dev.landwaiter.oci.archive.LayoutReader;
import dev.landwaiter.oci.registry.Logins;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.oci.registry.Registry;
import dev.landwaiter.oci.registry.RegistryOptions;
import dev.landwaiter.oci.registry.Repository;
import dev.landwaiter.oci.registry.TlsOptions;
import dev.landwaiter.oci.testing.TestImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;

/// Registries and layouts between which tests copy.
class CopyScene {
  static final TestImage AMD = TestImage.with("for-amd64");
  static final TestImage ARM = TestImage.with("for-arm64").architecture("arm64");
  static final byte[] INDEX = TestImage.index(AMD.descriptor(""), ARM.descriptor(""));
  static final String SIGNATURE = "application/vnd.example.signature";

  @TempDir Path folder;

  static Registry registry(Limits limits) {
    var waiting =
        new Waiting(
            InstantSource.system(),
            duration -> {},
            new Random(7),
            Instant.now().plusSeconds(120),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30));
    return new Registry(
        new RegistryOptions(Logins.NONE, TlsOptions.STRICT, HttpClient.Builder.NO_PROXY, waiting),
        limits);
  }

  static CopySource source(String reference) throws IOException {
    var parsed = Reference.parse(reference);
    return new RegistrySource(registry(Limits.STANDARD).repository(parsed, Purpose.PULL), parsed);
  }

  static CopyTarget target(String repository, String tag) throws IOException {
    return new RegistryTarget(
        registry(Limits.STANDARD).repository(Reference.parse(repository), Purpose.PUSH), tag);
  }

  static Copy.Done copy(CopySource source, CopyTarget target, Copy.Wish wish) throws IOException {
    try (source;
        target) {
      return Copy.run(source, target, wish, Progress.NONE);
    }
  }

  static Copy.Wish all() {
    return new Copy.Wish(Optional.empty(), true, Limits.STANDARD);
  }

  /// A layout with an image for two platforms under a name.
  Path layout() throws IOException {
    Map<String, byte[]> blobs = new LinkedHashMap<>(AMD.blobs());
    blobs.putAll(ARM.blobs());
    TestImage.put(blobs, INDEX);
    Path layout = folder.resolve("layout");
    byte[] top = TestImage.index(TestImage.indexDescriptor(INDEX, "1.0"));
    for (var file : TestImage.layout(top, blobs).entrySet()) {
      Path path = layout.resolve(file.getKey());
      Files.createDirectories(path.resolve("..").normalize());
      Files.write(path, file.getValue());
    }
    return layout;
  }

  CopySource layoutSource(Path path, String name) throws IOException {
    return new LayoutSource(LayoutReader.open(path, Limits.STANDARD), name, Limits.STANDARD);
  }

  /// Attaches an artifact of one layer and says its digest.
  static Digest attach(String repository, Descriptor subject) throws IOException {
    byte[] layer = "signed".getBytes(StandardCharsets.UTF_8);
    byte[] empty = "{}".getBytes(StandardCharsets.UTF_8);
    try (Repository open =
        registry(Limits.STANDARD).repository(Reference.parse(repository), Purpose.PUSH)) {
      for (byte[] blob : List.of(layer, empty)) {
        open.push(
            Descriptor.of("x/y", Digest.sha256(blob), blob.length),
            () -> new ByteArrayInputStream(blob));
      }
      byte[] body =
          ("{\"schemaVersion\":2,\"mediaType\":\"%s\",\"artifactType\":\"%s\","
                  + "\"config\":{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":2},"
                  + "\"layers\":[{\"mediaType\":\"x/y\",\"digest\":\"%s\",\"size\":6}],"
                  + "\"subject\":{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d}}")
              .formatted(
                  MediaTypes.OCI_MANIFEST,
                  SIGNATURE,
                  MediaTypes.OCI_EMPTY,
                  Digest.sha256(empty),
                  Digest.sha256(layer),
                  subject.mediaType(),
                  subject.digest(),
                  subject.size())
              .getBytes(StandardCharsets.UTF_8);
      return open.pushManifest(Digest.sha256(body).toString(), body, MediaTypes.OCI_MANIFEST)
          .digest();
    }
  }
}
