package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads the small files that command lines about signatures name, within a bound.
final class FileText {
  /// What certificates, keys, signatures, bundles and trusted roots may have at most.
  static final int LARGEST = 16 << 20;

  private FileText() {}

  /// The whole file.
  ///
  /// @param what for messages, such as `--key`
  static Bytes read(Invocation invocation, String what, String name) throws IOException {
    return read(invocation, what, name, LARGEST);
  }

  /// The whole file, or standard input for `-`.
  ///
  /// @param limit in bytes
  static Bytes read(Invocation invocation, String what, String name, int limit) throws IOException {
    if (name.equals("-")) {
      return bounded(what, "standard input", invocation.world().stdin(), limit);
    }
    Path path = CosignCommand.path(invocation, name);
    try (InputStream in = Files.newInputStream(path)) {
      return bounded(what, name, in, limit);
    } catch (NoSuchFileException e) {
      throw new IOException("%s: there is no file %s".formatted(what, name), e);
    } catch (AccessDeniedException e) {
      throw new IOException("%s: the file %s must not be read".formatted(what, name), e);
    } catch (FileSystemException e) {
      throw new IOException("%s: the file %s cannot be read".formatted(what, name), e);
    }
  }

  /// Whether a text names a file that is there.
  static boolean exists(Invocation invocation, String name) {
    return !name.isEmpty()
        && name.length() < 4096
        && name.indexOf('\0') < 0
        && Files.isRegularFile(CosignCommand.path(invocation, name));
  }

  private static Bytes bounded(String what, String name, InputStream in, int limit)
      throws IOException {
    byte[] content = in.readNBytes(limit + 1);
    if (content.length > limit) {
      throw new RefusedException(
          FailureClass.LIMIT, "%s: %s has more than %d bytes".formatted(what, name, limit));
    }
    return Bytes.of(content);
  }
}
