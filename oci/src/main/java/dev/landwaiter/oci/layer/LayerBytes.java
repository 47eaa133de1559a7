package dev.landwaiter.oci.layer;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.ImageException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;

/// The uncompressed bytes of a layer, hashed on their way to the tar reader.
final class LayerBytes extends InputStream {
  private final InputStream uncompressed;
  private final Digest diffId;
  private final LayerHash hash;

  LayerBytes(InputStream uncompressed, Digest diffId) {
    this.uncompressed = uncompressed;
    this.diffId = diffId;
    hash = LayerHash.of(diffId);
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int part = uncompressed.read(into, offset, length);
    if (part > 0) {
      hash.update(into, offset, part);
    }
    return part;
  }

  /// Checks the digest of the uncompressed layer once all is read.
  ///
  /// @throws ImageException with DIGEST_MISMATCH
  void verify(String where) throws ImageException {
    var actual = new Digest(diffId.algorithm(), HexFormat.of().formatHex(hash.digest()));
    if (!actual.equals(diffId)) {
      throw Descriptor.mismatch(where + " (uncompressed)", diffId.toString(), actual.toString());
    }
  }
}
