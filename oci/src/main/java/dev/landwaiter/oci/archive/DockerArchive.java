package dev.landwaiter.oci.archive;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Fields;
import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.ImageConfig;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.ImageLayer;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Platform;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.layer.Compression;
import dev.landwaiter.oci.tar.TarPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What `docker save` writes: `manifest.json`, configurations and layers (Docker image
/// specification 1.2, "Combined Image JSON + Filesystem Changeset Format"), since Docker 25 with
/// the blobs of an OCI layout.
final class DockerArchive {
  static final String MANIFEST = "manifest.json";

  private DockerArchive() {}

  static Image open(Store store, Target target, Optional<Platform> platform, Limits limits)
      throws IOException {
    var chosen = new DockerChoice(store, target, limits).choose(images(store, limits));
    String configPath = TarPath.clean(chosen.text("Config"));
    byte[] body = store.read(configPath, Limit.CONFIG, limits);
    String where = store.name() + ": " + Fields.shown(configPath);
    var promised = promisedDigest(configPath);
    if (promised.isPresent()) {
      Descriptor.verifyDigest(where, promised.get(), body);
    }
    var config = ImageConfig.parse(where, body, limits);
    var paths = chosen.texts("Layers");
    config.requireLayers(where, paths.size());
    List<ImageLayer> layers = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      layers.add(layer(store, paths.get(i), config.diffIds().get(i)));
    }
    var problems = new ArrayList<Problem>();
    platform.ifPresent(p ->
        problems.add(
            Problem.in(store.name(), "holds one image, the platform " + p + " is not looked for")));
    var tags = chosen.texts("RepoTags");
    return new Image(
        config.id(),
        tags,
        List.of(),
        tags.isEmpty() ? "" : tags.getFirst(),
        tags.isEmpty() ? "" : canonicalName(tags.getFirst()),
        config.value(),
        layers,
        problems,
        store);
  }

  /// Tags in archives are whatever their writer put there; one that is no reference names nothing.
  private static String canonicalName(String tag) {
    try {
      return Reference.parse(tag).canonicalName();
    } catch (ImageException e) {
      return "";
    }
  }

  private static List<Fields> images(Store store, Limits limits) throws IOException {
    String where = store.name() + ": " + MANIFEST;
    Value value;
    try {
      value = Json.parse(where, store.read(MANIFEST, Limit.MANIFEST, limits));
    } catch (FormatException e) {
      throw new ImageException(ImageException.Code.INVALID, e.problem().toString(), e);
    }
    if (!(value instanceof ArrayValue images)) {
      throw Fields.invalid(where + ": an array was expected");
    }
    var fields = new ArrayList<Fields>();
    for (Value image : images.elements()) {
      fields.add(Fields.of(where, image));
    }
    return fields;
  }

  /// The digest that the name of a configuration promises: `HEX.json`, `sha256:HEX` or a blob.
  static Optional<Digest> promisedDigest(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    String hex = name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
    return blobDigest(path).or(() -> Digest.parse(name)).or(() -> Digest.parse("sha256:" + hex));
  }

  private static Optional<Digest> blobDigest(String path) {
    String[] parts = path.split("/", -1);
    return parts.length == 3 && parts[0].equals("blobs")
        ? Digest.parse(parts[1] + ":" + parts[2])
        : Optional.empty();
  }

  /// A plain layer has no digest but its diff id: what a registry stores would be compressed.
  private static ImageLayer layer(Store store, String written, Digest diffId) throws IOException {
    String path = TarPath.clean(written);
    long size = store.size(path);
    if (size < 0) {
      throw store.missing(path);
    }
    boolean plain = Compression.detect(store.head(path, Compression.HEAD)) == Compression.NONE;
    String digest = plain ? "" : blobDigest(path).map(Digest::toString).orElse("");
    return new StoredLayer(store, path, digest, diffId, size);
  }
}
