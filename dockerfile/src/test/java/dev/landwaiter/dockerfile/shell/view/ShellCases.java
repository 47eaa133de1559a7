package dev.landwaiter.dockerfile.shell.view;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.dockerfile.lint.Command;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Cases of shell text in a file: blocks that begin with `===`, in them the text, a line `---`, and
/// the lines that are expected.
public record ShellCases(String text, List<String> lines) {
  public static Stream<ShellCases> read(String name) throws IOException {
    try (InputStream in = ShellCases.class.getResourceAsStream("/shell/" + name)) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(all.split("(?m)^===\n")).skip(1).map(ShellCases::of);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static ShellCases of(String block) {
    String[] halves = block.split("\n---\n", 2);
    return new ShellCases(halves[0], halves[1].lines().filter(line -> !line.isBlank()).toList());
  }

  /// A command, its arguments, values of options marked, and its place.
  public static String line(Command command) {
    var line = new StringBuilder(command.name());
    command
        .arguments()
        .forEach(each -> line.append(each.value() ? " | =" : " | ").append(each.text()));
    Position start = command.span().start();
    Position end = command.span().end();
    return line.append(" @ ")
        .append(start.line() + ":" + start.column())
        .append('-')
        .append(end.line() + ":" + end.column())
        .toString();
  }
}
