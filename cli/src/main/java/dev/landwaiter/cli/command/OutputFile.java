package dev.landwaiter.cli.command;

import dev.landwaiter.cli.world.World;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/// A file that a report goes to. It appears whole or not at all.
///
/// @param name as the user wrote it
public record OutputFile(World world, String name) {
  /// Writes what comes.
  @FunctionalInterface
  public interface Content {
    void write(OutputStream out) throws IOException;
  }

  /// Writes the file.
  ///
  /// @throws IOException whose message names it
  public void write(Content content) throws IOException {
    try {
      write(content, world.folder().resolve(name));
    } catch (FileSystemException e) {
      String reason = Objects.requireNonNullElse(e.getReason(), "it cannot be written");
      throw new IOException("the output file " + name + ": " + reason, e);
    } catch (IOException e) {
      throw new IOException("the output file " + name + ": " + e.getMessage(), e);
    }
  }

  private void write(Content content, Path file) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        content.write(out);
      }
      return;
    }
    // A report that is a link is written where the link leads.
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IOException("its folder does not exist");
    }
    // Not a temporary file of the platform: nobody else could read that.
    Path temporary =
        folder.resolve(".landwaiter-" + Long.toHexString(world.random().nextLong()) + ".tmp");
    try {
      try (OutputStream out =
          new BufferedOutputStream(
              Files.newOutputStream(
                  temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
        content.write(out);
      }
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
