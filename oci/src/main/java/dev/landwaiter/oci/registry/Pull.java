package dev.landwaiter.oci.registry;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Document;
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
import dev.landwaiter.oci.Reference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The way from a reference to an image: tag to digest, index to manifest, manifest to
/// configuration.
final class Pull {
  private final Http http;
  private final Reached reached;
  private final Reference reference;
  private final RegistryOptions options;
  private final Limits limits;

  Pull(Http http, Reached reached, Reference reference, RegistryOptions options, Limits limits) {
    this.http = http;
    this.reached = reached;
    this.reference = reference;
    this.options = options;
    this.limits = limits;
  }

  private record Start(Session session, Fetched fetched) {}

  private record Found(Manifest manifest, boolean chosen) {}

  Image open(Optional<Platform> platform) throws IOException {
    Start start = resolve();
    Session session = start.session();
    Found found = manifest(session, start.fetched(), platform);
    String where = reference.toString();
    found.manifest().requireImage(where);
    ImageConfig config = config(session, found.manifest().config());
    config.requireLayers(where, found.manifest().layers().size());
    List<ImageLayer> layers = new ArrayList<>();
    for (Descriptor layer : found.manifest().layers()) {
      layers.add(new RemoteLayer(session, layer, config.diffIds().get(layers.size())));
    }
    String name = reference.familiarName();
    return new Image(
        config.id(),
        reference.digest().isEmpty() ? List.of(name + ":" + reference.tag()) : List.of(),
        List.of(name + "@" + start.fetched().digest()),
        reference.toString(),
        reference.canonicalName(),
        config.value(),
        List.copyOf(layers),
        found.chosen() ? List.of() : ignored(platform, config),
        http);
  }

  /// The first login with which the manifest can be had, and that manifest.
  private Start resolve() throws IOException {
    var tokens = new Tokens(http, options.waiting().clock());
    List<ImageException> refusals = new ArrayList<>();
    for (Login login : options.logins().candidates(key(), reference.path())) {
      var session = new Session(http, tokens, reached, reference.path(), login);
      try {
        return new Start(session, fetch(session, reference.identifier(), reference.digest()));
      } catch (ImageException e) {
        if (e.code() != ImageException.Code.UNAUTHORIZED
            && e.code() != ImageException.Code.NOT_FOUND) {
          throw e;
        }
        refusals.add(e);
      }
    }
    throw telling(refusals);
  }

  /// Of the refusals the one that tells most: what a login that works did not find, else the first.
  /// The last is that of nobody, which tells less.
  private static ImageException telling(List<ImageException> refusals) {
    return refusals.subList(0, Math.max(1, refusals.size() - 1)).stream()
        .filter(e -> e.code() == ImageException.Code.NOT_FOUND)
        .findFirst()
        .orElse(refusals.getFirst());
  }

  private String key() {
    return reference.host();
  }

  private Fetched fetch(Session session, String identifier, Optional<Digest> wanted)
      throws IOException {
    String what = "manifest of " + reference.familiarName() + suffix(identifier);
    return session.get(
        "manifests/" + identifier,
        String.join(", ", MediaTypes.ACCEPTED_MANIFESTS),
        what,
        answer -> Fetched.read(answer, what, limits.of(Limit.MANIFEST), wanted));
  }

  private static String suffix(String identifier) {
    return (identifier.contains(":") ? "@" : ":") + identifier;
  }

  /// Follows indexes down to the manifest of one image.
  private Found manifest(Session session, Fetched first, Optional<Platform> platform)
      throws IOException {
    String where = reference.toString();
    Document document = Document.parse(where, first.body(), first.contentType(), limits);
    boolean chosen = false;
    for (int depth = 1; document instanceof Index index; depth++) {
      limits.check(Limit.INDEX_DEPTH, depth, where);
      Descriptor entry = index.select(where, platform);
      Fetched next = fetch(session, entry.digest().toString(), Optional.of(entry.digest()));
      entry.verify(where, next.body());
      document = Document.parse(where, next.body(), entry.mediaType(), limits);
      chosen = true;
    }
    return new Found((Manifest) document, chosen);
  }

  private ImageConfig config(Session session, Descriptor descriptor) throws IOException {
    String what = "configuration of " + reference.familiar();
    limits.check(Limit.CONFIG, descriptor.size(), what);
    byte[] body =
        session.get(
            "blobs/" + descriptor.digest(),
            "",
            what,
            answer -> {
              var sized = new SizedBody(answer.body(), what, descriptor.size());
              try (sized) {
                return sized.readAllBytes();
              }
            });
    descriptor.verify(what, body);
    return ImageConfig.parse(what, body, limits);
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
