package dev.landwaiter.cli.command.lint;

import dev.landwaiter.base.text.Reason;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.LintFlags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The ignore files of build contexts: the one beside the Dockerfile under its own name goes before
/// the one of the context (reference: 9).
///
/// @param context folder of the context, where the user named one
/// @param file the ignore file, where the user named one
record IgnoreFiles(Invocation invocation, Optional<Path> context, Optional<Path> file) {
  private static final int SIZE_LIMIT = 1 << 20;

  static IgnoreFiles of(Invocation invocation) throws UsageException {
    Values values = invocation.values();
    Optional<Path> context = path(invocation, values.text(LintFlags.CONTEXT));
    if (context.isPresent() && !Files.isDirectory(context.get())) {
      throw new UsageException("--context " + values.text(LintFlags.CONTEXT) + " is no folder");
    }
    Optional<Path> file = path(invocation, values.text(LintFlags.IGNORE_FILE));
    if (file.isPresent() && !Files.isRegularFile(file.get())) {
      throw new UsageException(
          "--ignore-file " + values.text(LintFlags.IGNORE_FILE) + " is no file");
    }
    return new IgnoreFiles(invocation, context, file);
  }

  /// For those who do not look at ignore files.
  static IgnoreFiles none(Invocation invocation) {
    return new IgnoreFiles(invocation, Optional.empty(), Optional.empty());
  }

  private static Optional<Path> path(Invocation invocation, String name) {
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(invocation.world().folder().resolve(name));
  }

  /// The text of the ignore file for a Dockerfile; empty text where its context has none, nothing
  /// where no context is known.
  Optional<String> beside(Input input) {
    if (file.isPresent()) {
      return Optional.of(read(file.get()));
    }
    if (input.path().isPresent()) {
      Path own = input.path().get();
      Path named = own.resolveSibling(own.getFileName() + ".dockerignore");
      if (Files.isRegularFile(named)) {
        return Optional.of(read(named));
      }
    }
    Optional<Path> folder = context.or(() -> input.path().map(path -> path.resolveSibling("")));
    return folder
        .map(each -> each.resolve(".dockerignore"))
        .map(each -> Files.isRegularFile(each) ? read(each) : "");
  }

  private String read(Path path) {
    try (var in = Files.newInputStream(path)) {
      byte[] text = in.readNBytes(SIZE_LIMIT + 1);
      if (text.length > SIZE_LIMIT) {
        invocation.log().warn(path + " is not heeded: it is larger than " + SIZE_LIMIT + " bytes");
        return "";
      }
      return new String(text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      invocation.log().warn("the ignore file is not heeded: " + Reason.of(e));
      return "";
    }
  }
}
