package dev.landwaiter.scan.database;

import dev.landwaiter.vulnerability.source.DebPackage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// Keeps the changelogs of packages that were fetched, by the digest of the package, so that a
/// build that was broken off goes on where it stopped. An empty file says that a package has none.
///
/// @param folder made when it is needed
record ChangelogCache(Path folder) {
  private static final int PACKED_LIMIT = 16 << 20;

  /// What is known of a package: nothing, or its changelog if it has one.
  ///
  /// @param sha256 64 hex digits
  Optional<Optional<byte[]>> find(String sha256) throws IOException {
    Path file = folder.resolve(sha256 + ".gz");
    if (!Files.isRegularFile(file) || Files.size(file) > PACKED_LIMIT) {
      return Optional.empty();
    }
    byte[] packed = Files.readAllBytes(file);
    return Optional.of(
        packed.length == 0
            ? Optional.empty()
            : Optional.of(DebPackage.unpack(file.toString(), packed)));
  }

  void put(String sha256, Optional<byte[]> changelog) throws IOException {
    Files.createDirectories(folder);
    Path temporary = Files.createTempFile(folder, ".changelog-", ".tmp");
    try {
      var packed = new ByteArrayOutputStream();
      if (changelog.isPresent()) {
        try (var gzip = new GZIPOutputStream(packed)) {
          gzip.write(changelog.get());
        }
      }
      Files.write(temporary, packed.toByteArray());
      Files.move(temporary, folder.resolve(sha256 + ".gz"), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
