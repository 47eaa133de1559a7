package dev.landwaiter.cli.command.scan;

import dev.landwaiter.inventory.database.DatabaseException;
import dev.landwaiter.inventory.lang.java.JavaIndex;
import dev.landwaiter.inventory.lang.java.JavaIndexFile;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// Opens the index of published Java archives in the cache, where there is one. It stays mapped
/// until the process ends.
final class JavaIndexes {
  private JavaIndexes() {}

  static JavaIndex open(Path cache) throws IOException {
    Path file = cache.resolve("java-db").resolve("trivy-java.db");
    if (!Files.isRegularFile(file)) {
      return JavaIndex.EMPTY;
    }
    try (FileChannel channel = FileChannel.open(file)) {
      return new JavaIndexFile(
          channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.global()),
          Files.getLastModifiedTime(file) + " " + channel.size());
    } catch (DatabaseException e) {
      throw new IOException(
          "the Java index %s cannot be read: %s; delete it and fetch it again"
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
