package dev.landwaiter.signing.store;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.Refusal;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Relaxation;
import dev.landwaiter.signing.bundle.BundleReader;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.LegacyLayer;
import java.util.Set;

/// One thing that was found for an image. Nothing of it is verified but that its bytes are those of
/// its descriptor.
public sealed interface Found {
  Kind kind();

  /// The manifest that carries it.
  Digest carrier();

  /// Its layer: type, digest, size and annotations.
  Descriptor layer();

  /// For reports: the carrying manifest, and the layer where there may be several.
  default String origin() {
    return kind() == Kind.BUNDLE ? carrier().toString() : carrier() + " layer " + layer().digest();
  }

  /// What a verifier is given.
  ///
  /// @param relaxed what the caller asked not to be checked
  /// @throws RefusedException when it could not be had, or is malformed, or is no signature
  Evidence evidence(Set<Relaxation> relaxed) throws RefusedException;

  /// It was downloaded.
  ///
  /// @param content the bytes of the layer, as its descriptor promises
  record Whole(Kind kind, Digest carrier, Descriptor layer, Bytes content) implements Found {
    @Override
    public Evidence evidence(Set<Relaxation> relaxed) throws RefusedException {
      try {
        return read(relaxed);
      } catch (RuntimeException | StackOverflowError e) {
        // A mistake of ours over one is no reason to leave out the others.
        throw new RefusedException(Refusal.ofMistake(e).in(origin()));
      }
    }

    private Evidence read(Set<Relaxation> relaxed) throws RefusedException {
      return switch (kind) {
        case SIGNATURE -> LegacyLayer.signature(origin(), layer.annotations(), content);
        case ATTESTATION -> LegacyLayer.attestation(origin(), layer.annotations(), content);
        case BUNDLE -> modern(BundleReader.read(origin(), content, relaxed));
        case SBOM ->
            throw new RefusedException(
                FailureClass.PARSE, origin() + ": an inventory is no signature");
      };
    }

    /// Registries never held older bundles.
    private static Evidence modern(Evidence evidence) throws RefusedException {
      if (evidence.form() != Evidence.Form.BUNDLE_0_3) {
        throw new RefusedException(
            FailureClass.PARSE,
            evidence.origin() + ": a bundle in a registry must be of version 0.3",
            Evidence.Form.BUNDLE_0_3.name(),
            evidence.form().name());
      }
      return evidence;
    }
  }

  /// It is there, but could not be had: too large, not the bytes that its descriptor promises, or
  /// the place failed.
  record Damaged(Kind kind, Digest carrier, Descriptor layer, Refusal refusal) implements Found {
    @Override
    public Evidence evidence(Set<Relaxation> relaxed) throws RefusedException {
      throw new RefusedException(refusal);
    }
  }
}
