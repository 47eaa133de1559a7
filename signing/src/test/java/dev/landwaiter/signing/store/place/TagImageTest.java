package dev.landwaiter.signing.store.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.oci.Document;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Manifest;
import dev.landwaiter.oci.MediaTypes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TagImageTest {
  /// Every tag image that cosign wrote in the recordings, made anew of its layers.
  @Test
  void bytesAreThoseOfCosign() throws IOException {
    int count = 0;
    for (String layout : RecordedPlace.layouts()) {
      if (layout.startsWith("tampered-")) {
        continue;
      }
      for (Map.Entry<String, String> tag : RecordedPlace.tags(layout).entrySet()) {
        String name = tag.getKey();
        if (!(name.endsWith(".sig") || name.endsWith(".att") || name.endsWith(".sbom"))) {
          continue;
        }
        byte[] body = RecordedPlace.blob(layout, tag.getValue());
        Document document = Document.parse(layout, body, "", Limits.STANDARD);
        if (document instanceof Manifest manifest) {
          assertThat(again(layout, manifest)).as(layout + " " + name).isEqualTo(text(body));
          count++;
        }
      }
    }
    assertThat(count).isGreaterThan(70);
  }

  private static String again(String layout, Manifest manifest) throws IOException {
    byte[] config = RecordedPlace.blob(layout, manifest.config().digest().toString());
    Value said = RecordedPlace.json(config);
    String created = said.text("created");
    Optional<Instant> time =
        created.startsWith("0001-") ? Optional.empty() : Optional.of(Instant.parse(created));
    var form =
        new TagImage.Form(
            manifest.mediaType(),
            manifest.config().mediaType(),
            time,
            manifest.annotations(),
            manifest.subject(),
            manifest.artifactType());
    TagImage image = TagImage.of(form, manifest.layers());
    assertThat(image.configContent().toText()).isEqualTo(text(config));
    return text(image.manifest().body());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void dockersTypesAreOnesOfDocker() {
    TagImage image = TagImage.of(TagImage.Form.docker(Optional.empty()), java.util.List.of());
    assertThat(text(image.manifest().body()))
        .contains(MediaTypes.DOCKER_MANIFEST, MediaTypes.DOCKER_CONFIG);
  }
}
