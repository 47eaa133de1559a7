package dev.landwaiter.rego.builtin.pattern;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Surroundings;
import java.util.List;
import java.util.Optional;

/// A compiled regular expression with Go's rules of where to look on after a match.
final class Regex {
  /// States × characters of one match; about ten seconds.
  private static final long STEPS = 2_000_000_000;

  /// What compiling gave: a pattern, or the text of what is wrong with it.
  private sealed interface Compiled {
    record Fine(Regex regex) implements Compiled {}

    record Wrong(String message) implements Compiled {}
  }

  private final Pattern program;
  private final int size;
  private final List<String> names;
  private final PlainPattern plain;
  private final Optional<Automaton> automaton;

  private Regex(String pattern, Pattern program, List<String> names) {
    this.program = program;
    this.size = program.programSize();
    this.names = names;
    this.plain = PlainPattern.of(pattern);
    this.automaton = plain.isPlain() ? Optional.empty() : Automaton.of(pattern);
  }

  /// The expression, compiled once for all evaluations.
  ///
  /// @throws BuiltinException when the syntax is wrong, with Go's text
  static Regex of(Surroundings surroundings, String pattern) throws BuiltinException {
    return fine(surroundings.share("regex", pattern, Regex::compile));
  }

  /// Reads a pattern for somebody who keeps it himself.
  static Regex read(String pattern) throws BuiltinException {
    return fine(compile(pattern));
  }

  private static Regex fine(Compiled compiled) throws BuiltinException {
    return switch (compiled) {
      case Compiled.Fine(Regex regex) -> regex;
      case Compiled.Wrong(String message) -> throw BuiltinException.failure(message);
    };
  }

  static boolean isValid(Surroundings surroundings, String pattern) {
    return surroundings.share("regex", pattern, Regex::compile) instanceof Compiled.Fine;
  }

  private static Compiled compile(String pattern) {
    var source = RegexSource.of(pattern);
    String mistake = source.size().mistake(pattern);
    if (!mistake.isEmpty()) {
      return new Compiled.Wrong(
          earlier(pattern, source.size().place()).orElse("error parsing regexp: " + mistake));
    }
    try {
      return new Compiled.Fine(new Regex(pattern, Pattern.compile(source.text()), source.names()));
    } catch (PatternSyntaxException e) {
      return new Compiled.Wrong(source.message(e.getDescription(), e.getPattern()));
    }
  }

  /// What is wrong before a place; an open group is not, for it may close later.
  private static Optional<String> earlier(String pattern, int place) {
    if (place <= 0) {
      return Optional.empty();
    }
    var source = RegexSource.of(pattern.substring(0, place));
    try {
      var _ = Pattern.compile(source.text());
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return e.getDescription().equals("missing closing )")
          ? Optional.empty()
          : Optional.of(source.message(e.getDescription(), e.getPattern()));
    }
  }

  boolean finds(String text) throws BuiltinException {
    if (plain.isPlain()) {
      return plain.finds(text);
    }
    Optional<Boolean> known = automaton.flatMap(made -> made.finds(text));
    return known.isPresent() ? known.get() : matcher(text).find();
  }

  /// A matcher for this text alone.
  Matcher matcher(String text) throws BuiltinException {
    if ((long) size * text.length() > STEPS) {
      throw BuiltinException.halt(
          "matching an expression of %d states with %d characters is more than the %d steps allowed"
              .formatted(size, text.length(), STEPS));
    }
    return program.matcher(text);
  }

  /// The name of each group, from the whole match on; empty for one without.
  List<String> names() {
    return names;
  }

  /// Takes one match.
  @FunctionalInterface
  interface Match {
    void found(Matcher matcher) throws BuiltinException;
  }

  /// Visits matches from left to right; an empty one directly behind another is none.
  ///
  /// @param most how many at most, or negative for all
  void each(Surroundings surroundings, String text, long most, Match match)
      throws BuiltinException {
    Matcher matcher = matcher(text);
    int from = 0;
    int lastEnd = -1;
    long count = 0;
    while (from <= text.length() && (most < 0 || count < most) && matcher.find(from)) {
      surroundings.check();
      boolean accepted = true;
      if (matcher.end() == from) {
        accepted = matcher.start() != lastEnd;
        from += from < text.length() ? Character.charCount(text.codePointAt(from)) : 1;
      } else {
        from = matcher.end();
      }
      lastEnd = matcher.end();
      if (accepted) {
        match.found(matcher);
        count++;
      }
    }
  }
}
