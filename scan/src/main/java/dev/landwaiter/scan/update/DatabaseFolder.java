package dev.landwaiter.scan.update;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.vulnerability.store.TrivyMetadata;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// The folder of one database in the cache, changed only under its [FolderLock].
///
/// A new database is written to the folder `.new` within, and when it is whole its files are moved
/// over the old ones, each at once. Whenever the process ends, the old database or the new one is
/// there, and what is left of `.new` goes with the next change.
final class DatabaseFolder {
  private static final String STAGE = ".new";

  private final DatabaseKind kind;
  private final Path folder;

  DatabaseFolder(DatabaseKind kind, Path cache) {
    this.kind = kind;
    this.folder = kind.folder(cache);
  }

  Path path() {
    return folder;
  }

  /// An empty folder to write a new database to.
  Path stage() throws IOException {
    Path stage = folder.resolve(STAGE);
    clear();
    return Files.createDirectory(stage);
  }

  /// Removes what an earlier change left.
  void clear() throws IOException {
    Path stage = folder.resolve(STAGE);
    if (!Files.isDirectory(stage, LinkOption.NOFOLLOW_LINKS)) {
      Files.deleteIfExists(stage);
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(stage)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(stage);
  }

  /// Moves a staged database into its place.
  void install(Staged staged, PulledRecord record) throws IOException {
    List<Digest> both = new ArrayList<>(record.digests());
    PulledRecord.read(folder).ifPresent(old -> both.addAll(old.digests()));
    write(new PulledRecord(record.origin(), record.manifest(), record.when(), both));
    boolean first = !Files.exists(folder.resolve(TrivyMetadata.FILE));
    // Without any metadata a database cannot be opened; new metadata beside an old database would
    // make it seem newer than it is.
    if (first && Files.exists(staged.folder().resolve(TrivyMetadata.FILE))) {
      Files.deleteIfExists(folder.resolve(staged.file()));
      move(staged, TrivyMetadata.FILE);
    }
    move(staged, staged.file());
    if (!first) {
      move(staged, TrivyMetadata.FILE);
    }
    for (String other : others(staged.file())) {
      Files.deleteIfExists(folder.resolve(other));
    }
    write(record);
    clear();
    force(folder);
  }

  /// The files of the other make, of which only one may be there.
  private List<String> others(String file) {
    if (kind != DatabaseKind.ADVISORIES) {
      return List.of();
    }
    return file.equals(OwnIndex.FILE)
        ? List.of(kind.file(), TrivyMetadata.FILE)
        : List.of(OwnIndex.FILE);
  }

  private void move(Staged staged, String name) throws IOException {
    Path file = staged.folder().resolve(name);
    if (Files.exists(file)) {
      force(file);
      Files.move(file, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private void write(PulledRecord record) throws IOException {
    Path file = folder.resolve(STAGE).resolve(PulledRecord.FILE);
    try (var channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap(record.toJson());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(file, folder.resolve(PulledRecord.FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  /// Waits until the content is on the disk, so that a move never comes before it.
  private static void force(Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
