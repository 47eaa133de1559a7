package dev.landwaiter.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The folder of data that lies beside the project and is not part of it.
///
/// It is the folder `shared` beside the project's own, or the one that the environment variable
/// `LANDWAITER_SHARED` names.
public final class Shared {
  private Shared() {}

  /// A file or folder below the shared folder, such as `corpora/k8s-dev.tar.zst`.
  ///
  /// @throws AssertionError when it is not there, so that a test without its data fails
  public static Path path(String name) {
    Path folder =
        Optional.ofNullable(System.getenv("LANDWAITER_SHARED"))
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("landwaiter.root", "."), "..", "shared"))
            .toAbsolutePath()
            .normalize();
    Path path = folder.resolve(name);
    if (!Files.exists(path)) {
      throw new AssertionError(
          path
              + " is missing; this test needs the shared data: set LANDWAITER_SHARED to its folder");
    }
    return path;
  }
}
