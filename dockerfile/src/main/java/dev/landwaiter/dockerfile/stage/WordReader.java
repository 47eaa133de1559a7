package dev.landwaiter.dockerfile.stage;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads one word from left to right.
final class WordReader {
  private static final int MAX_DEPTH = 200;
  private static final char NOTHING = 0xFFFF;

  private final String source;
  private final char escape;
  private final boolean quotes;
  private final Variables variables;
  private final Effort effort;
  private final Set<String> used = new LinkedHashSet<>(4);
  private final Map<String, Integer> unset = new LinkedHashMap<>(4);
  private int at;
  private int depth;
  private boolean rawEscapes;

  WordReader(String source, char escape, boolean quotes, Variables variables, Effort effort) {
    this.source = source;
    this.escape = escape;
    this.quotes = quotes;
    this.variables = variables;
    this.effort = effort;
  }

  Set<String> used() {
    return used;
  }

  Map<String, Integer> unset() {
    return unset;
  }

  String read(Splitter splitter) throws BadWordException {
    return until(NOTHING, splitter);
  }

  /// Reads up to an unquoted `stop`, which is passed over.
  private String until(char stop, Splitter splitter) throws BadWordException {
    if (++depth > MAX_DEPTH) {
      throw new BadWordException("More than " + MAX_DEPTH + " forms stand inside one another");
    }
    var text = new StringBuilder();
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == stop) {
        at++;
        depth--;
        return text.toString();
      }
      if (c == '$') {
        String value = dollar();
        splitter.open(value);
        add(text, value);
      } else if (quotes && (c == '\'' || c == '"')) {
        String value = c == '"' ? doubleQuoted() : singleQuoted();
        splitter.closed(value);
        add(text, value);
      } else if (c == escape) {
        escaped(text, splitter);
      } else {
        at++;
        splitter.open(String.valueOf(c));
        text.append(c);
      }
    }
    if (stop != NOTHING) {
      throw new BadWordException("The '" + stop + "' that ends the form is missing");
    }
    depth--;
    return text.toString();
  }

  private void add(StringBuilder text, String value) throws BadWordException {
    if (text.length() + value.length() > Expander.MAX_TEXT) {
      throw new BadWordException(
          "The text becomes longer than " + Expander.MAX_TEXT + " characters");
    }
    effort.write(value.length());
    text.append(value);
  }

  private void escaped(StringBuilder text, Splitter splitter) {
    if (rawEscapes) {
      text.append(escape);
      splitter.closed(String.valueOf(escape));
    }
    at++;
    if (at < source.length()) {
      char next = source.charAt(at++);
      text.append(next);
      splitter.closed(String.valueOf(next));
    }
  }

  private String singleQuoted() throws BadWordException {
    int end = source.indexOf('\'', at + 1);
    if (end < 0) {
      at = source.length();
      throw new BadWordException("A single quote is not closed");
    }
    String text = source.substring(at + 1, end);
    at = end + 1;
    return text;
  }

  private String doubleQuoted() throws BadWordException {
    var text = new StringBuilder();
    at++;
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '"') {
        at++;
        return text.toString();
      }
      if (c == '$') {
        add(text, dollar());
        continue;
      }
      at++;
      if (c != escape) {
        text.append(c);
        continue;
      }
      if (rawEscapes) {
        text.append(c);
      }
      char next = peek();
      if (next == '"' || next == '$' || next == escape) {
        text.append(next);
        at++;
      } else if (at < source.length()) {
        text.append(c);
      }
    }
    throw new BadWordException("A double quote is not closed");
  }

  private char peek() {
    return at < source.length() ? source.charAt(at) : NOTHING;
  }

  private String dollar() throws BadWordException {
    int start = at++;
    if (peek() != '{') {
      String name = name();
      return name.isEmpty() ? "$" : value(name, start).orElse("");
    }
    at++;
    switch (peek()) {
      case NOTHING -> throw new BadWordException("The '}' is missing");
      case '{', '}', ':' -> throw new BadWordException("A name is missing behind '${'");
      default -> {}
    }
    String name = name();
    char form = peek();
    if (form == NOTHING) {
      throw new BadWordException("The '}' is missing");
    }
    at++;
    return switch (form) {
      case '}' -> value(name, start).orElse("");
      case '/' -> replaced(name, start);
      case '+', '-', '?', '#', '%' -> formed(name, start, form, false);
      case ':' -> {
        char behind = peek();
        at = Math.min(at + 1, source.length());
        yield formed(name, start, behind, true);
      }
      default -> throw unknown(String.valueOf(form));
    };
  }

  private static BadWordException unknown(String form) {
    return new BadWordException("There is no form '" + form + "' behind the name of a variable");
  }

  private Optional<String> value(String name, int start) {
    Optional<String> value = variables.get(name);
    if (value.isPresent()) {
      used.add(name);
    } else {
      unset.putIfAbsent(name, start);
    }
    return value;
  }

  /// The forms with a word up to the closing brace.
  private String formed(String name, int start, char form, boolean emptyIsUnset)
      throws BadWordException {
    boolean trims = form == '#' || form == '%';
    if (trims && emptyIsUnset) {
      throw unknown(":" + form);
    }
    String word = inner('}', trims);
    Optional<String> value = value(name, start);
    boolean has = value.isPresent() && !(emptyIsUnset && value.get().isEmpty());
    return switch (form) {
      case '-' -> has ? value.orElseThrow() : word;
      case '+' -> has ? word : "";
      case '?' -> {
        if (!has) {
          String reason = value.isEmpty() ? "it is not set" : "it is empty";
          throw new BadWordException(name + ": " + (word.isEmpty() ? reason : word));
        }
        yield value.orElseThrow();
      }
      case '#' -> Wildcards.withoutPrefix(value.orElse(""), word, effort);
      case '%' -> Wildcards.withoutSuffix(value.orElse(""), word, effort);
      default -> throw unknown(":" + form);
    };
  }

  private String replaced(String name, int start) throws BadWordException {
    boolean all = peek() == '/';
    if (all) {
      at++;
    }
    String pattern = inner('/', true);
    String replacement = inner('}', true);
    String value = value(name, start).orElse("");
    return Wildcards.read(pattern, effort).replace(value, replacement, all);
  }

  private String inner(char stop, boolean raw) throws BadWordException {
    boolean before = rawEscapes;
    rawEscapes = raw;
    String text = until(stop, Splitter.NONE);
    rawEscapes = before;
    return text;
  }

  /// A name: letters, digits and `_`; digits alone where it begins with one; or one of the special
  /// parameters.
  private String name() {
    int start = at;
    if (at < source.length() && "@*#?-$!0".indexOf(source.charAt(at)) >= 0) {
      boolean digits = source.charAt(at) == '0';
      at++;
      while (digits && at < source.length() && Character.isDigit(source.charAt(at))) {
        at++;
      }
      return source.substring(start, at);
    }
    boolean digits = at < source.length() && Character.isDigit(source.charAt(at));
    while (at < source.length()) {
      int c = source.codePointAt(at);
      boolean belongs = digits ? Character.isDigit(c) : Character.isLetterOrDigit(c) || c == '_';
      if (!belongs) {
        break;
      }
      at += Character.charCount(c);
    }
    return source.substring(start, at);
  }
}
