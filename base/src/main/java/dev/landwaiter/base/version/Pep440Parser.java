package dev.landwaiter.base.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads one PEP 440 version, appendix B, without a regular expression: linear in the text.
final class Pep440Parser {
  private static final List<String> PRE =
      List.of("alpha", "beta", "preview", "pre", "rc", "a", "b", "c");
  private static final List<String> POST = List.of("post", "rev", "r");
  private static final List<String> DEV = List.of("dev");

  private final String original;
  private final String text;
  private int at;
  private String word = "";

  Pep440Parser(String version) {
    this.original = version;
    this.text = version.strip().toLowerCase(Locale.ROOT);
  }

  Pep440Version parse() throws InvalidVersionException {
    skip('v');
    String epoch = "0";
    int first = Digits.run(text, at, text.length());
    if (first > at && first < text.length() && text.charAt(first) == '!') {
      epoch = text.substring(at, first);
      at = first + 1;
    }
    List<String> release = release();
    Optional<String> number = mark(PRE);
    Optional<Pep440Version.Pre> pre = number.map(n -> new Pep440Version.Pre(letter(word), n));
    Optional<String> post = post();
    Optional<String> dev = mark(DEV);
    List<String> local = skip('+') ? local() : List.of();
    if (at < text.length()) {
      throw trouble();
    }
    return new Pep440Version(epoch, release, pre, post, dev, local);
  }

  private static String letter(String word) {
    return switch (word) {
      case "a", "alpha" -> "a";
      case "b", "beta" -> "b";
      default -> "rc";
    };
  }

  private List<String> release() throws InvalidVersionException {
    List<String> release = new ArrayList<>();
    release.add(number());
    while (at + 1 < text.length() && text.charAt(at) == '.' && Digits.digit(text.charAt(at + 1))) {
      at++;
      release.add(number());
    }
    return List.copyOf(release);
  }

  private Optional<String> post() throws InvalidVersionException {
    if (at + 1 < text.length() && text.charAt(at) == '-' && Digits.digit(text.charAt(at + 1))) {
      at++;
      return Optional.of(number());
    }
    return mark(POST);
  }

  /// A word with an optional separator on either side and an optional number, 0 when missing.
  private Optional<String> mark(List<String> words) {
    int from = at + (separator(at) ? 1 : 0);
    for (String candidate : words) {
      if (text.startsWith(candidate, from)) {
        word = candidate;
        at = from + candidate.length();
        int start = at + (separator(at) ? 1 : 0);
        int end = Digits.run(text, start, text.length());
        at = end;
        return Optional.of(end == start ? "0" : text.substring(start, end));
      }
    }
    return Optional.empty();
  }

  private List<String> local() throws InvalidVersionException {
    List<String> segments = new ArrayList<>();
    do {
      int start = at;
      while (at < text.length() && Digits.alphanumeric(text.charAt(at))) {
        at++;
      }
      if (at == start) {
        throw trouble();
      }
      segments.add(text.substring(start, at));
    } while (skip('.') || skip('-') || skip('_'));
    return List.copyOf(segments);
  }

  private String number() throws InvalidVersionException {
    int end = Digits.run(text, at, text.length());
    if (end == at) {
      throw trouble();
    }
    String number = text.substring(at, end);
    at = end;
    return number;
  }

  private boolean separator(int i) {
    return i < text.length() && "-_.".indexOf(text.charAt(i)) >= 0;
  }

  private boolean skip(char wanted) {
    boolean there = at < text.length() && text.charAt(at) == wanted;
    at += there ? 1 : 0;
    return there;
  }

  private InvalidVersionException trouble() {
    return InvalidVersionException.about("Python version", original);
  }
}
