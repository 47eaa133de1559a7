package dev.landwaiter.scan.update;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.vulnerability.DatabaseException;
import dev.landwaiter.vulnerability.store.IndexDatabase;
import dev.landwaiter.vulnerability.store.TrivyMetadata;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads databases from a file into the cache: an export of ours, or the layer of a published
/// database as others have saved it (`db.tar.gz`, `javadb.tar.gz`). Everything is unpacked and
/// checked before anything is swapped in.
public final class DatabaseImport {
  private static final String BUILT = DatabaseExport.INDEX_FOLDER + "/";

  private final Surroundings surroundings;

  public DatabaseImport(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// Imports the file.
  ///
  /// @return the paths within the cache that are new
  /// @throws ImageException with INVALID when the file is damaged or holds no database
  public List<String> read(Path file) throws IOException {
    Path scratch = surroundings.cache().resolve("import");
    try (var _ = lock(scratch)) {
      empty(scratch);
      try {
        var archive =
            new ImportArchive(
                file.toString(), scratch, DatabaseImport::wanted, ImportArchive.SIZE_LIMIT);
        Map<String, Path> files = archive.read(file);
        verifyBuilt(files);
        List<String> done = new ArrayList<>(swapIn(file.toString(), archive, files));
        done.addAll(built(files));
        if (done.isEmpty()) {
          throw new ImageException(
              ImageException.Code.INVALID,
              file + " holds no database: wanted is what db export wrote, or a db.tar.gz");
        }
        return done;
      } finally {
        empty(scratch);
      }
    }
  }

  /// Checks all databases, and only then swaps them in.
  private List<String> swapIn(String origin, ImportArchive archive, Map<String, Path> files)
      throws IOException {
    List<StagedImport> staged = new ArrayList<>();
    try {
      for (DatabaseKind kind : DatabaseKind.values()) {
        Optional<ImportedDatabase> found = find(kind, archive, files);
        if (found.isPresent()) {
          requireMetadata(found.get(), origin);
          staged.add(StagedImport.of(found.get(), origin, surroundings));
        }
      }
      List<String> done = new ArrayList<>();
      for (StagedImport each : staged) {
        done.add(each.install());
      }
      return done;
    } finally {
      for (StagedImport each : staged) {
        each.close();
      }
    }
  }

  /// Without it nobody could tell how old a database of Trivy is.
  private static void requireMetadata(ImportedDatabase found, String origin) throws ImageException {
    if (found.metadata().isEmpty() && !found.make().equals(OwnIndex.FILE)) {
      throw new ImageException(
          ImageException.Code.INVALID,
          "%s holds %s without its %s".formatted(origin, found.make(), TrivyMetadata.FILE));
    }
  }

  private FolderLock lock(Path folder) throws IOException {
    return FolderLock.take(folder, surroundings.waiting(), surroundings.said());
  }

  private static void empty(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[0-9]*")) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }

  private static boolean wanted(String path) {
    return isBuilt(path)
        || Arrays.stream(DatabaseKind.values())
            .anyMatch(kind ->
                prefixes(kind).stream()
                    .anyMatch(prefix ->
                        path.equals(prefix + TrivyMetadata.FILE)
                            || makes(kind).stream().map(prefix::concat).anyMatch(path::equals)));
  }

  private static boolean isBuilt(String path) {
    return path.startsWith(BUILT)
        && DatabaseExport.BUILT.matcher(path.substring(BUILT.length())).matches();
  }

  /// Where a kind's files lie in an export and in a published layer.
  private static List<String> prefixes(DatabaseKind kind) {
    return List.of(kind.folder(Path.of("")) + "/", "");
  }

  private static List<String> makes(DatabaseKind kind) {
    return kind == DatabaseKind.ADVISORIES
        ? List.of(kind.file(), OwnIndex.FILE)
        : List.of(kind.file());
  }

  /// The database of a kind, if there is one.
  private static Optional<ImportedDatabase> find(
      DatabaseKind kind, ImportArchive archive, Map<String, Path> files) {
    for (String prefix : prefixes(kind)) {
      for (String make : makes(kind)) {
        Path database = files.get(prefix + make);
        if (database != null) {
          var metadata = Optional.ofNullable(files.get(prefix + TrivyMetadata.FILE));
          Digest digest = archive.digest(prefix + make);
          return Optional.of(new ImportedDatabase(kind, make, database, digest, metadata));
        }
      }
    }
    return Optional.empty();
  }

  private static void verifyBuilt(Map<String, Path> files) throws ImageException {
    for (Map.Entry<String, Path> file : files.entrySet()) {
      if (isBuilt(file.getKey())) {
        try {
          IndexDatabase.verify(file.getValue());
        } catch (DatabaseException e) {
          throw new ImageException(ImageException.Code.INVALID, String.valueOf(e.getMessage()), e);
        }
      }
    }
  }

  private List<String> built(Map<String, Path> files) throws IOException {
    List<String> done = new ArrayList<>();
    Path folder = surroundings.cache().resolve(DatabaseExport.INDEX_FOLDER);
    for (Map.Entry<String, Path> file : files.entrySet()) {
      if (isBuilt(file.getKey())) {
        Files.createDirectories(folder);
        Path target = folder.resolve(file.getKey().substring(BUILT.length()));
        Files.move(file.getValue(), target, StandardCopyOption.ATOMIC_MOVE);
        done.add(file.getKey());
      }
    }
    return done;
  }
}
