package dev.landwaiter.cli.command.rego;

import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.tar.EntryKind;
import dev.landwaiter.oci.tar.StreamSource;
import dev.landwaiter.oci.tar.TarReader;
import dev.landwaiter.oci.tar.TarWriter;
import dev.landwaiter.rego.load.ArchiveReader;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Archives of bundles, read within the limits of image archives and one of their own: a bundle is
/// held in memory.
final class BundleArchives implements ArchiveReader {
  /// What all files of a bundle may have together.
  private static final long SIZE_LIMIT = 1L << 30;

  @Override
  public SortedMap<String, byte[]> read(Path archive) throws IOException {
    String where = String.valueOf(archive.getFileName());
    SortedMap<String, byte[]> files = new TreeMap<>();
    long size = 0;
    try (InputStream in =
        new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)), 64 << 10)) {
      var tar =
          new TarReader(new StreamSource(in, where), where, Limits.STANDARD, Limit.ARCHIVE_ENTRIES);
      while (tar.next()) {
        if (tar.kind() == EntryKind.FILE) {
          size += tar.size();
          if (size > SIZE_LIMIT) {
            throw new IOException(where + ": larger than the 1 GiB that a bundle may have");
          }
          if (files.put(tar.path(), tar.content()) != null) {
            throw new IOException(where + ": " + tar.path() + " is there more than once");
          }
        }
      }
    }
    return files;
  }

  /// Writes an archive; the files stand in it in the order given.
  static void write(OutputStream out, Map<String, byte[]> files) throws IOException {
    try (var tar = new TarWriter(new GZIPOutputStream(out, 64 << 10))) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        tar.file(file.getKey(), file.getValue().length, new ByteArrayInputStream(file.getValue()));
      }
    }
  }
}
