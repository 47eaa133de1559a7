package dev.landwaiter.signing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Relaxation;
import dev.landwaiter.testing.Shared;
import java.nio.file.Files;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FoundTest {
  /// A set that is a mistake.
  private static final class Broken extends AbstractSet<Relaxation> {
    @Override
    public boolean contains(Object other) {
      throw new IllegalStateException("of ours");
    }

    @Override
    public Iterator<Relaxation> iterator() {
      throw new IllegalStateException("of ours");
    }

    @Override
    public int size() {
      return 1;
    }
  }

  @Test
  void aMistakeOfOursInReadingOneIsItsRefusal() throws Exception {
    byte[] bundle =
        Files.readAllBytes(Shared.path("conformance/cosign/out/blob-empty.sigstore.json"));
    Digest digest = Digest.sha256(bundle);
    var found =
        new Found.Whole(
            Kind.BUNDLE,
            digest,
            Descriptor.of(BundleFacts.BUNDLE_TYPE, digest, bundle.length),
            Bytes.of(bundle));
    found.evidence(Set.of());
    assertThatThrownBy(() -> found.evidence(new Broken()))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.PARSE))
        .hasMessageContaining("mistake in Landwaiter");
  }
}
