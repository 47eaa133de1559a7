package dev.landwaiter.signing.store.place;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.oci.Descriptor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Manifests and configurations, with their members in the order in which cosign writes them.
final class ManifestJson {
  private ManifestJson() {}

  /// Something that writes one JSON value.
  interface Content {
    void write(JsonWriter json) throws IOException;
  }

  static byte[] of(Content content) {
    var bytes = new ByteArrayOutputStream();
    var json = new JsonWriter(bytes, JsonStyle.COMPACT);
    try {
      content.write(json);
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("an array in memory takes every byte", e);
    }
    return bytes.toByteArray();
  }

  /// A manifest.
  ///
  /// @param artifactType none when empty
  record Parts(
      String mediaType,
      Descriptor config,
      Iterable<Descriptor> layers,
      Map<String, String> annotations,
      Optional<Descriptor> subject,
      String artifactType) {}

  static byte[] manifest(Parts parts) {
    return of(json -> {
      json.beginObject().name("schemaVersion").value(2);
      json.name("mediaType").value(parts.mediaType()).name("config");
      descriptor(json, parts.config());
      json.name("layers").beginArray();
      for (Descriptor layer : parts.layers()) {
        descriptor(json, layer);
      }
      json.endArray();
      annotations(json, parts.annotations());
      if (parts.subject().isPresent()) {
        json.name("subject");
        descriptor(json, parts.subject().get());
      }
      text(json, "artifactType", parts.artifactType());
      json.endObject();
    });
  }

  static void descriptor(JsonWriter json, Descriptor descriptor) throws IOException {
    json.beginObject().name("mediaType").value(descriptor.mediaType());
    json.name("size").value(descriptor.size());
    json.name("digest").value(descriptor.digest().toString());
    text(json, "data", descriptor.data());
    if (!descriptor.urls().isEmpty()) {
      json.name("urls").beginArray();
      for (String url : descriptor.urls()) {
        json.value(url);
      }
      json.endArray();
    }
    annotations(json, descriptor.annotations());
    if (descriptor.platform().isPresent()) {
      json.name("platform").value(descriptor.platform().get().toValue());
    }
    text(json, "artifactType", descriptor.artifactType());
    json.endObject();
  }

  private static void annotations(JsonWriter json, Map<String, String> annotations)
      throws IOException {
    if (annotations.isEmpty()) {
      return;
    }
    json.name("annotations").beginObject();
    for (var each : new TreeMap<>(annotations).entrySet()) {
      json.name(each.getKey()).value(each.getValue());
    }
    json.endObject();
  }

  private static void text(JsonWriter json, String name, String text) throws IOException {
    if (!text.isEmpty()) {
      json.name(name).value(text);
    }
  }
}
