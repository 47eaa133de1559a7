package dev.landwaiter.dockerfile.shell.parse;

import dev.landwaiter.dockerfile.shell.Part;
import dev.landwaiter.dockerfile.shell.Script;
import dev.landwaiter.dockerfile.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads words: quotes, literals and what `$` and back-ticks begin.
final class Words {
  private final Cursor cursor;
  private final Bounds bounds;
  private final Grammar grammar;
  private final Patterns patterns;

  Words(Cursor cursor, Bounds bounds, Grammar grammar) {
    this.cursor = cursor;
    this.bounds = bounds;
    this.grammar = grammar;
    this.patterns = new Patterns(cursor, bounds, this);
  }

  /// The word that begins here; refused where there is none.
  ShellWord word() {
    return word("");
  }

  /// A word that also ends before these characters.
  ShellWord word(String ends) {
    Optional<ShellWord> word = maybe(ends);
    if (word.isEmpty()) {
      throw cursor.refuse("a word is missing");
    }
    return word.get();
  }

  Optional<ShellWord> maybe(String ends) {
    if (cursor.annotation()) {
      throw cursor.refuse("a directive for ShellCheck stands before a command only");
    }
    int start = cursor.at;
    List<Part> parts = parts(ends);
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    bounds.word(cursor);
    return Optional.of(new ShellWord(cursor.place(start), cursor.place(), parts));
  }

  List<Part> parts(String ends) {
    Optional<Part> first = part(ends);
    if (first.isEmpty()) {
      return List.of();
    }
    Optional<Part> next = part(ends);
    if (next.isEmpty()) {
      return List.of(first.get());
    }
    var parts = new ArrayList<Part>();
    parts.add(first.get());
    while (next.isPresent()) {
      parts.add(next.get());
      next = part(ends);
    }
    return parts;
  }

  /// The next piece of a word outside quotes.
  Optional<Part> part(String ends) {
    char c = cursor.peek();
    if (cursor.ended() || (!ends.isEmpty() && ends.indexOf(c) >= 0)) {
      return Optional.empty();
    }
    if (Cursor.plain(c) && c != '\u00b4') {
      return Optional.of(literal(ends));
    }
    return switch (c) {
      case ' ', '\t', '\n', '\r', '\u00a0', '|', '&', ';', '(', ')' -> Optional.empty();
      case '\'' -> Optional.of(single());
      case '"' -> Optional.of(quoted(cursor.at));
      case '$' -> Optional.of(dollar());
      case '`', '\u00b4' -> Optional.of(oldSubstitution(false));
      case '<', '>' -> cursor.peek(1) == '(' ? Optional.of(process()) : Optional.empty();
      case '[', '*', '?', '@', '!', '+' -> Optional.of(patterns.glob());
      case '{', '}' -> Optional.of(patterns.brace());
      case '\\' -> Optional.of(literal(ends));
      default -> Optional.of(one());
    };
  }

  /// One character as it is.
  Part.Literal one() {
    int start = cursor.at++;
    return new Part.Literal(
        cursor.place(start), cursor.place(), cursor.text.substring(start, cursor.at));
  }

  Part.Literal literal(String ends) {
    int start = cursor.at;
    while (Cursor.plain(cursor.peek()) && (ends.isEmpty() || ends.indexOf(cursor.peek()) < 0)) {
      cursor.at++;
    }
    if (cursor.peek() != '\\') {
      return new Part.Literal(
          cursor.place(start), cursor.place(), cursor.text.substring(start, cursor.at));
    }
    var text = new StringBuilder().append(cursor.text, start, cursor.at);
    while (!cursor.ended()) {
      char c = cursor.peek();
      if (c == '\\') {
        cursor.at++;
        if (cursor.ended()) {
          throw cursor.refuse("nothing follows the backslash");
        }
        if (cursor.peek() != '\n') {
          text.append(cursor.peek());
        }
        cursor.at++;
      } else if (Cursor.plain(c) && (ends.isEmpty() || ends.indexOf(c) < 0)) {
        text.append(c);
        cursor.at++;
      } else {
        break;
      }
    }
    return new Part.Literal(cursor.place(start), cursor.place(), text.toString());
  }

