package dev.landwaiter.signing.store.place;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Document;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Index;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Manifest;
import dev.landwaiter.oci.registry.Stored;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.store.BundleFacts;
import dev.landwaiter.signing.store.Carried;
import dev.landwaiter.signing.store.Kind;
import dev.landwaiter.signing.store.StoreOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lists what belongs to an image without its content.
record Belonging(Shelf shelf, StoreOptions options, Limits limits) {
  List<Carried> list(Digest subject) throws IOException {
    List<Carried> all = new ArrayList<>();
    for (Kind kind : List.of(Kind.SIGNATURE, Kind.SBOM, Kind.ATTESTATION)) {
      String tag = AttachedTag.of(options.tagPrefix(), subject, kind);
      for (Stored stored : shelf.tagged(kind, tag)) {
        if (stored.document(limits) instanceof Manifest manifest) {
          all.add(
              new Carried(
                  Optional.of(kind),
                  tag,
                  shelf.at(tag),
                  manifest.effectiveArtifactType(),
                  stored.descriptor(),
                  manifest.layers()));
        }
      }
    }
    Map<Digest, Descriptor> listed = new LinkedHashMap<>();
    for (Descriptor each : shelf.referrers(subject)) {
      listed.putIfAbsent(each.digest(), each);
    }
    if (listed.size() > Gathering.REFERRERS) {
      throw new RefusedException(
          FailureClass.LIMIT,
          "%s: more than %d manifests refer to it"
              .formatted(shelf.at(subject), Gathering.REFERRERS));
    }
    List<Descriptor> once = List.copyOf(listed.values());
    for (Optional<Carried> each :
        Downloads.all(once, options.workers(), descriptor -> referrer(descriptor, subject))) {
      each.ifPresent(all::add);
    }
    return all;
  }

  /// What is damaged, gone or about another image is not listed.
  private Optional<Carried> referrer(Descriptor listed, Digest subject) throws IOException {
    try {
      Stored stored = shelf.manifest(listed);
      Document document = stored.document(limits);
      boolean about =
          document.subject().isPresent() && document.subject().get().digest().equals(subject);
      if (!about) {
        return Optional.empty();
      }
      return Optional.of(
          new Carried(
              Referring.read(stored, subject, limits).map(Referring::kind),
              "",
              shelf.at(listed.digest()),
              type(document),
              stored.descriptor(),
              document instanceof Manifest manifest ? manifest.layers() : List.of()));
    } catch (ImageException e) {
      if (Troubles.refusal(e).kind() == FailureClass.TRANSPORT) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static String type(Document document) {
    String predicate = document.annotations().getOrDefault(BundleFacts.PREDICATE_ANNOTATION, "");
    if (!predicate.isEmpty()) {
      return predicate;
    }
    // A switch over types is linked at every start anew.
    return document instanceof Manifest manifest
        ? manifest.effectiveArtifactType()
        : ((Index) document).artifactType();
  }
}
