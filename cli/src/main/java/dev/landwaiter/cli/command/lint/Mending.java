package dev.landwaiter.cli.command.lint;

import dev.landwaiter.base.text.Plain;
import dev.landwaiter.cli.command.OutputFile;
import dev.landwaiter.dockerfile.fix.Fixer;
import dev.landwaiter.dockerfile.fix.Mended;
import dev.landwaiter.dockerfile.fix.Repair;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
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
        out.write(difference(input, mended));
      }
      tellRefused(input, mended);
    }
    tell("would mend", new Count(repairs, files));
    return repairs == 0 ? 0 : 1;
  }

  /// The difference as `patch` reads it, byte for byte; where that would show a secret or steer a
  /// terminal, these are replaced.
  private byte[] difference(Input input, Mended mended) {
    String name = Plain.lines(input.name()).replace('\n', '\ufffd');
    String before = shown(input.text());
    String after = shown(mended.content());
    if (same(input.text(), before) && same(mended.content(), after)) {
      // Every byte as one character, so that the lines stay what they are.
      Charset bytes = StandardCharsets.ISO_8859_1;
      return UnifiedDiff.of(
              new String(name.getBytes(StandardCharsets.UTF_8), bytes),
              new String(input.text(), bytes),
              new String(mended.content(), bytes))
          .getBytes(bytes);
    }
    judging
        .invocation()
        .log()
        .warn(
            name
                + ": the difference hides secrets or control characters, so that patch may not"
                + " apply it; --fix does");
    return UnifiedDiff.of(name, before, after).getBytes(StandardCharsets.UTF_8);
  }

  /// Without secrets, whatever rules are wanted, and without what would steer a terminal; lines end
  /// as they did.
  private String shown(byte[] content) {
    String text = new Hiding(judging.invocation()).text(content);
    String plain = Plain.lines(text);
    if (text.indexOf('\r') < 0) {
      return plain;
    }
    var shown = new StringBuilder(plain);
    for (int i = text.indexOf("\r\n"); i >= 0; i = text.indexOf("\r\n", i + 2)) {
      shown.setCharAt(i, '\r');
    }
    return shown.toString();
  }

  private static boolean same(byte[] content, String shown) {
    String text = new String(content, StandardCharsets.UTF_8);
    return (text.startsWith("\ufeff") ? text.substring(1) : text).equals(shown);
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