  Part.Single single() {
    int start = cursor.at;
    int end = cursor.text.indexOf('\'', start + 1);
    if (end < 0 || end >= cursor.limit()) {
      throw cursor.refuse("the single quote is not closed");
    }
    cursor.at = end + 1;
    return new Part.Single(
        cursor.place(start), cursor.place(), cursor.text.substring(start + 1, end));
  }

  /// `"..."`, or the same behind a `$` that stands at `start`.
  Part.Quoted quoted(int start) {
    int open = cursor.at++;
    var parts = new ArrayList<Part>(2);
    while (!cursor.take('"')) {
      if (cursor.ended()) {
        cursor.at = open;
        throw cursor.refuse("the double quote is not closed");
      }
      parts.add(inQuotes());
    }
    return new Part.Quoted(cursor.place(start), cursor.place(), open > start, parts);
  }

  private Part inQuotes() {
    return switch (cursor.peek()) {
      case '$' -> expansion(true).orElseGet(this::one);
      case '`', '\u00b4' -> oldSubstitution(true);
      default -> quotedLiteral();
    };
  }

  private Part quotedLiteral() {
    int start = cursor.at;
    int copied = start;
    StringBuilder text = new StringBuilder(0);
    while (!cursor.ended()) {
      char c = cursor.peek();
      if (c == '"' || c == '$' || c == '`') {
        break;
      }
      if (c == '\\') {
        char next = cursor.peek(1);
        if (cursor.at + 1 >= cursor.limit()) {
          throw cursor.refuse("nothing follows the backslash");
        }
        if (next == '"' || next == '$' || next == '`' || next == '\\' || next == '\n') {
          text.append(cursor.text, copied, cursor.at);
          copied = next == '\n' ? cursor.at + 2 : cursor.at + 1;
        }
        cursor.at++;
      }
      cursor.at++;
    }
    String all =
        copied == start
            ? cursor.text.substring(start, cursor.at)
            : text.append(cursor.text, copied, cursor.at).toString();
    return new Part.Literal(cursor.place(start), cursor.place(), all);
  }

  /// What a `$` begins outside quotes.
  Part dollar() {
    Optional<Part> expansion = expansion(false);
    if (expansion.isPresent()) {
      return expansion.get();
    }
    int start = cursor.at;
    if (cursor.peek(1) == '"') {
      cursor.at++;
      return quoted(start);
    }
    if (cursor.peek(1) == '\'' && cursor.manner.extended()) {
      return ansi();
    }
    return one();
  }

  private Part ansi() {
    int start = cursor.at;
    cursor.at += 2;
    while (cursor.peek() != '\'') {
      cursor.at += cursor.peek() == '\\' ? 2 : 1;
      if (cursor.at >= cursor.limit()) {
        cursor.at = start;
        throw cursor.refuse("the quote is not closed");
      }
    }
    cursor.at++;
    return new Part.Ansi(
        cursor.place(start), cursor.place(), cursor.text.substring(start + 2, cursor.at - 1));
  }

  /// A variable, a substitution or arithmetic; nothing where the `$` stands for itself.
  ///
  /// @param quoted whether it stands inside double quotes
  Optional<Part> expansion(boolean quoted) {
    char next = cursor.peek(1);
    if (next == '(') {
      return Optional.of(bounds.deeper(cursor, this::parenthesis));
    }
    if (next == '{') {
      return Optional.of(bounds.deeper(cursor, () -> braced(quoted)));
    }
    int start = cursor.at;
    if (next == '[') {
      cursor.at += 2;
      List<Part> parts = new Arithmetic(cursor, bounds, this).until("]");
      return Optional.of(new Part.Arithmetic(cursor.place(start), cursor.place(), parts));
    }
    cursor.at++;
    if (Cursor.nameStart(next)) {
      cursor.name();
    } else if (Cursor.digit(next) || (next != Cursor.END && "@*#?-$!".indexOf(next) >= 0)) {
      cursor.at++;
    } else {
      cursor.at = start;
      return Optional.empty();
    }
    return Optional.of(
        new Part.Parameter(
            cursor.place(start), cursor.place(), false, List.of(text(start + 1, cursor.at))));
  }

