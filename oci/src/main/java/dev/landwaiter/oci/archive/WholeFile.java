package dev.landwaiter.oci.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// A file that appears whole or not at all.
public final class WholeFile implements AutoCloseable {
  private final Path file;
  private final Path part;

  private WholeFile(Path file, Path part) {
    this.file = file;
    this.part = part;
  }

  /// Begins a file beside its later place, in a folder that is made where it is missing.
  public static WholeFile begin(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("'" + file + "' is no file");
    }
    Files.createDirectories(folder);
    var readable = PosixFilePermissions.fromString("rw-r--r--");
    Path part =
        Files.createTempFile(folder, ".part", "", PosixFilePermissions.asFileAttribute(readable));
    return new WholeFile(file, part);
  }

  /// Writes a file; one of that name is replaced.
  public static void write(Path file, InputStream content) throws IOException {
    try (WholeFile whole = begin(file)) {
      Files.copy(content, whole.part(), StandardCopyOption.REPLACE_EXISTING);
      whole.finish();
    }
  }

  /// Where to write meanwhile.
  public Path part() {
    return part;
  }

  /// Gives the file its name.
  public void finish() throws IOException {
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Removes what was not finished.
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(part);
  }
}
