package dev.landwaiter.cli.command.lint;

import dev.landwaiter.cli.command.OutputFile;
import dev.landwaiter.dockerfile.fix.Fixer;
import dev.landwaiter.dockerfile.fix.Mended;
import dev.landwaiter.dockerfile.fix.Repair;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Mends what can be mended safely, in the files themselves or as a difference to look at.
record Mending(Judging judging) {
  /// What is counted for the last words.
  private record Count(int repairs, int files) {}

  /// Shows what would be changed, and changes nothing.
  ///
  /// @return 1 when something would be changed, else 0
  int show(List<Input> inputs) throws IOException {
    OutputStream out = judging.invocation().world().stdout();
    int repairs = 0;
    int files = 0;
    for (Input input : inputs) {
      Mended mended = mended(input);
      if (mended.changed()) {
        repairs += mended.done().size();
        files++;
        // Every byte as one character, so that the lines stay what they are.
        String before = new String(input.text(), StandardCharsets.ISO_8859_1);
        String after = new String(mended.content(), StandardCharsets.ISO_8859_1);
        String name =
            new String(input.name().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        out.write(UnifiedDiff.of(name, before, after).getBytes(StandardCharsets.ISO_8859_1));
      }
      tellRefused(input, mended);
    }
    tell("would mend", new Count(repairs, files));
    return repairs == 0 ? 0 : 1;
  }

  /// Changes the files; the text of standard input is written to standard output, changed or not.
  ///
  /// @return the inputs as they are then
  List<Input> write(List<Input> inputs) throws IOException {
    List<Input> after = new ArrayList<>();
    int repairs = 0;
    int files = 0;
    for (Input input : inputs) {
      Mended mended = mended(input);
      if (input.path().isEmpty()) {
        judging.invocation().world().stdout().write(mended.content());
      } else if (mended.changed()) {
        replace(input.path().get(), mended.content());
      }
      if (mended.changed()) {
        repairs += mended.done().size();
        files++;
        tellDone(input, mended);
      }
      tellRefused(input, mended);
      after.add(new Input(input.name(), input.path(), mended.content()));
    }
    tell("mended", new Count(repairs, files));
    return after;
  }

  private Mended mended(Input input) {
    return new Fixer(text -> judging.findings(new Input(input.name(), input.path(), text)))
        .fix(input.text());
  }

  /// The file stays the same to others: its link, its permissions.
  private void replace(Path path, byte[] text) throws IOException {
    if (!Files.isWritable(path)) {
      throw new IOException(path + " may not be written");
    }
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    Set<PosixFilePermission> permissions = posix ? Files.getPosixFilePermissions(path) : Set.of();
    new OutputFile(judging.invocation().world(), path.toString()).write(out -> out.write(text));
    if (posix) {
      Files.setPosixFilePermissions(path, permissions);
    }
  }

  private void tellDone(Input input, Mended mended) {
    for (Repair each : mended.done()) {
      judging
          .invocation()
          .log()
          .info(
              "%s:%d: mended %s: %s"
                  .formatted(input.name(), each.line(), each.finding().id(), each.what()));
    }
  }

  private void tellRefused(Input input, Mended mended) {
    for (Repair each : mended.refused()) {
      judging
          .invocation()
          .log()
          .warn(
              "%s:%d: %s is left as it is: the change would not help or would do harm"
                  .formatted(input.name(), each.line(), each.finding().id()));
    }
  }

  private void tell(String what, Count count) {
    String message =
        count.repairs() == 0
            ? "there is nothing that --fix mends"
            : "%s %d %s in %d %s"
                .formatted(
                    what,
                    count.repairs(),
                    count.repairs() == 1 ? "finding" : "findings",
                    count.files(),
                    count.files() == 1 ? "file" : "files");
    judging.invocation().log().info(message);
  }
}
