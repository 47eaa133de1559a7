package dev.landwaiter.signing.store.place;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.MediaTypes;
import dev.landwaiter.oci.registry.Repository;
import dev.landwaiter.signing.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An image whose only layer is a file, as `upload` makes it.
///
/// @param type of the layer
/// @param annotations of the manifest
public record FileImage(
    Bytes content, String type, String configType, Map<String, String> annotations) {
  /// A file with the usual configuration.
  public static FileImage of(Bytes content, String type, Map<String, String> annotations) {
    return new FileImage(content, type, MediaTypes.OCI_CONFIG, annotations);
  }

  private Descriptor layer() {
    return Descriptor.of(type, Digest.sha256(content.toArray()), content.size());
  }

  /// The digest of the file, by which the registry serves it.
  public Digest digest() {
    return layer().digest();
  }

  /// Puts it into a repository.
  ///
  /// @param tagOrNone the tag, or empty for its digest alone
  public Descriptor push(Repository repository, String tagOrNone) throws IOException {
    var form =
        new TagImage.Form(
            MediaTypes.OCI_MANIFEST,
            configType,
            Optional.empty(),
            annotations,
            Optional.empty(),
            "");
    TagImage image = TagImage.of(form, List.of(layer()));
    put(repository, layer(), content);
    put(repository, image.config(), image.configContent());
    byte[] body = image.manifest().body();
    String name =
        tagOrNone.isEmpty() ? image.manifest().descriptor().digest().toString() : tagOrNone;
    return repository.pushManifest(name, body, MediaTypes.OCI_MANIFEST);
  }

  private static void put(Repository repository, Descriptor descriptor, Bytes content)
      throws IOException {
    repository.push(descriptor, () -> new ByteArrayInputStream(content.toArray()));
  }

  /// The manifest of an index.
  public static byte[] index(List<Descriptor> images) {
    return ManifestJson.of(json -> {
      json.beginObject().name("schemaVersion").value(2);
      json.name("mediaType").value(MediaTypes.OCI_INDEX).name("manifests").beginArray();
      for (Descriptor each : images) {
        ManifestJson.descriptor(json, each);
      }
      json.endArray().endObject();
    });
  }
}
