package dev.landwaiter.oci.archive;

import dev.landwaiter.base.text.Problem;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Document;
import dev.landwaiter.oci.Fields;
import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.ImageConfig;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.ImageLayer;
import dev.landwaiter.oci.Index;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Manifest;
import dev.landwaiter.oci.MediaTypes;
import dev.landwaiter.oci.Platform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// An OCI image layout (OCI image specification 1.1, "Image Layout").
final class Layout {
  static final String HEADER = "oci-layout";
  static final String INDEX = "index.json";
  static final String NAME = "org.opencontainers.image.ref.name";

  private final Store store;
  private final Target target;
  private final Optional<Platform> platform;
  private final Limits limits;
  private final List<Problem> problems = new ArrayList<>();

  private Layout(Store store, Target target, Optional<Platform> platform, Limits limits) {
    this.store = store;
    this.target = target;
    this.platform = platform;
    this.limits = limits;
  }

  static Image open(Store store, Target target, Optional<Platform> platform, Limits limits)
      throws IOException {
    return new Layout(store, target, platform, limits).image();
  }

  private Image image() throws IOException {
    requireHeader(store, limits);
    Index index = index(store, limits);
    var manifest = manifest(index);
    byte[] body = store.blob(manifest.config(), Limit.CONFIG, limits);
    String configPath = store.name() + ": " + Store.blobPath(manifest.config());
    var config = ImageConfig.parse(configPath, body, limits);
    config.requireLayers(configPath, manifest.layers().size());
    return new Image(
        manifest.config().digest(),
        List.of(),
        List.of(),
        "",
        "",
        config.value(),
        layers(manifest, config),
        problems,
        store);
  }

  static Index index(Store store, Limits limits) throws IOException {
    String where = store.name() + ": " + INDEX;
    byte[] body = store.read(INDEX, Limit.MANIFEST, limits);
    if (Document.parse(where, body, "", limits) instanceof Index index) {
      return index;
    }
    throw Fields.invalid(where + ": not an index");
  }

  static void requireHeader(Store store, Limits limits) throws IOException {
    var header =
        Fields.parse(store.name() + ": " + HEADER, store.read(HEADER, Limit.MANIFEST, limits));
    String version = header.text("imageLayoutVersion");
    if (!version.startsWith("1.")) {
      throw new ImageException(
          ImageException.Code.UNSUPPORTED,
          header.where() + ": layout version '" + Fields.shown(version) + "' is not supported");
    }
  }

  private Manifest manifest(Index index) throws IOException {
    boolean several = index.manifests().size() > 1;
    boolean named = target.digest().isPresent() || !target.tag().isEmpty();
    boolean judged = platform.isPresent() && several && !named;
    var at = judged ? index.select(store.name(), platform) : first(index);
    for (long depth = 1; ; depth++) {
      limits.check(Limit.INDEX_DEPTH, depth, store.name());
      String where = store.name() + ": " + Store.blobPath(at);
      var document =
          Document.parse(where, store.blob(at, Limit.MANIFEST, limits), at.mediaType(), limits);
      // A switch over types is linked at every start anew.
      if (document instanceof Index inner) {
        at = inner.select(where, platform);
        judged = true;
      } else if (document instanceof Manifest manifest) {
        manifest.requireImage(where);
        if (platform.isPresent() && !judged) {
          problems.add(
              Problem.in(
                  store.name(),
                  "holds one image, the platform " + platform.get() + " is not looked for"));
        }
        return manifest;
      }
    }
  }

  private Descriptor first(Index index) throws ImageException {
    return index.manifests().stream()
        .filter(m -> target.digest().isEmpty() || target.digest().get().equals(m.digest()))
        .filter(m -> target.tag().isEmpty() || target.tag().equals(m.annotations().get(NAME)))
        .filter(m -> target.digest().isPresent() || !m.isAttestation())
        .findFirst()
        .orElseThrow(() ->
            new ImageException(
                ImageException.Code.NOT_FOUND,
                store.name() + ": the layout holds no such image; names: " + names(index)));
  }

  static String names(Index index) {
    String names =
        index.manifests().stream()
            .map(m -> m.annotations().getOrDefault(NAME, ""))
            .filter(name -> !name.isEmpty())
            .limit(20)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "none" : Fields.shown(names);
  }

  private List<ImageLayer> layers(Manifest manifest, ImageConfig config) throws IOException {
    List<ImageLayer> layers = new ArrayList<>();
    for (int i = 0; i < manifest.layers().size(); i++) {
      var layer = manifest.layers().get(i);
      String path = Store.blobPath(layer);
      if (!store.has(path)) {
        boolean foreign = MediaTypes.isForeignLayer(layer.mediaType());
        throw new ImageException(
            ImageException.Code.NOT_FOUND,
            store.name()
                + ": layer "
                + (i + 1)
                + " is missing, "
                + path
                + (foreign ? " (its owner serves it from elsewhere)" : ""));
      }
      layers.add(
          new StoredLayer(
              store, path, layer.digest().toString(), config.diffIds().get(i), layer.size()));
    }
    return layers;
  }
}
