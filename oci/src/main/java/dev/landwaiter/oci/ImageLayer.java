package dev.landwaiter.oci;

import dev.landwaiter.base.digest.Digest;
import java.io.IOException;
import java.io.InputStream;

/// One layer of an image, as it is stored where the image comes from.
public interface ImageLayer {
  /// Digest of the stored bytes, `ALGORITHM:HEX`; empty where they have none, as for the plain
  /// layers of a `docker save` archive.
  String digest();

  /// Digest of the uncompressed tar, from the image configuration.
  Digest diffId();

  /// Number of stored bytes, or -1 when unknown.
  long storedSize();

  /// Opens the stored bytes from their start. Nothing is verified here:
  /// [dev.landwaiter.oci.layer.LayerPass] does.
  InputStream open() throws IOException;
}
