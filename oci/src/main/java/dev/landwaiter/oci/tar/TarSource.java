package dev.landwaiter.oci.tar;

import java.io.IOException;

/// The bytes of a tar archive from its start to its end, some read and some passed over.
public interface TarSource {
  /// Fills the array with the next bytes; false when there is not a single byte more.
  ///
  /// @throws dev.landwaiter.oci.ImageException with INVALID when the bytes end within
  boolean block(byte[] into) throws IOException;

  /// Fills a part of the array; the bytes must be there, as for [#block].
  void read(byte[] into, int offset, int length) throws IOException;

  /// Passes over bytes, which must be there, as for [#block].
  void skip(long bytes) throws IOException;
}
