package dev.landwaiter.policy.input;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Paths with their symbolic links replaced by what they lead to; relative ones stay relative as
/// long as the links are.
final class LinkPath {
  private static final int MOST_LINKS = 255;

  private LinkPath() {}

  /// @param folder what relative paths start from
  /// @throws FileSystemLoopException after 255 links
  static Path follow(Path folder, Path path) throws IOException {
    Path rest = path.normalize();
    Path done = Path.of("");
    int links = 0;
    while (true) {
      done = rest.isAbsolute() ? rest.getRoot() : Path.of("");
      boolean linked = false;
      for (int i = 0; i < rest.getNameCount() && !linked; i++) {
        Path next = done.toString().isEmpty() ? rest.getName(i) : done.resolve(rest.getName(i));
        Path onDisk = folder.resolve(next);
        if (Files.isSymbolicLink(onDisk)) {
          if (++links > MOST_LINKS) {
            throw new FileSystemLoopException(path.toString());
          }
          Path behind =
              i + 1 < rest.getNameCount() ? rest.subpath(i + 1, rest.getNameCount()) : Path.of("");
          rest = done.resolve(Files.readSymbolicLink(onDisk)).resolve(behind).normalize();
          linked = true;
        } else {
          done = next;
        }
      }
      if (!linked) {
        return done;
      }
    }
  }
}
