package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.signing.Bytes;
import java.io.IOException;
import java.util.Optional;

/// What was trusted before. It is read as strictly as what a mirror gives.
interface MetadataCache {
  /// A file; nothing where it is missing or larger than the limit.
  ///
  /// @param name a plain name of a file, or `targets/` and the path of a target
  Optional<Bytes> load(String name, int limit) throws IOException;

  /// Writes a file, wholly or not at all.
  void save(String name, Bytes content) throws IOException;

  void remove(String name) throws IOException;
}
