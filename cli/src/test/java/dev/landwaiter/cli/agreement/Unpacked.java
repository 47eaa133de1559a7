package dev.landwaiter.cli.agreement;

import com.github.luben.zstd.ZstdInputStream;
import dev.landwaiter.testing.Shared;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// Shared archives as folders, unpacked with libraries that are not ours.
public final class Unpacked {
  private Unpacked() {}

  /// Unpacks an archive of the shared data whose name tells its compression.
  public static void into(Path folder, String shared) throws IOException {
    Path archive = Shared.path(shared);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(archive), 1 << 16);
        var tar = new TarArchiveInputStream(decompressed(shared, in))) {
      for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
        Path file = folder.resolve(e.getName().replaceFirst("^/+", "")).normalize();
        if (!file.startsWith(folder)) {
          throw new IOException(e.getName() + " leads out of the folder");
        }
        entry(folder, file, e, tar);
      }
    }
  }

  /// Removes the symbolic links below the folder, so that deleting it meets nothing outside.
  public static void removeLinks(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isSymbolicLink).toList()) {
        Files.delete(file);
      }
    }
  }

  private static InputStream decompressed(String name, InputStream in) throws IOException {
    if (name.endsWith(".zst")) {
      return new ZstdInputStream(in);
    }
    if (name.endsWith(".gz")) {
      return new GZIPInputStream(in);
    }
    return name.endsWith(".xz") ? new XZInputStream(in) : in;
  }

  private static void entry(Path folder, Path file, TarArchiveEntry e, InputStream content)
      throws IOException {
    if (e.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (e.isSymbolicLink()) {
      Files.deleteIfExists(file);
      Files.createSymbolicLink(file, Path.of(e.getLinkName()));
    } else if (e.isLink()) {
      Files.copy(folder.resolve(e.getLinkName()), file, StandardCopyOption.REPLACE_EXISTING);
    } else if (e.isFile()) {
      Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
      if ((e.getMode() & 0111) != 0) {
        Set<PosixFilePermission> permissions = new HashSet<>(Files.getPosixFilePermissions(file));
        permissions.add(PosixFilePermission.OWNER_EXECUTE);
        Files.setPosixFilePermissions(file, permissions);
      }
    }
  }
}
