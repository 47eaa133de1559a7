package dev.landwaiter.scan.update;

import dev.landwaiter.inventory.lang.java.JavaIndexFile;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.vulnerability.DatabaseException;
import dev.landwaiter.vulnerability.store.IndexDatabase;
import dev.landwaiter.vulnerability.store.TrivyDatabase;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// Opens a staged database as a scan would, before it takes the place of another.
final class Soundness {
  private Soundness() {}

  /// Nothing, when the database can be used.
  ///
  /// @throws ImageException with INVALID otherwise
  static void check(DatabaseKind kind, Staged staged, String where) throws IOException {
    Path file = staged.folder().resolve(staged.file());
    try {
      if (staged.file().equals(OwnIndex.FILE)) {
        IndexDatabase.verify(file);
      } else if (kind == DatabaseKind.JAVA) {
        java(file);
      } else {
        advisories(staged.folder());
      }
    } catch (DatabaseException | dev.landwaiter.inventory.database.DatabaseException e) {
      throw new ImageException(
          ImageException.Code.INVALID,
          "%s holds no usable %s: %s".formatted(where, kind.title(), e.getMessage()),
          e);
    }
  }

  private static void advisories(Path folder) {
    try (var database = TrivyDatabase.open(folder)) {
      if (database.buckets().isEmpty()) {
        throw new DatabaseException("it has no advisories at all");
      }
    }
  }

  private static void java(Path file)
      throws IOException, dev.landwaiter.inventory.database.DatabaseException {
    try (var arena = Arena.ofConfined();
        var channel = FileChannel.open(file)) {
      var mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      new JavaIndexFile(mapped, "").groupOf("", "");
    }
  }
}
