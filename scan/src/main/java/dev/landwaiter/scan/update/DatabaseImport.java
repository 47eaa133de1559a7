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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads databases from a file into the cache: an export of ours, or the layer of a published
/// database as others have saved it (`db.tar.gz`, `javadb.tar.gz`). Everything is unpacked and
/// checked before anything is swapped in.
public final class DatabaseImport {
  private static final String BUILT = DatabaseExport.INDEX_FOLDER + "/";
  private static final Pattern BUILT_NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,80}\\.idx");

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
        var archive = new ImportArchive(file.toString(), scratch, DatabaseImport::wanted);
        Map<String, Path> files = archive.read(file);
        List<String> done = new ArrayList<>();
        for (DatabaseKind kind : DatabaseKind.values()) {
          install(kind, file.toString(), archive, files).ifPresent(done::add);
        }
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
    return path.startsWith(BUILT) && BUILT_NAME.matcher(path.substring(BUILT.length())).matches();
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

  /// Checks the database of a kind, if there is one, and swaps it in.
  private Optional<String> install(
      DatabaseKind kind, String origin, ImportArchive archive, Map<String, Path> files)
      throws IOException {
    for (String prefix : prefixes(kind)) {
      for (String make : makes(kind)) {
        Path database = files.get(prefix + make);
        if (database != null) {
          var metadata = Optional.ofNullable(files.get(prefix + TrivyMetadata.FILE));
          Digest digest = archive.digest(prefix + make);
          return Optional.of(install(kind, origin, new Found(make, database, digest, metadata)));
        }
      }
    }
    return Optional.empty();
  }

  private record Found(String make, Path database, Digest digest, Optional<Path> metadata) {}

  private String install(DatabaseKind kind, String origin, Found found) throws IOException {
    var folder = new DatabaseFolder(kind, surroundings.cache());
    try (var _ = lock(folder.path())) {
      Instant now = surroundings.waiting().clock().instant();
      Path stage = folder.stage();
      Files.move(found.database(), stage.resolve(found.make()));
      if (found.metadata().isPresent()) {
        new Unpacking(stage, origin, now).metadata(Files.readAllBytes(found.metadata().get()));
      }
      var staged = new Staged(stage, found.make(), found.digest());
      try {
        Soundness.check(kind, staged, origin);
        folder.install(
            staged, new PulledRecord(origin, Optional.empty(), now, List.of(found.digest())));
      } finally {
        folder.clear();
      }
      return folder.path().getFileName() + "/" + found.make();
    }
  }

  private List<String> built(Map<String, Path> files) throws IOException {
    List<String> done = new ArrayList<>();
    Path folder = surroundings.cache().resolve(DatabaseExport.INDEX_FOLDER);
    for (Map.Entry<String, Path> file : files.entrySet()) {
      if (isBuilt(file.getKey())) {
        try {
          IndexDatabase.verify(file.getValue());
        } catch (DatabaseException e) {
          throw new ImageException(ImageException.Code.INVALID, String.valueOf(e.getMessage()), e);
        }
        Files.createDirectories(folder);
        Path target = folder.resolve(file.getKey().substring(BUILT.length()));
        Files.move(file.getValue(), target, StandardCopyOption.ATOMIC_MOVE);
        done.add(file.getKey());
      }
    }
    return done;
  }
}
