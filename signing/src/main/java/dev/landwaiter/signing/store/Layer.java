package dev.landwaiter.signing.store;

import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.signing.Bytes;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One signature or attestation of the older form, ready to be put into a tag image.
///
/// @param annotations sorted by key, as they are written
public record Layer(String mediaType, Bytes content, Map<String, String> annotations) {
  /// A payload of simple signing.
  public static final String SIMPLE_SIGNING = "application/vnd.dev.cosign.simplesigning.v1+json";

  /// A DSSE envelope.
  public static final String DSSE = "application/vnd.dsse.envelope.v1+json";

  /// Base64 of the signature over the payload; empty on attestations.
  public static final String SIGNATURE = "dev.cosignproject.cosign/signature";

  /// The leaf certificate, PEM.
  public static final String CERTIFICATE = "dev.sigstore.cosign/certificate";

  /// The certificates above the leaf, PEM, the root last.
  public static final String CHAIN = "dev.sigstore.cosign/chain";

  /// JSON of the entry in the transparency log with its promise.
  public static final String LOG = "dev.sigstore.cosign/bundle";

  /// JSON of the timestamp.
  public static final String TIMESTAMP = "dev.sigstore.cosign/rfc3161timestamp";

  /// The type of an attestation's predicate.
  public static final String PREDICATE_TYPE = "predicateType";

  public Layer {
    annotations = Collections.unmodifiableMap(new TreeMap<>(annotations));
  }

  public Descriptor descriptor() {
    return new Descriptor(
        mediaType,
        dev.landwaiter.base.digest.Digest.sha256(content.toArray()),
        content.size(),
        List.of(),
        annotations,
        "",
        Optional.empty(),
        "");
  }
}
