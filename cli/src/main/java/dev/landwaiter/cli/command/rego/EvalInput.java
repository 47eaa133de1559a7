package dev.landwaiter.cli.command.rego;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.RegoFlags;
import dev.landwaiter.rego.load.DataFile;
import dev.landwaiter.rego.load.LoadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The input document that a command line names.
final class EvalInput {
  /// The largest input that is read.
  private static final int LIMIT = 512 << 20;

  private EvalInput() {}

  /// The input, or empty when none was asked for.
  ///
  /// @throws LoadException when it cannot be read or is neither JSON nor YAML
  static Optional<Value> read(Invocation invocation)
      throws UsageException, LoadException, IOException {
    if (invocation.values().flag(RegoFlags.STDIN_INPUT)) {
      return Optional.of(parse(stdin(invocation)));
    }
    String name = invocation.values().text(RegoFlags.INPUT);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Path path = invocation.world().folder().resolve(name);
    if (!Files.exists(path)) {
      throw new LoadException("open " + name + ": no such file or directory");
    }
    return Optional.of(parse(Files.readAllBytes(path)));
  }

  static byte[] stdin(Invocation invocation) throws LoadException, IOException {
    byte[] content = invocation.world().stdin().readNBytes(LIMIT + 1);
    if (content.length > LIMIT) {
      throw new LoadException("standard input is larger than the 512 MiB that are read");
    }
    return content;
  }

  private static Value parse(byte[] content) throws LoadException {
    try {
      return DataFile.yaml(content);
    } catch (LoadException e) {
      throw new LoadException("unable to parse input: " + e.getMessage());
    }
  }
}
