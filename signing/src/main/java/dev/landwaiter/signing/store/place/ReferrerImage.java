package dev.landwaiter.signing.store.place;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.MediaTypes;
import dev.landwaiter.oci.registry.Stored;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.store.BundleFacts;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The manifest that carries one content for an image, with an empty configuration.
record ReferrerImage(Stored manifest) {
  static final Bytes EMPTY = Bytes.utf8("{}");

  /// The empty configuration. cosign writes the type of the artifact into it, too, and its `clean`
  /// looks for it there.
  static Descriptor config(String artifactType) {
    return new Descriptor(
        MediaTypes.OCI_EMPTY,
        Digest.sha256(EMPTY.toArray()),
        EMPTY.size(),
        List.of(),
        Map.of(),
        "",
        Optional.empty(),
        artifactType);
  }

  /// @param subject as it was served
  static ReferrerImage of(
      Descriptor subject, String artifactType, Descriptor layer, Map<String, String> annotations) {
    byte[] body =
        ManifestJson.manifest(
            new ManifestJson.Parts(
                MediaTypes.OCI_MANIFEST,
                config(artifactType),
                List.of(layer),
                annotations,
                Optional.of(subject),
                artifactType));
    return new ReferrerImage(
        new Stored(Descriptor.of(MediaTypes.OCI_MANIFEST, Digest.sha256(body), body.length), body));
  }

  /// What the manifest of a bundle says about it.
  static Map<String, String> annotations(BundleFacts facts) {
    Map<String, String> all = new TreeMap<>();
    all.put(BundleFacts.CONTENT_ANNOTATION, facts.content());
    if (!facts.predicateType().isEmpty()) {
      all.put(BundleFacts.PREDICATE_ANNOTATION, facts.predicateType());
    }
    all.put(
        BundleFacts.CREATED_ANNOTATION, facts.created().truncatedTo(ChronoUnit.SECONDS).toString());
    return all;
  }
}
