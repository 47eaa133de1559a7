package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.store.StoreOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;

/// A file that the user named; `-` is standard input.
final class GivenFile {
  private GivenFile() {}

  /// The whole content.
  ///
  /// @throws RefusedException with NOT_FOUND, or LIMIT beyond 128 MiB
  static Bytes read(Invocation invocation, String name) throws IOException {
    try (InputStream in =
        name.equals("-")
            ? invocation.world().stdin()
            : Files.newInputStream(CosignCommand.path(invocation, name))) {
      byte[] content = in.readNBytes((int) StoreOptions.CONTENT_LIMIT + 1);
      if (content.length > StoreOptions.CONTENT_LIMIT) {
        throw new RefusedException(FailureClass.LIMIT, name + ": larger than 128 MiB");
      }
      return Bytes.of(content);
    } catch (NoSuchFileException e) {
      throw new RefusedException(FailureClass.NOT_FOUND, name + ": there is no such file");
    } catch (FileSystemException e) {
      throw new RefusedException(FailureClass.NOT_FOUND, name + ": the file cannot be read");
    }
  }
}
