package dev.landwaiter.dockerfile.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.testing.Fixing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `fix/NAME.before` becomes `fix/NAME.after`, and what was done stands in `fix/NAME.done`; both
/// are written anew by `-Dlandwaiter.update=true`.
class FixerTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("landwaiter.root", ".."), "dockerfile/src/test/resources/fix");

  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(each -> each.getFileName().toString())
          .filter(each -> each.endsWith(".before"))
          .map(each -> each.substring(0, each.length() - ".before".length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void mendsTheFile(String name) throws IOException {
    Mended mended = Fixing.fix(Files.readAllBytes(FOLDER.resolve(name + ".before")));
    String done =
        mended.done().stream().map(FixerTest::shown).collect(Collectors.joining())
            + mended.refused().stream()
                .map(each -> "not " + shown(each))
                .collect(Collectors.joining());
    Path after = FOLDER.resolve(name + ".after");
    Path list = FOLDER.resolve(name + ".done");
    if (Boolean.getBoolean("landwaiter.update")) {
      Files.write(after, mended.content());
      Files.writeString(list, done);
    }
    assertThat(new String(mended.content(), StandardCharsets.ISO_8859_1))
        .isEqualTo(Files.readString(after, StandardCharsets.ISO_8859_1));
    assertThat(done).isEqualTo(Files.readString(list));
    assertThat(Fixing.fix(mended.content()).changed()).isFalse();
  }

  private static String shown(Repair repair) {
    return repair.line() + " " + repair.finding().id() + ": " + repair.what() + "\n";
  }

  /// Says that `bad` is wrong, and what stands at its place is to become another text.
  private static Check replacing(String bad, String good, boolean safe) {
    return bytes -> {
      String text = new String(bytes, StandardCharsets.UTF_8);
      int at = text.indexOf(bad);
      return at < 0
          ? others(text)
          : Stream.concat(
                  others(text).stream(),
                  Stream.of(finding("BAD", Level.WARNING, at, bad.length(), good, safe)))
              .toList();
    };
  }

  /// Exclamation marks are errors, question marks are trifles.
  private static List<Finding> others(String text) {
    return text.chars()
        .filter(c -> c == '!' || c == '?')
        .mapToObj(c ->
            c == '!'
                ? finding("LOUD", Level.ERROR, 0, 0, "", false)
                : finding("ASKS", Level.STYLE, 0, 0, "", false))
        .toList();
  }

  private static Finding finding(
      String id, Level level, int at, int length, String text, boolean safe) {
    var span = new Span(new Position(1, at + 1), new Position(1, at + length + 1));
    return new Finding(
        id,
        List.of(),
        level,
        1,
        span,
        "wrong",
        Optional.of(new Fix("Put something else there", safe, List.of(new Edit(span, text)))));
  }

  private static String fix(Check check, String text) {
    return new String(
        new Fixer(check).fix(text.getBytes(StandardCharsets.UTF_8)).content(),
        StandardCharsets.UTF_8);
  }

  @Test
  void repeatsUntilNothingIsLeft() {
    assertThat(fix(replacing("bad", "good", true), "a bad")).isEqualTo("a good");
  }

  @Test
  void takesBackWhatBringsSomethingWorse() {
    Mended mended =
        new Fixer(replacing("bad", "worse!", true)).fix("a bad".getBytes(StandardCharsets.UTF_8));
    assertThat(mended.changed()).isFalse();
    assertThat(mended.content()).asString().isEqualTo("a bad");
    assertThat(mended.refused()).hasSize(1);
  }

  @Test
  void allowsWhatBringsATrifle() {
    assertThat(fix(replacing("bad", "good?", true), "a bad")).isEqualTo("a good?");
  }

  @Test
  void takesBackWhatDoesNotHelp() {
    assertThat(fix(replacing("bad", "bad bad", true), "a bad")).isEqualTo("a bad");
  }

  @Test
  void leavesAloneWhatWouldChangeTheImage() {
    assertThat(fix(replacing("bad", "good", false), "a bad")).isEqualTo("a bad");
  }

  @Test
  void leavesAloneWhatItCannotFind() {
    Check check = bytes -> List.of(finding("BAD", Level.ERROR, 50, 3, "good", true));
    assertThat(fix(check, "a bad")).isEqualTo("a bad");
  }

  /// A judge who is never content does not keep it busy for ever.
  @Test
  void comesToAnEnd() {
    Check check =
        bytes -> {
          var left = Math.max(0, 1000 - bytes.length);
          return Stream.generate(() -> finding("BAD", Level.ERROR, 0, 0, "x", true))
              .limit(left)
              .toList();
        };
    assertThat(fix(check, "a")).hasSize(51);
  }

  /// Nor for long with a large file, where each look costs more.
  @Test
  void looksAtLargeFilesLessOften() {
    int size = 1 << 20;
    Check check =
        bytes ->
            Stream.generate(() -> finding("BAD", Level.ERROR, 0, 0, "x", true))
                .limit(size + 1000L - bytes.length)
                .toList();
    assertThat(fix(check, "a".repeat(size))).hasSizeBetween(size + 1, size + 8);
  }

  @Test
  void aGoodFixIsKeptWhereABadOneIsTakenBack() {
    Check check =
        bytes -> {
          String text = new String(bytes, StandardCharsets.UTF_8);
          return Stream.of(
                  text.contains("one")
                      ? Stream.of(finding("ONE", Level.INFO, text.indexOf("one"), 3, "1", true))
                      : Stream.<Finding>empty(),
                  text.contains("two")
                      ? Stream.of(finding("TWO", Level.INFO, text.indexOf("two"), 3, "2!", true))
                      : Stream.<Finding>empty(),
                  others(text).stream())
              .flatMap(each -> each)
              .toList();
        };
    assertThat(fix(check, "one two")).isEqualTo("1 two");
    assertThat(fix(check, "two one")).isEqualTo("two 1");
  }
}
