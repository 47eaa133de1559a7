package dev.landwaiter.signing.store.place;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Fields;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Manifest;
import dev.landwaiter.oci.MediaTypes;
import dev.landwaiter.oci.registry.Stored;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.bundle.LegacyLayer;
import dev.landwaiter.signing.store.Addition;
import dev.landwaiter.signing.store.Kind;
import dev.landwaiter.signing.store.Layer;
import dev.landwaiter.signing.store.Put;
import dev.landwaiter.signing.store.StoreOptions;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Puts a layer into the image under a tag. Tags know no transactions: two who add at the same time
/// may overwrite one another, so whoever has written looks again, twice with a pause between, and
/// begins anew when the own layer is gone.
record Appending(Shelf shelf, StoreOptions options, Limits limits) {
  private static final int ATTEMPTS = 10;

  Put append(Kind kind, Digest subject, Addition addition) throws IOException {
    if (options.legacyReferrers()) {
      return referring(kind, subject, addition.layer());
    }
    String tag = AttachedTag.of(options.tagPrefix(), subject, kind);
    Descriptor layer = addition.layer().descriptor();
    shelf.putBlob(layer, addition.layer().content());
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Optional<Stored> there = first(kind, tag);
      List<Descriptor> layers = there.isPresent() ? manifest(there.get()).layers() : List.of();
      for (Descriptor each : layers) {
        if (each.equals(layer) || (alike(each, layer) && addition.sameAs().of(each))) {
          return new Put(there.orElseThrow().descriptor(), shelf.at(tag), attempt > 1);
        }
      }
      List<Descriptor> next = new ArrayList<>();
      for (Descriptor each : layers) {
        if (!addition.replaces().of(each)) {
          next.add(each);
        }
      }
      // As cosign does: what replaces something comes first.
      next.add(next.size() < layers.size() ? 0 : next.size(), layer);
      if (next.size() > Gathering.LAYERS) {
        throw new RefusedException(
            FailureClass.LIMIT,
            "%s holds %d layers already, more are not read by anybody"
                .formatted(shelf.at(tag), layers.size()));
      }
      TagImage image = TagImage.of(form(there), next);
      shelf.putBlob(image.config(), image.configContent());
      shelf.putTagged(kind, tag, image.manifest());
      if (stays(kind, tag, layer, attempt)) {
        return new Put(image.manifest().descriptor(), shelf.at(tag), true);
      }
    }
    throw new RefusedException(
        FailureClass.TRANSPORT,
        "%s: others wrote it at the same time again and again, gave up after %d attempts"
            .formatted(shelf.at(tag), ATTEMPTS));
  }

  private boolean stays(Kind kind, String tag, Descriptor layer, int attempt) throws IOException {
    if (!holds(kind, tag, layer)) {
      shelf.pause(attempt);
      return false;
    }
    // Another may have read before we wrote and write now.
    shelf.pause(1);
    return holds(kind, tag, layer);
  }

  private boolean holds(Kind kind, String tag, Descriptor layer) throws IOException {
    Optional<Stored> there = first(kind, tag);
    return there.isPresent() && manifest(there.get()).layers().contains(layer);
  }

  private Optional<Stored> first(Kind kind, String tag) throws IOException {
    return shelf.tagged(kind, tag).stream().findFirst();
  }

  private Manifest manifest(Stored stored) throws IOException {
    if (stored.document(limits) instanceof Manifest manifest) {
      return manifest;
    }
    throw new RefusedException(
        FailureClass.PARSE, stored.descriptor().digest() + ": an index instead of a manifest");
  }

  /// The same content with the same annotations but for the signature.
  private static boolean alike(Descriptor one, Descriptor other) {
    return one.digest().equals(other.digest())
        && one.mediaType().equals(other.mediaType())
        && unsigned(one).equals(unsigned(other));
  }

  private static Map<String, String> unsigned(Descriptor layer) {
    Map<String, String> others = new TreeMap<>(layer.annotations());
    others.remove(LegacyLayer.SIGNATURE);
    return others;
  }

  /// An image that is there keeps its types and what it says about its time.
  private TagImage.Form form(Optional<Stored> there) throws IOException {
    if (there.isEmpty()) {
      return options.dockerTypes()
          ? TagImage.Form.docker(options.created())
          : TagImage.Form.oci(options.created());
    }
    Manifest manifest = manifest(there.get());
    Optional<Instant> created =
        options.created().isPresent() ? options.created() : created(manifest.config());
    return new TagImage.Form(
        there.get().descriptor().mediaType(),
        manifest.config().mediaType(),
        created,
        manifest.annotations(),
        manifest.subject(),
        manifest.artifactType());
  }

  private Optional<Instant> created(Descriptor config) {
    if (config.size() > 1 << 20) {
      return Optional.empty();
    }
    try (InputStream in = shelf.blob(config)) {
      byte[] content = in.readNBytes((int) config.size() + 1);
      String text =
          Fields.of("configuration", Json.parse("configuration", content)).text("created");
      Instant time = Instant.parse(text);
      return time.isBefore(Instant.EPOCH) ? Optional.empty() : Optional.of(time);
    } catch (IOException | FormatException | DateTimeParseException e) {
      // Nobody depends on a configuration; a broken one is written anew.
      return Optional.empty();
    }
  }

  /// One manifest of its own for each layer, which names the image.
  private Put referring(Kind kind, Digest subject, Layer layer) throws IOException {
    Descriptor image = shelf.image(subject.toString()).descriptor();
    shelf.putBlob(layer.descriptor(), layer.content());
    Stored manifest;
    if (kind == Kind.ATTESTATION) {
      shelf.putBlob(ReferrerImage.config(""), ReferrerImage.EMPTY);
      String type = layer.annotations().getOrDefault(Layer.PREDICATE_TYPE, "");
      manifest =
          ReferrerImage.of(
                  image,
                  "application/vnd.in-toto+json",
                  layer.descriptor(),
                  type.isEmpty() ? Map.of() : Map.of(Layer.PREDICATE_TYPE, type))
              .manifest();
    } else {
      String type = kind == Kind.SBOM ? Referring.SBOM_ARTIFACT : Referring.SIGNATURE_ARTIFACT;
      var form =
          new TagImage.Form(
              MediaTypes.OCI_MANIFEST, type, options.created(), Map.of(), Optional.of(image), type);
      TagImage whole = TagImage.of(form, List.of(layer.descriptor()));
      shelf.putBlob(whole.config(), whole.configContent());
      manifest = whole.manifest();
    }
    shelf.putReferrer(manifest);
    return new Put(manifest.descriptor(), shelf.at(manifest.descriptor().digest()), true);
  }
}
