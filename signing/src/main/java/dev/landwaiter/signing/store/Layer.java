package dev.landwaiter.signing.store;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.signing.Bytes;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One signature or attestation of the older form, ready to be put into a tag image.
///
/// @param annotations by the keys that [dev.landwaiter.signing.bundle.LegacyLayer] names, sorted as
///   they are written
public record Layer(String mediaType, Bytes content, Map<String, String> annotations) {
  /// A payload of simple signing.
  public static final String SIMPLE_SIGNING = "application/vnd.dev.cosign.simplesigning.v1+json";

  /// A DSSE envelope.
  public static final String DSSE = "application/vnd.dsse.envelope.v1+json";

  /// The type of an attestation's predicate.
  public static final String PREDICATE_TYPE = "predicateType";

  public Layer {
    annotations = Collections.unmodifiableMap(new TreeMap<>(annotations));
  }

  public Descriptor descriptor() {
    return new Descriptor(
        mediaType,
        Digest.sha256(content.toArray()),
        content.size(),
        List.of(),
        annotations,
        "",
        Optional.empty(),
        "");
  }
}
