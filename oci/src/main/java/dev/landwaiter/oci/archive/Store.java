package dev.landwaiter.oci.archive;

import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Fields;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import java.io.IOException;
import java.io.InputStream;

/// The files of an archive or a folder by their cleaned paths; safe for several threads.
interface Store extends AutoCloseable {
  /// What users call it.
  String name();

  /// Number of bytes of a regular file, links followed, or -1 when there is none.
  long size(String path) throws IOException;

  /// The first bytes of a file that is there.
  byte[] head(String path, int most) throws IOException;

  /// The bytes of a file that is there.
  InputStream open(String path) throws IOException;

  @Override
  void close() throws IOException;

  default boolean has(String path) throws IOException {
    return size(path) >= 0;
  }

  /// A whole file within a limit.
  ///
  /// @throws ImageException with NOT_FOUND or LIMIT
  default byte[] read(String path, Limit limit, Limits limits) throws IOException {
    long size = size(path);
    if (size < 0) {
      throw missing(path);
    }
    String where = name() + ": " + Fields.shown(path);
    limits.check(limit, size, where);
    try (InputStream file = open(path)) {
      byte[] bytes = file.readNBytes((int) size + 1);
      if (bytes.length != size) {
        throw Fields.invalid(where + ": its size changed while it was read");
      }
      return bytes;
    }
  }

  /// The content that a descriptor points at, verified.
  default byte[] blob(Descriptor descriptor, Limit limit, Limits limits) throws IOException {
    String path = blobPath(descriptor);
    String where = name() + ": " + path;
    limits.check(limit, descriptor.size(), where);
    byte[] content =
        descriptor.embedded().isPresent() && !has(path)
            ? descriptor.embedded().get()
            : read(path, limit, limits);
    descriptor.verify(where, content);
    return content;
  }

  /// Where a layout keeps the content of a descriptor.
  static String blobPath(Descriptor descriptor) {
    return "blobs/" + descriptor.digest().algorithm() + "/" + descriptor.digest().encoded();
  }

  default ImageException missing(String path) {
    return new ImageException(
        ImageException.Code.NOT_FOUND, name() + ": there is no file '" + Fields.shown(path) + "'");
  }
}
