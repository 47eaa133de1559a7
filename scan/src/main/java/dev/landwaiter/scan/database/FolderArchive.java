package dev.landwaiter.scan.database;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A mirror on this machine's disk.
public record FolderArchive(Path root) implements Archive {
  @Override
  public byte[] fetch(String path, int limit) throws IOException {
    Archive.checkPath(path);
    Path file = root.resolve(path);
    if (!Files.isRegularFile(file)) {
      throw new FileNotFoundException(path + " does not exist");
    }
    try (var in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(limit);
      if (in.read() >= 0) {
        throw new IOException(file + " exceeds the limit of " + limit + " bytes");
      }
      return content;
    }
  }
}
