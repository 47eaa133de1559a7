package dev.landwaiter.inventory.lang;

import com.github.luben.zstd.ZstdInputStream;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.testing.Shared;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// The shared archives, read with a library that is not ours.
final class Archives {
  private Archives() {}

  /// One file out of the recorded scans.
  static byte[] recorded(String name) throws IOException {
    try (InputStream in = Files.newInputStream(Shared.path("conformance/trivy-recorded.tar.zst"));
        var tar = new TarArchiveInputStream(new ZstdInputStream(new BufferedInputStream(in)))) {
      for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
        if (e.getName().endsWith("/" + name)) {
          return tar.readAllBytes();
        }
      }
    }
    throw new AssertionError("the recorded scans lack " + name);
  }

  /// The wanted regular files of the layers of an OCI layout whose layers are gzip.
  static List<TreeFile> imageFiles(String image, Predicate<FileEntry> wanted) throws IOException {
    List<TreeFile> files = new ArrayList<>();
    try (var tar =
        new TarArchiveInputStream(Files.newInputStream(Shared.path("images/" + image)))) {
      for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
        byte[] blob = tar.readAllBytes();
        if (blob.length > 2 && (blob[0] & 0xff) == 0x1f && (blob[1] & 0xff) == 0x8b) {
          addLayer(new GZIPInputStream(new ByteArrayInputStream(blob)), wanted, files);
        } else if (blob.length > 4 && (blob[0] & 0xff) == 0x28 && (blob[1] & 0xff) == 0xb5) {
          addLayer(new ZstdInputStream(new ByteArrayInputStream(blob)), wanted, files);
        }
      }
    }
    return files;
  }

  private static void addLayer(InputStream layer, Predicate<FileEntry> wanted, List<TreeFile> files)
      throws IOException {
    try (var tar = new TarArchiveInputStream(layer)) {
      for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
        String path = e.getName().replaceFirst("^\\./", "");
        var entry = new FileEntry(path, e.getSize(), e.getMode());
        if (e.isFile() && !e.isLink() && !e.isSymbolicLink() && wanted.test(entry)) {
          files.add(new TreeFile(entry, tar.readAllBytes()));
        }
      }
    }
  }
}
