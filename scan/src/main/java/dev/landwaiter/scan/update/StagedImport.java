package dev.landwaiter.scan.update;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A database that was checked and waits, under the lock of its folder, to be swapped in.
record StagedImport(DatabaseFolder folder, FolderLock lock, Staged staged, PulledRecord record)
    implements AutoCloseable {

  /// Stages a database and opens it once.
  ///
  /// @throws dev.landwaiter.oci.ImageException with INVALID when it cannot be used; nothing is left
  ///   of it then
  static StagedImport of(ImportedDatabase imported, String origin, Surroundings surroundings)
      throws IOException {
    var folder = new DatabaseFolder(imported.kind(), surroundings.cache());
    FolderLock lock = FolderLock.take(folder.path(), surroundings.waiting(), surroundings.said());
    try {
      Instant now = surroundings.waiting().clock().instant();
      Path stage = folder.stage();
      Files.move(imported.database(), stage.resolve(imported.make()));
      if (imported.metadata().isPresent()) {
        byte[] metadata = Files.readAllBytes(imported.metadata().get());
        new Unpacking(stage, origin, now).metadata(metadata);
      }
      var staged = new Staged(stage, imported.make(), imported.digest());
      Soundness.check(imported.kind(), staged, origin);
      var record = new PulledRecord(origin, Optional.empty(), now, List.of(imported.digest()));
      return new StagedImport(folder, lock, staged, record);
    } catch (IOException | RuntimeException e) {
      folder.clear();
      lock.close();
      throw e;
    }
  }

  /// Swaps it in.
  ///
  /// @return its path within the cache
  String install() throws IOException {
    folder.install(staged, record);
    return folder.path().getFileName() + "/" + staged.file();
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      folder.clear();
    }
  }
}
