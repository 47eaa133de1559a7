package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.OutputFile;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files that commands about trust read and write.
final class TrustFiles {
  private static final int LIMIT = 16 << 20;

  private TrustFiles() {}

  /// A file that a flag names.
  ///
  /// @throws RefusedException with TRUST_ROOT when it is missing, with LIMIT when it is too large
  static Bytes read(Invocation invocation, String written) throws IOException {
    Path file = CosignCommand.path(invocation, written);
    if (!Files.isRegularFile(file)) {
      throw new RefusedException(
          FailureClass.TRUST_ROOT, "the file " + written + " does not exist");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(LIMIT + 1);
      if (content.length > LIMIT) {
        throw new RefusedException(FailureClass.LIMIT, written + " is larger than 16 MiB");
      }
      return Bytes.of(content);
    }
  }

  /// Writes a result to the file that a flag names, or to standard output with a line feed.
  static void write(Invocation invocation, String out, Bytes text) throws IOException {
    if (out.isEmpty()) {
      CosignCommand.print(invocation, text.toText() + "\n");
    } else {
      new OutputFile(invocation.world(), out).write(to -> to.write(text.toArray()));
    }
  }
}
