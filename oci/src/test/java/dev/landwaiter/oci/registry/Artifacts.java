package dev.landwaiter.oci.registry;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.MediaTypes;
import dev.landwaiter.oci.Reference;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;

/// Things to push in tests.
final class Artifacts {
  static final String TYPE = "application/vnd.example.thing.v1";
  private static final byte[] EMPTY = bytes("{}");

  private Artifacts() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Bytes that do not repeat.
  static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  static Descriptor of(byte[] content) {
    return Descriptor.of("application/octet-stream", Digest.sha256(content), content.length);
  }

  static BlobSource source(byte[] content) {
    return () -> new ByteArrayInputStream(content);
  }

  /// Pushes an artifact with one layer and gives its manifest's descriptor.
  static Descriptor push(Repository repository, String tag, byte[] content) throws IOException {
    repository.push(of(content), source(content));
    repository.push(of(EMPTY), source(EMPTY));
    return repository.pushManifest(
        tag, manifest(of(content), Optional.empty()), MediaTypes.OCI_MANIFEST);
  }

  static byte[] manifest(Descriptor layer, Optional<Descriptor> subject) {
    String about =
        subject
            .map(s ->
                ",\"subject\":{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d}"
                    .formatted(s.mediaType(), s.digest(), s.size()))
            .orElse("");
    return bytes(
        ("{\"schemaVersion\":2,\"mediaType\":\"%s\",\"artifactType\":\"%s\","
                + "\"config\":{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":2},"
                + "\"layers\":[{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d,"
                + "\"annotations\":{\"org.opencontainers.image.title\":\"thing.bin\"}}]%s}")
            .formatted(
                MediaTypes.OCI_MANIFEST,
                TYPE,
                MediaTypes.OCI_EMPTY,
                Digest.sha256(EMPTY),
                layer.mediaType(),
                layer.digest(),
                layer.size(),
                about));
  }

  static Repository open(Asking asking, String reference, Purpose purpose) throws IOException {
    return asking.registry().repository(Reference.parse(reference), purpose);
  }

  static byte[] read(Repository repository, Descriptor blob) throws IOException {
    try (InputStream in = repository.blob(blob)) {
      return in.readAllBytes();
    }
  }
}
