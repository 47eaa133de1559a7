package dev.landwaiter.oci.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads one `WWW-Authenticate` value from left to right, each character a bounded number of times.
final class ChallengeReader {
  private static final int LENGTH_LIMIT = 8 << 10;
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";
  private static final String TOKEN68_MARKS = "-._~+/";

  private final String text;
  private int at;

  ChallengeReader(String text) {
    this.text = text.length() > LENGTH_LIMIT ? "" : text;
  }

  List<Challenge> read() {
    List<Challenge> challenges = new ArrayList<>();
    while (true) {
      skipSeparators();
      String scheme = token();
      if (scheme.isEmpty()) {
        return challenges;
      }
      skipBlanks();
      skipToken68();
      Map<String, String> parameters = new LinkedHashMap<>();
      boolean readable = parameters(parameters);
      challenges.add(new Challenge(scheme.toLowerCase(Locale.ROOT), Map.copyOf(parameters)));
      if (!readable) {
        return challenges;
      }
    }
  }

  /// Reads parameters until the next scheme or the end; false when the rest is unreadable.
  private boolean parameters(Map<String, String> into) {
    while (true) {
      skipSeparators();
      int start = at;
      String key = token();
      skipBlanks();
      if (key.isEmpty()) {
        return false;
      }
      if (!next('=')) {
        at = start;
        return true;
      }
      at++;
      skipBlanks();
      boolean complete = next('"') ? quoted(key, into) : plain(key, into);
      if (!complete) {
        return false;
      }
    }
  }

  private boolean quoted(String key, Map<String, String> into) {
    var value = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        into.putIfAbsent(key.toLowerCase(Locale.ROOT), value.toString());
        return true;
      }
      if (c == '\\' && at + 1 < text.length()) {
        at++;
        c = text.charAt(at);
      }
      value.append(c);
    }
    return false;
  }

  /// An unquoted value. Some registries leave the quotes off a URL, so more than a token is taken.
  private boolean plain(String key, Map<String, String> into) {
    int start = at;
    while (at < text.length() && text.charAt(at) != ',' && !blank(text.charAt(at))) {
      at++;
    }
    into.putIfAbsent(key.toLowerCase(Locale.ROOT), text.substring(start, at));
    return true;
  }

  /// Skips the single value without key that Negotiate and its like carry.
  private void skipToken68() {
    int end = at;
    while (end < text.length()
        && (alphanumeric(end) || TOKEN68_MARKS.indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    boolean some = end > at;
    while (end < text.length() && text.charAt(end) == '=') {
      end++;
    }
    int value = end;
    while (end < text.length() && blank(text.charAt(end))) {
      end++;
    }
    if (some && (end == text.length() || text.charAt(end) == ',')) {
      at = value;
    }
  }

  private String token() {
    int start = at;
    while (at < text.length() && (alphanumeric(at) || TOKEN_MARKS.indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return text.substring(start, at);
  }

  private boolean alphanumeric(int index) {
    char c = text.charAt(index);
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private boolean next(char wanted) {
    return at < text.length() && text.charAt(at) == wanted;
  }

  private void skipBlanks() {
    while (at < text.length() && blank(text.charAt(at))) {
      at++;
    }
  }

  private void skipSeparators() {
    while (at < text.length() && (blank(text.charAt(at)) || text.charAt(at) == ',')) {
      at++;
    }
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\t';
  }
}
