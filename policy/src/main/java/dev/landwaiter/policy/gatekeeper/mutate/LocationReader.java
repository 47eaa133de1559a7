package dev.landwaiter.policy.gatekeeper.mutate;

import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import java.util.ArrayList;
import java.util.List;

/// Reads the text of a [Location].
final class LocationReader {
  static final int LENGTH_LIMIT = 16_384;
  static final int STEP_LIMIT = 256;

  private final String text;
  private int at;

  LocationReader(String text) {
    this.text = text;
  }

  Location read() throws RefusedException {
    if (text.length() > LENGTH_LIMIT) {
      throw new RefusedException(
          "the location has more than the %,d characters that are read".formatted(LENGTH_LIMIT));
    }
    List<Step> steps = new ArrayList<>();
    skipBlanks();
    while (at < text.length()) {
      steps.add(new Step.Field(name("the name of a field")));
      if (next() == '[') {
        steps.add(list());
      }
      if (steps.size() > STEP_LIMIT) {
        throw wrong("more than the %d steps that are read".formatted(STEP_LIMIT));
      }
      if (at < text.length()) {
        expect('.', "'.' or the end");
        if (at == text.length()) {
          throw wrong("a '.' at the end");
        }
      }
    }
    return new Location(steps);
  }

  private Step list() throws RefusedException {
    expect('[', "'['");
    String key = name("the name of the field that tells the elements apart");
    expect(':', "':'");
    Step step;
    if (next() == '*') {
      expect('*', "'*'");
      step = new Step.Every(key);
    } else {
      step = new Step.Item(key, value());
    }
    expect(']', "']'");
    return step;
  }

  private Value value() throws RefusedException {
    if (!isDigit(next())) {
      return Value.of(name("a value, or '*' for all elements"));
    }
    int start = at;
    while (isDigit(next())) {
      at++;
    }
    String digits = text.substring(start, at);
    try {
      Value value = NumberValue.of(Long.parseLong(digits));
      skipBlanks();
      return value;
    } catch (NumberFormatException e) {
      at = start;
      throw wrong("a number beyond 64 bits");
    }
  }

  /// A word with or without quotes.
  private String name(String what) throws RefusedException {
    char first = next();
    if (first == '"' || first == '\'') {
      return quoted(first);
    }
    int start = at;
    if (!isDigit(first)) {
      while (isWord(next())) {
        at++;
      }
    }
    if (at == start) {
      throw expected(what);
    }
    String name = text.substring(start, at);
    skipBlanks();
    return name;
  }

  private String quoted(char quote) throws RefusedException {
    int start = at++;
    var name = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      if (text.charAt(at) == '\\') {
        at++;
      }
      if (at < text.length()) {
        name.append(text.charAt(at++));
      }
    }
    if (at >= text.length()) {
      at = start;
      throw wrong("a quote that is not closed");
    }
    at++;
    skipBlanks();
    return name.toString();
  }

  private void expect(char character, String what) throws RefusedException {
    if (next() != character || at >= text.length()) {
      throw expected(what);
    }
    at++;
    skipBlanks();
  }

  /// The character at hand; at the end it is one that stands in no location.
  private char next() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private void skipBlanks() {
    while (Character.isWhitespace(next())) {
      at++;
    }
  }

  static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  static boolean isWord(char character) {
    return isDigit(character)
        || (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || character == '_'
        || character == '-';
  }

  private RefusedException expected(String what) {
    return wrong(
        at < text.length()
            ? "'" + text.charAt(at) + "' where " + what + " is expected"
            : "it ends where " + what + " is expected");
  }

  private RefusedException wrong(String what) {
    return new RefusedException(
        "the location `%s` is not valid: character %d: %s".formatted(text, at + 1, what));
  }
}
