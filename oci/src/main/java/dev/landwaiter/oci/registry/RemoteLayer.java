package dev.landwaiter.oci.registry;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.ImageLayer;
import java.io.IOException;
import java.io.InputStream;

/// A layer that is streamed from the registry each time it is opened.
record RemoteLayer(Repository repository, Descriptor descriptor, Digest diffId)
    implements ImageLayer {
  @Override
  public String digest() {
    return descriptor.digest().toString();
  }

  @Override
  public long storedSize() {
    return descriptor.size();
  }

  @Override
  public InputStream open() throws IOException {
    return repository.unverified(descriptor, "layer " + descriptor.digest());
  }
}
