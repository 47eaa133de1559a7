package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// A TUF repository in a folder.
public final class FolderMirror implements Mirror {
  private final Path folder;

  public FolderMirror(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<Bytes> fetch(String path, int limit) throws IOException {
    Path file;
    try {
      file = folder.resolve(URLDecoder.decode(path, StandardCharsets.UTF_8)).normalize();
    } catch (IllegalArgumentException e) {
      throw new RefusedException(FailureClass.TRANSPORT, "'" + path + "' names no file");
    }
    if (!file.startsWith(folder.normalize())) {
      throw new RefusedException(
          FailureClass.TRANSPORT, "'" + path + "' leads out of the repository");
    }
    return read(file, limit);
  }

  /// A file of at most this size; nothing where there is none.
  static Optional<Bytes> read(Path file, int limit) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(limit + 1);
      if (content.length > limit) {
        throw new RefusedException(
            FailureClass.LIMIT, file + " is larger than " + limit + " bytes");
      }
      return Optional.of(Bytes.of(content));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public String address() {
    return folder.toString();
  }
}
