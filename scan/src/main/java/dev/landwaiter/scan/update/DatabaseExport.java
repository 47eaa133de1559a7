package dev.landwaiter.scan.update;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.text.Reason;
import dev.landwaiter.oci.archive.WholeFile;
import dev.landwaiter.oci.tar.TarWriter;
import dev.landwaiter.vulnerability.store.TrivyMetadata;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// Packs all databases of a cache into one file, to be carried to a machine without a network and
/// read there with [DatabaseImport].
public final class DatabaseExport {
  static final String INDEX_FOLDER = "index";

  /// The names of indexes that are carried; hidden files are somebody's work in progress.
  static final Pattern BUILT = Pattern.compile("[^./\\p{Cntrl}][^/\\p{Cntrl}]{0,200}\\.idx");

  private final Surroundings surroundings;

  public DatabaseExport(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// Writes the export.
  ///
  /// @param target gzipped where its name ends in `.gz` or `.tgz`
  /// @return the paths that are in it
  /// @throws IOException when there is nothing to export, or the target cannot be written; no part
  ///   of it is left then
  public List<String> write(Path target) throws IOException {
    Path cache = surroundings.cache();
    var advisories = DatabaseKind.ADVISORIES.folder(cache);
    var java = DatabaseKind.JAVA.folder(cache);
    try (var _ = FolderLock.take(advisories, surroundings.waiting(), surroundings.said());
        var _ = FolderLock.take(java, surroundings.waiting(), surroundings.said())) {
      List<Path> files = files(cache);
      if (files.isEmpty()) {
        throw new IOException("there is no database in " + cache + " to export");
      }
      try (WholeFile whole = WholeFile.begin(target)) {
        pack(cache, files, whole.part(), target.toString());
        whole.finish();
      } catch (FileSystemException e) {
        throw e;
      } catch (IOException e) {
        throw new IOException(target + " cannot be written: " + Reason.of(e), e);
      }
      return files.stream().map(file -> name(cache, file)).toList();
    }
  }

  private static List<Path> files(Path cache) throws IOException {
    List<Path> files = new ArrayList<>();
    for (DatabaseKind kind : DatabaseKind.values()) {
      Path folder = kind.folder(cache);
      Stream.of(kind.file(), OwnIndex.FILE, TrivyMetadata.FILE)
          .map(folder::resolve)
          .filter(Files::isRegularFile)
          .forEach(files::add);
    }
    Path built = cache.resolve(INDEX_FOLDER);
    if (Files.isDirectory(built)) {
      try (Stream<Path> indexes = Files.list(built)) {
        indexes
            .filter(Files::isRegularFile)
            .filter(file -> BUILT.matcher(String.valueOf(file.getFileName())).matches())
            .sorted()
            .forEach(files::add);
      }
    }
    return files;
  }

  private static String name(Path cache, Path file) {
    return cache.relativize(file).toString();
  }

  private static void pack(Path cache, List<Path> files, Path partial, String named)
      throws IOException {
    SortedMap<String, Digest> digests = new TreeMap<>();
    for (Path file : files) {
      digests.put(name(cache, file), PulledRecord.digest(file));
    }
    byte[] listing = new ExportListing(digests).toJson();
    boolean zipped = named.endsWith(".gz") || named.endsWith(".tgz");
    try (OutputStream out = Files.newOutputStream(partial);
        var tar = new TarWriter(zipped ? new GZIPOutputStream(out, 64 << 10) : out)) {
      tar.file(ExportListing.FILE, listing.length, new ByteArrayInputStream(listing));
      for (Path file : files) {
        try (InputStream content = Files.newInputStream(file)) {
          tar.file(name(cache, file), Files.size(file), content);
        }
      }
    }
  }
}
