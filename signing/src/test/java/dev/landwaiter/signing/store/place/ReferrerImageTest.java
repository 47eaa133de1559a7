package dev.landwaiter.signing.store.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.oci.Document;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Manifest;
import dev.landwaiter.signing.store.BundleFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReferrerImageTest {
  /// Every bundle that cosign attached in the recordings, its manifest made anew.
  @Test
  void bytesAreThoseOfCosign() throws IOException {
    int count = 0;
    for (String layout : RecordedPlace.layouts()) {
      if (layout.startsWith("tampered-")) {
        continue;
      }
      Path blobs = RecordedPlace.LAYOUTS.resolve(layout).resolve("blobs/sha256");
      List<Path> files;
      try (Stream<Path> all = Files.list(blobs)) {
        files = all.toList();
      }
      for (Path file : files) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("{\"schemaVersion\"")
            || !text.contains("\"subject\"")
            || !text.contains(BundleFacts.CONTENT_ANNOTATION)) {
          continue;
        }
        byte[] body = Files.readAllBytes(file);
        if (Document.parse(layout, body, "", Limits.STANDARD) instanceof Manifest manifest) {
          assertThat(again(manifest)).as(layout).isEqualTo(text);
          count++;
        }
      }
    }
    assertThat(count).isGreaterThan(100);
  }

  private static String again(Manifest manifest) {
    Map<String, String> said = manifest.annotations();
    var facts =
        new BundleFacts(
            said.getOrDefault(BundleFacts.CONTENT_ANNOTATION, ""),
            said.getOrDefault(BundleFacts.PREDICATE_ANNOTATION, ""),
            Instant.parse(said.getOrDefault(BundleFacts.CREATED_ANNOTATION, "")).plusMillis(123));
    return new String(
        ReferrerImage.of(
                manifest.subject().orElseThrow(),
                BundleFacts.BUNDLE_TYPE,
                manifest.layers().getFirst(),
                ReferrerImage.annotations(facts))
            .manifest()
            .body(),
        StandardCharsets.UTF_8);
  }
}