  Part.Literal text(int start, int end) {
    return new Part.Literal(
        cursor.place(start), cursor.place(end), cursor.text.substring(start, end));
  }

  private Part parenthesis() {
    int start = cursor.at;
    if (cursor.peek(2) == '(') {
      Optional<List<Part>> arithmetic =
          bounds.attempt(
              cursor,
              () -> {
                cursor.at += 3;
                List<Part> parts = new Arithmetic(cursor, bounds, this).until("))");
                return parts;
              });
      if (arithmetic.isPresent()) {
        return new Part.Arithmetic(cursor.place(start), cursor.place(), arithmetic.get());
      }
    }
    cursor.at += 2;
    Script script = grammar.listOrNothing();
    cursor.expect(')', "the `$(` is not closed");
    return new Part.Substitution(cursor.place(start), cursor.place(), false, script);
  }

  private Part braced(boolean quoted) {
    int start = cursor.at;
    char first = cursor.peek(2);
    if (first == ' ' || first == '\t' || first == '\n' || first == '\r') {
      cursor.at += 2;
      Script script = grammar.list();
      cursor.expect('}', "the `${` is not closed");
      return new Part.Substitution(cursor.place(start), cursor.place(), false, script);
    }
    cursor.at += 2;
    var parts = new ArrayList<Part>(2);
    while (!cursor.take('}')) {
      if (cursor.ended()) {
        cursor.at = start;
        throw cursor.refuse("the `${` is not closed");
      }
      parts.add(inBraces(quoted && !cursor.manner.checked()));
    }
    return new Part.Parameter(cursor.place(start), cursor.place(), true, parts);
  }

  private Part inBraces(boolean quoted) {
    return switch (cursor.peek()) {
      case '\'' -> quoted ? bracedLiteral() : single();
      case '"' -> quoted(cursor.at);
      case '$' -> dollar();
      case '`' -> oldSubstitution(false);
      case '?', '*', '@', '!', '+' ->
          cursor.peek(1) == '('
              ? patterns.extended().orElseGet(this::bracedLiteral)
              : bracedLiteral();
      default -> bracedLiteral();
    };
  }

  private Part bracedLiteral() {
    int start = cursor.at;
    var text = new StringBuilder();
    do {
      char c = cursor.peek();
      if (c == '\\' && cursor.at + 1 < cursor.limit()) {
        cursor.at++;
        text.append(c);
        c = cursor.peek();
      }
      text.append(c);
      cursor.at++;
    } while (!cursor.ended() && "}\"$`'".indexOf(cursor.peek()) < 0);
    return new Part.Literal(cursor.place(start), cursor.place(), text.toString());
  }

  private Part process() {
    return bounds.deeper(
        cursor,
        () -> {
          int start = cursor.at;
          cursor.at += 2;
          Script script = grammar.listOrNothing();
          cursor.expect(')', "the `<(` is not closed");
          return new Part.Process(cursor.place(start), cursor.place(), script);
        });
  }

  /// Back-ticks; what cannot be understood inside them hurts nothing outside.
  Part oldSubstitution(boolean quoted) {
    int start = cursor.at++;
    int from = cursor.at;
    while (cursor.peek() != '`' && cursor.peek() != '\u00b4') {
      cursor.at += cursor.peek() == '\\' ? 2 : 1;
      if (cursor.at >= cursor.limit()) {
        cursor.at = start;
        throw cursor.refuse("the back-tick is not closed");
      }
    }
    int to = cursor.at++;
    Script script =
        bounds.deeper(
            cursor,
            () ->
                new Grammar(cursor.unescaped(from, to, quoted), bounds.inside()).wholeOrNothing());
    return new Part.Substitution(cursor.place(start), cursor.place(), true, script);
  }

  /// The expansions in the body of a here document.
  List<Part> document(int limit) {
    var parts = new ArrayList<Part>();
    while (cursor.at < limit) {
      switch (cursor.peek()) {
        case '\\' -> cursor.at += 2;
        case '$' -> expansion(true).ifPresentOrElse(parts::add, () -> cursor.at++);
        case '`' -> parts.add(oldSubstitution(true));
        default -> cursor.at++;
      }
    }
    return parts;
  }
}
