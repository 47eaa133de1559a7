package dev.landwaiter.signing.store.place;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Manifest;
import dev.landwaiter.oci.MediaTypes;
import dev.landwaiter.oci.registry.Stored;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.Refusal;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.store.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Fetches the layers of artifacts of one type that refer to an image.
///
/// @param largest the most bytes of one layer
record Attaching(Shelf shelf, Limits limits, String artifactType, long largest) {
  private static final long LARGEST_MANIFEST = 1 << 20;

  List<Attachment> all(Digest subject, int most) throws IOException {
    Map<Digest, Descriptor> listed = new LinkedHashMap<>();
    for (Descriptor each : shelf.referrers(subject)) {
      if (MediaTypes.isImage(each.mediaType()) && each.size() <= LARGEST_MANIFEST) {
        listed.putIfAbsent(each.digest(), each);
      }
    }
    if (listed.size() > Gathering.REFERRERS) {
      throw new RefusedException(
          FailureClass.LIMIT,
          "%s: more than %d manifests refer to it"
              .formatted(shelf.at(subject), Gathering.REFERRERS));
    }
    List<Attachment> all = new ArrayList<>();
    for (Descriptor each : listed.values()) {
      if (all.size() == most) {
        break;
      }
      one(each, subject).ifPresent(all::add);
    }
    return all;
  }

  private Optional<Attachment> one(Descriptor listed, Digest subject) throws IOException {
    try {
      // What a list says about types may be wrong; the manifest decides.
      Stored stored = shelf.manifest(listed);
      if (!(stored.document(limits) instanceof Manifest manifest)
          || manifest.subject().isEmpty()
          || !manifest.subject().get().digest().equals(subject)
          || !manifest.effectiveArtifactType().equals(artifactType)
          || manifest.layers().size() != 1) {
        return Optional.empty();
      }
      return Optional.of(layer(listed.digest(), manifest.layers().getFirst()));
    } catch (ImageException e) {
      if (!listed.artifactType().isEmpty() && !listed.artifactType().equals(artifactType)) {
        return Optional.empty();
      }
      return Optional.of(
          new Attachment(listed.digest(), listed, Bytes.EMPTY, Optional.of(Troubles.refusal(e))));
    }
  }

  private Attachment layer(Digest carrier, Descriptor layer) {
    if (layer.size() > largest) {
      Refusal refusal =
          Refusal.of(
              FailureClass.LIMIT,
              "layer %s: %d bytes are more than %d"
                  .formatted(layer.digest(), layer.size(), largest));
      return new Attachment(carrier, layer, Bytes.EMPTY, Optional.of(refusal));
    }
    try (InputStream in = shelf.blob(layer)) {
      byte[] content = in.readNBytes(Math.toIntExact(layer.size() + 1));
      layer.verify("layer " + layer.digest(), content);
      return new Attachment(carrier, layer, Bytes.of(content), Optional.empty());
    } catch (IOException e) {
      return new Attachment(carrier, layer, Bytes.EMPTY, Optional.of(Troubles.refusal(e)));
    }
  }
}
