package dev.landwaiter.signing.store;

import dev.landwaiter.oci.Descriptor;
import java.io.IOException;

/// A layer that is to be added to a tag image.
///
/// @param sameAs is asked for each layer there with the same content and the same annotations but
///   for the signature; when it says yes, nothing is added
/// @param replaces is asked for each layer there; those it says yes to go
public record Addition(Layer layer, Test sameAs, Test replaces) {
  /// Judges one layer by type, digest and annotations.
  public interface Test {
    boolean of(Descriptor layer) throws IOException;
  }

  /// Added in any case, beside all others.
  public static Addition of(Layer layer) {
    return new Addition(layer, other -> false, other -> false);
  }
}
