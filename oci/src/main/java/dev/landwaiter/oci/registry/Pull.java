package dev.landwaiter.oci.registry;

import dev.landwaiter.base.text.Problem;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Document;
import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.ImageConfig;
import dev.landwaiter.oci.ImageLayer;
import dev.landwaiter.oci.Index;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Manifest;
import dev.landwaiter.oci.Platform;
import dev.landwaiter.oci.Reference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The way from a reference to an image: tag to digest, index to manifest, manifest to
/// configuration.
record Pull(Repository repository, Reference reference, Limits limits) {
  private record Found(Manifest manifest, boolean chosen) {}

  Image open(Optional<Platform> platform) throws IOException {
    Stored first = repository.resolve(reference.identifier());
    Found found = manifest(first, platform);
    String where = reference.toString();
    found.manifest().requireImage(where);
    ImageConfig config = config(found.manifest().config());
    config.requireLayers(where, found.manifest().layers().size());
    List<ImageLayer> layers = new ArrayList<>();
    for (Descriptor layer : found.manifest().layers()) {
      layers.add(new RemoteLayer(repository, layer, config.diffIds().get(layers.size())));
    }
    String name = reference.familiarName();
    return new Image(
        config.id(),
        reference.digest().isEmpty() ? List.of(name + ":" + reference.tag()) : List.of(),
        List.of(name + "@" + first.descriptor().digest()),
        reference.toString(),
        reference.canonicalName(),
        config.value(),
        List.copyOf(layers),
        problems(found.chosen() ? List.of() : ignored(platform, config)),
        repository);
  }

  /// Follows indexes down to the manifest of one image.
  private Found manifest(Stored first, Optional<Platform> platform) throws IOException {
    String where = reference.toString();
    Document document = Document.parse(where, first.body(), first.descriptor().mediaType(), limits);
    boolean chosen = false;
    for (int depth = 1; document instanceof Index index; depth++) {
      limits.check(Limit.INDEX_DEPTH, depth, where);
      Descriptor entry = index.select(where, platform);
      Stored next = repository.resolve(entry);
      document = Document.parse(where, next.body(), entry.mediaType(), limits);
      chosen = true;
    }
    return new Found((Manifest) document, chosen);
  }

  private ImageConfig config(Descriptor descriptor) throws IOException {
    String what = "configuration of " + reference.familiar();
    return ImageConfig.parse(what, repository.blob(descriptor, what, Limit.CONFIG), limits);
  }

  private List<Problem> problems(List<Problem> others) {
    return Stream.concat(repository.problems().stream(), others.stream()).toList();
  }

  private List<Problem> ignored(Optional<Platform> platform, ImageConfig config) {
    return platform
        .filter(p -> !p.accepts(config.platform()))
        .map(p ->
            new Problem(
                reference.toString(),
                Optional.empty(),
                "platform %s is ignored: the reference names the one image for %s"
                    .formatted(p, config.platform()),
                ""))
        .stream()
        .toList();
  }
}
