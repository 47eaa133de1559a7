package dev.landwaiter.oci.archive;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.ImageLayer;
import java.io.IOException;
import java.io.InputStream;

/// A layer in a store.
record StoredLayer(Store store, String path, String digest, Digest diffId, long storedSize)
    implements ImageLayer {
  @Override
  public InputStream open() throws IOException {
    return store.open(path);
  }
}
