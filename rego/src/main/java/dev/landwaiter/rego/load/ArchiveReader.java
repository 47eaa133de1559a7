package dev.landwaiter.rego.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;

/// Reads archives of bundles (`.tar.gz`); whoever has a reader of archives hands one in.
public interface ArchiveReader {
  /// The files of an archive by their names, without a leading slash.
  ///
  /// @throws IOException when it cannot be read or passes a limit
  SortedMap<String, byte[]> read(Path archive) throws IOException;

  /// For whoever has none: every archive is refused.
  ArchiveReader NONE =
      archive -> {
        throw new IOException(archive + ": archives cannot be read here");
      };
}
