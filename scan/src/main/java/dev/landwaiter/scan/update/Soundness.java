package dev.landwaiter.scan.update;

import dev.landwaiter.inventory.lang.java.JavaIndexFile;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.vulnerability.DatabaseException;
import dev.landwaiter.vulnerability.store.IndexDatabase;
import dev.landwaiter.vulnerability.store.TrivyDatabase;
import dev.landwaiter.vulnerability.store.TrivyMetadata;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

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
        TrivyMetadata metadata = TrivyMetadata.read(staged.folder());
        if (metadata.version() != kind.schema()) {
          throw new DatabaseException("it has schema " + metadata.version());
        }
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

  /// Nothing, when the database is not older than that.
  ///
  /// @throws ImageException with INVALID otherwise
  static void requireSince(Instant floor, Staged staged, String where) throws ImageException {
    Instant date = date(staged.folder()).orElse(Instant.MIN);
    if (date.isBefore(floor)) {
      throw new ImageException(
          ImageException.Code.INVALID,
          "%s holds a database of %s, older than the one that is here, of %s (db update --force"
                  .formatted(where, date, floor)
              + " takes it all the same)");
    }
  }

  /// The date of the database in a folder, if there is one that says it.
  static Optional<Instant> date(Path folder) {
    try {
      Path own = folder.resolve(OwnIndex.FILE);
      return Files.exists(folder.resolve(TrivyMetadata.FILE))
          ? TrivyMetadata.read(folder).updatedAt()
          : Files.exists(own) ? Optional.of(IndexDatabase.info(own).created()) : Optional.empty();
    } catch (DatabaseException e) {
      return Optional.empty();
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
