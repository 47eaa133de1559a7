package dev.landwaiter.signing.store.place;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Manifest;
import dev.landwaiter.oci.registry.Stored;
import dev.landwaiter.signing.store.BundleFacts;
import dev.landwaiter.signing.store.Kind;
import dev.landwaiter.signing.store.Layer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a manifest that refers to an image holds for us.
///
/// @param carrier its digest
record Referring(Kind kind, Digest carrier, List<Descriptor> layers) {
  static final String SIGNATURE_ARTIFACT = "application/vnd.dev.cosign.artifact.sig.v1+json";
  static final String SBOM_ARTIFACT = "application/vnd.dev.cosign.artifact.sbom.v1+json";

  /// Reads a manifest.
  ///
  /// @return nothing when it is about another image or holds something else
  static Optional<Referring> read(Stored stored, Digest subject, Limits limits) throws IOException {
    if (!(stored.document(limits) instanceof Manifest manifest)
        || manifest.subject().isEmpty()
        || !manifest.subject().get().digest().equals(subject)) {
      return Optional.empty();
    }
    Digest carrier = stored.descriptor().digest();
    List<Descriptor> layers = manifest.layers();
    if (layers.size() == 1 && isBundle(layers.getFirst())) {
      return Optional.of(
          new Referring(Kind.BUNDLE, carrier, List.of(about(layers.getFirst(), manifest))));
    }
    return legacy(manifest).map(kind -> new Referring(kind, carrier, layers));
  }

  private static boolean isBundle(Descriptor layer) {
    return layer.mediaType().startsWith(BundleFacts.BUNDLE_TYPES);
  }

  /// The layer with what the manifest says about it, in place of its own annotations.
  private static Descriptor about(Descriptor layer, Manifest manifest) {
    Map<String, String> kept = new LinkedHashMap<>();
    for (String key :
        List.of(
            BundleFacts.CONTENT_ANNOTATION,
            BundleFacts.PREDICATE_ANNOTATION,
            BundleFacts.CREATED_ANNOTATION)) {
      String value = manifest.annotations().getOrDefault(key, "");
      if (!value.isEmpty()) {
        kept.put(key, value);
      }
    }
    return new Descriptor(
        layer.mediaType(),
        layer.digest(),
        layer.size(),
        List.of(),
        kept,
        layer.data(),
        Optional.empty(),
        "");
  }

  private static Optional<Kind> legacy(Manifest manifest) {
    String type = manifest.effectiveArtifactType();
    if (type.equals(SIGNATURE_ARTIFACT)
        || manifest.config().mediaType().equals(SIGNATURE_ARTIFACT)) {
      return Optional.of(Kind.SIGNATURE);
    }
    if (type.equals(SBOM_ARTIFACT) || manifest.config().mediaType().equals(SBOM_ARTIFACT)) {
      return Optional.of(Kind.SBOM);
    }
    boolean envelopes =
        !manifest.layers().isEmpty()
            && manifest.layers().stream().allMatch(layer -> layer.mediaType().equals(Layer.DSSE));
    return envelopes ? Optional.of(Kind.ATTESTATION) : Optional.empty();
  }
}
