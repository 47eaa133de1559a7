package dev.landwaiter.oci.registry;

import java.io.IOException;
import java.io.InputStream;

/// Gives the bytes of a blob from their start, as often as asked.
public interface BlobSource {
  InputStream open() throws IOException;
}
