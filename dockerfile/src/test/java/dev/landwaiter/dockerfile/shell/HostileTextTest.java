package dev.landwaiter.dockerfile.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Commands;
import dev.landwaiter.dockerfile.shell.parse.ShellReader;
import dev.landwaiter.dockerfile.shell.view.ClassicCommands;
import dev.landwaiter.dockerfile.shell.view.ImprovedCommands;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Shell text that is made to cost time, memory or the stack, and text that makes no sense at all:
/// reading ends, and all places lie in the text.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class HostileTextTest {
  private static final Position START = new Position(3, 5);
  private static final Map<String, String> TEXTS = texts();

  /// Pieces of shell text.
  private static final List<String> TOKENS =
      pieces(
          """
          a b ' " \\ · · · $ ${ } $( ) ` (( )) $(( ( {· [ ] [[· ·]] | || && ; ;; & > < << <<- <<<
          <( if· then· fi for· in· do· done while· case· esac function· coproc· select· time· ! = X=
          += * ? ~ # {a,b} .. , @( sh·-c· sudo· eval· find·.·-exec· export· -o --x=y $X 1>&2· é ´ 😀
          ¶ ¶ E¶ ¶E¶ #·shellcheck·disable=all¶
          """);

  /// The words of a text; points stand for blanks, marks of paragraphs for line feeds.
  private static List<String> pieces(String text) {
    var pieces = new ArrayList<String>(List.of("\ud83d", "\u00a0", "\t", "\r"));
    for (String each : text.strip().split("\\s+", -1)) {
      pieces.add(each.replace('·', ' ').replace('¶', '\n'));
    }
    return pieces;
  }

  private static Map<String, String> texts() {
    var texts = new LinkedHashMap<String, String>();
    for (String each :
        pieces(
            """
            $( ` ( (( {· "$( ${a:- [· [·$(· [[·(· if· if·$( $(( $((a+ ((a, <( coproc·a·{· @( a+( {a,
            function·f·( f()·if· case·$( for·a·in·$( while·!· a=( a[$(( $[ <<a·$( sh·-c·" eval·$( \\\\
            !· time· a|| a| x; x¶ 'a'· <<E· [a [! a{1.. ¶
            """)) {
      texts.put("repeated " + each, each.repeat(60_000 / each.length()));
    }
    texts.put("wrappers", "sudo ".repeat(99_000) + "x");
    texts.put("wrappers with options", "env -u a B=1 ".repeat(20_000) + "x");
    texts.put("programs of find", "find . -exec ".repeat(20_000) + "x \\; ".repeat(10_000));
    texts.put(
        "growing values", "a=0123456789;" + "a=$a$a;".repeat(5_000) + "echo $a;".repeat(9_000));
    texts.put("growing scripts", "a='b b;'" + ";a=$a$a".repeat(12) + ";sh -c \"$a\"".repeat(3_000));
    texts.put("growing words", "a='b b'" + ";a=\"$a $a\"".repeat(15) + ";c $a".repeat(3_000));
    texts.put("many names", numbered("n%d=1||a;", 20_000));
    texts.put("names that may change", numbered("n%d=1;a||n%d=2;", 10_000));
    texts.put("documents", numbered("cat <<E%d\n$(a)\nE%1$d\n", 5_000));
    texts.put("documents in one line", numbered("<<E%d ", 5_000) + "\n" + numbered("E%d\n", 5_000));
    texts.put("lists", "{a,b}".repeat(10_000));
    texts.put("long lists", "{" + "a,".repeat(200_000) + "b}");
    texts.put("a long word", "x".repeat(1 << 20));
    texts.put("many words", "x ".repeat(99_999));
    texts.put("scripts in scripts", scripts());
    return texts;
  }

  private static String numbered(String text, int count) {
    var all = new StringBuilder();
    for (int i = 0; i < count; i++) {
      all.append(text.formatted(i, i));
    }
    return all.toString();
  }

  /// Each inside the other, as far as quoting grows.
  private static String scripts() {
    String script = "x";
    while (script.length() < 100_000) {
      script = "sh -c \"" + script.replace("\\", "\\\\").replace("\"", "\\\"") + "; y\"";
    }
    return script;
  }

  private static String text(String name) {
    return Objects.requireNonNull(TEXTS.get(name), name);
  }

  static Iterable<String> hostile() {
    return TEXTS.keySet();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void isReadWithinBounds(String name) {
    check(text(name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          repeated $(  | nested deeper than 200
          repeated (   | nested deeper than 200
          repeated x;  | ''
          many words   | ''
          """)
  void tellsWhatIsTooMuch(String name, String message) {
    assertThat(ShellReader.read(text(name)).message()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource({"x, 100001, 'more than 100,000 words'", "y, 600000, longer than 1 MiB"})
  void tellsTheLimits(String word, int count, String message) {
    Reading reading = ShellReader.read((word + " ").repeat(count));

    assertThat(reading.refused()).isTrue();
    assertThat(reading.message()).isEqualTo(message);
  }

  static Stream<String> nonsense() {
    return IntStream.range(0, 3_000)
        .mapToObj(seed -> {
          var random = new Random(seed);
          var text = new StringBuilder();
          for (int left = 1 + random.nextInt(30); left > 0; left--) {
            text.append(TOKENS.get(random.nextInt(TOKENS.size())));
          }
          return text.toString();
        });
  }

  @Test
  void nonsenseIsReadToo() {
    nonsense().forEach(HostileTextTest::check);
  }

  private static void check(String text) {
    MappedText mapped = MappedText.at(START, text);
    Span all = new Span(START, behind(mapped));
    check(text, all, ClassicCommands.of(mapped));
    for (Dialect each : Dialect.values()) {
      Reading reading = ShellReader.read(text, each);
      assertThat(reading.offset()).as(text).isBetween(0, text.length());
    }
    check(
        text,
        all,
        ImprovedCommands.of(
            mapped,
            Dialect.BASH,
            name -> name.equals("X") ? Optional.of("sh -c y") : Optional.empty()));
  }

  private static Position behind(MappedText text) {
    return text.length() == 0
        ? START
        : new Position(text.position(text.length() - 1).line(), Integer.MAX_VALUE);
  }

  private static void check(String text, Span all, Commands commands) {
    for (Command each : commands.all()) {
      inside(text, all, each.span());
      for (Argument argument : each.arguments()) {
        inside(text, all, argument.span());
      }
    }
  }

  private static void inside(String text, Span all, Span part) {
    boolean good =
        part.start().compareTo(all.start()) >= 0
            && part.end().compareTo(part.start()) >= 0
            && part.end().compareTo(all.end()) <= 0;
    if (!good) {
      throw new AssertionError(part + " is outside of " + all + " in: " + text);
    }
  }
}
