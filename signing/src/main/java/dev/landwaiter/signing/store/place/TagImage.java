package dev.landwaiter.signing.store.place;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.MediaTypes;
import dev.landwaiter.oci.registry.Stored;
import dev.landwaiter.signing.Bytes;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An image whose layers are signatures or attestations, as it is pushed.
///
/// @param configContent the configuration, of which no reader depends on anything
record TagImage(Descriptor config, Bytes configContent, Stored manifest) {
  private static final String ZERO = "0001-01-01T00:00:00Z";

  /// How it is written.
  ///
  /// @param mediaType of the manifest
  /// @param configType of the configuration
  /// @param created when it was made, or nothing for the zero time
  /// @param subject with its artifact type, where it refers to the image instead of being tagged
  record Form(
      String mediaType,
      String configType,
      Optional<Instant> created,
      Map<String, String> annotations,
      Optional<Descriptor> subject,
      String artifactType) {
    static Form oci(Optional<Instant> created) {
      return new Form(
          MediaTypes.OCI_MANIFEST, MediaTypes.OCI_CONFIG, created, Map.of(), Optional.empty(), "");
    }

    static Form docker(Optional<Instant> created) {
      return new Form(
          MediaTypes.DOCKER_MANIFEST,
          MediaTypes.DOCKER_CONFIG,
          created,
          Map.of(),
          Optional.empty(),
          "");
    }
  }

  static TagImage of(Form form, List<Descriptor> layers) {
    byte[] content = config(form.created(), layers);
    var config = Descriptor.of(form.configType(), Digest.sha256(content), content.length);
    byte[] body =
        ManifestJson.manifest(
            new ManifestJson.Parts(
                form.mediaType(),
                config,
                layers,
                form.annotations(),
                form.subject(),
                form.artifactType()));
    var manifest =
        new Stored(Descriptor.of(form.mediaType(), Digest.sha256(body), body.length), body);
    return new TagImage(config, Bytes.of(content), manifest);
  }

  private static byte[] config(Optional<Instant> created, List<Descriptor> layers) {
    return ManifestJson.of(json -> {
      json.beginObject().name("architecture").value("");
      json.name("created").value(created.map(TagImage::time).orElse(ZERO));
      if (!layers.isEmpty()) {
        json.name("history").beginArray();
        for (int i = 0; i < layers.size(); i++) {
          json.beginObject().name("created").value(ZERO).endObject();
        }
        json.endArray();
      }
      json.name("os").value("").name("rootfs").beginObject();
      json.name("type").value("layers").name("diff_ids").beginArray();
      for (Descriptor layer : layers) {
        json.value(layer.digest().toString());
      }
      json.endArray().endObject().name("config").beginObject().endObject().endObject();
    });
  }

  /// RFC 3339 with as many digits of the second as it has.
  private static String time(Instant instant) {
    String text = DateTimeFormatter.ISO_INSTANT.format(instant);
    int dot = text.indexOf('.');
    if (dot < 0) {
      return text;
    }
    int end = text.length() - 1;
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, end) + "Z";
  }
}
