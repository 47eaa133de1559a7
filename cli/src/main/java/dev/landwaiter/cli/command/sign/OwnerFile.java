package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.world.World;
import dev.landwaiter.signing.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/// A file that only its owner may read. It appears whole or not at all.
///
/// @param name as the user wrote it
record OwnerFile(World world, String name) {
  private static final String MODE = "rw-------";

  /// Writes it, in place of one that is there.
  ///
  /// @throws IOException whose message names it
  void write(Bytes content) throws IOException {
    try {
      write(content, world.folder().resolve(name));
    } catch (FileSystemException e) {
      String reason =
          Objects.requireNonNullElse(e.getReason(), "its folder is not there or not ours");
      throw new IOException("the file " + name + " cannot be written: " + reason, e);
    }
  }

  private void write(Bytes content, Path file) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      try (OutputStream out = Files.newOutputStream(file)) {
        out.write(content.toArray());
      }
      return;
    }
    Path fresh =
        file.resolveSibling(".landwaiter-" + Long.toHexString(world.random().nextLong()) + ".tmp");
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(MODE));
    try {
      try (FileChannel out =
          FileChannel.open(
              fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
        ByteBuffer left = ByteBuffer.wrap(content.toArray());
        while (left.hasRemaining()) {
          out.write(left);
        }
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
