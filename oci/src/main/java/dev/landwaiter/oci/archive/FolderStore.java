package dev.landwaiter.oci.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder. The paths asked for are made of digests and fixed names, never of what a file says.
record FolderStore(Path folder) implements Store {
  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public long size(String path) throws IOException {
    Path file = folder.resolve(path);
    return Files.isRegularFile(file) ? Files.size(file) : -1;
  }

  @Override
  public byte[] head(String path, int most) throws IOException {
    try (InputStream file = open(path)) {
      return file.readNBytes(most);
    }
  }

  @Override
  public InputStream open(String path) throws IOException {
    return Files.newInputStream(folder.resolve(path));
  }

  @Override
  public void close() {}
}
