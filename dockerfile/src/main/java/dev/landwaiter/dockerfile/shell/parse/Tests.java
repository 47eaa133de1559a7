package dev.landwaiter.dockerfile.shell.parse;

import dev.landwaiter.dockerfile.shell.Part;
import dev.landwaiter.dockerfile.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads `[ ... ]` and `[[ ... ]]`, which have a grammar of their own.
final class Tests {
  private static final List<String> SIGNS = List.of("==", "!=", "<=", ">=", "=~", ">", "<", "=");

  private final Cursor cursor;
  private final Bounds bounds;
  private final Grammar grammar;
  private final Words words;
  private final List<ShellWord> read = new ArrayList<>(4);

  Tests(Cursor cursor, Bounds bounds, Grammar grammar, Words words) {
    this.cursor = cursor;
    this.bounds = bounds;
    this.grammar = grammar;
    this.words = words;
  }

  /// Reads the whole test, brackets included.
  List<ShellWord> all() {
    if (!cursor.take("[[")) {
      cursor.at++;
    }
    boolean space = grammar.allBlanks();
    if (!(space && cursor.peek() == ']')) {
      contents();
    }
    if (!cursor.take("]]")) {
      cursor.expect(']', "the test should end here");
    }
    cursor.blanks();
    return read;
  }

  private void contents() {
    do {
      do {
        term();
      } while (and());
    } while (or());
  }

  private boolean and() {
    return joined("&&") || joined("-a");
  }

  private boolean or() {
    return joined("||") || joined("-o");
  }

  private boolean joined(String sign) {
    if (!cursor.take(sign)) {
      return false;
    }
    grammar.allBlanks();
    return true;
  }

  private void term() {
    if (cursor.take('!')) {
      grammar.allBlanks();
    }
    if (takeBracket("(")) {
      grammar.allBlanks();
      bounds.deeper(
          cursor,
          () -> {
            contents();
            return read;
          });
      if (!takeBracket(")")) {
        throw cursor.refuse("the bracket in the test is not closed");
      }
    } else if (dashed()) {
      unary();
    } else {
      comparison();
    }
    grammar.allBlanks();
  }

  /// A bracket as it is, behind a backslash or in quotes.
  private boolean takeBracket(String bracket) {
    return cursor.take(bracket)
        || cursor.take("\\" + bracket)
        || cursor.take("'" + bracket + "'")
        || cursor.take("\"" + bracket + "\"");
  }

  private boolean dashed() {
    return cursor.peek() == '-' && Character.isLetter(cursor.peek(1));
  }

  private void operator() {
    int start = cursor.at++;
    while (Character.isLetter(cursor.peek())) {
      cursor.at++;
    }
    add(start);
    grammar.allBlanks();
  }

  private void add(int start) {
    Part.Literal text = words.text(start, cursor.at);
    read.add(new ShellWord(text.start(), text.end(), List.of(text)));
  }

  private void unary() {
    operator();
    operand().ifPresentOrElse(read::add, () -> missing("operand"));
  }

  private void missing(String what) {
    throw cursor.refuse("the test lacks an " + what);
  }

  private Optional<ShellWord> operand() {
    int start = cursor.at;
    cursor.blanks();
    boolean ends = cursor.peek() == ']';
    cursor.at = start;
    if (ends) {
      return Optional.empty();
    }
    Optional<ShellWord> word = words.maybe("");
    if (word.isPresent() && endsWithBracket(word.get())) {
      throw cursor.refuse("a blank is missing before the bracket that ends the test");
    }
    cursor.blanks();
    return word;
  }

  private static boolean endsWithBracket(ShellWord word) {
    List<Part> parts = word.parts();
    boolean indexed =
        parts.size() > 1
            && parts.get(1) instanceof Part.Literal second
            && second.text().equals("[");
    boolean opened = false;
    for (Part part : parts) {
      opened |= part instanceof Part.Literal literal && literal.text().contains("[");
    }
    return !indexed
        && !opened
        && parts.getLast() instanceof Part.Literal last
        && last.text().endsWith("]");
  }

  private void comparison() {
    read.add(operand().orElseThrow(() -> cursor.refuse("the test lacks an operand")));
    boolean expression = cursor.ahead("=~");
    if (!sign()) {
      return;
    }
    if (expression) {
      regex();
    } else {
      operand().ifPresentOrElse(read::add, () -> missing("operand"));
    }
  }

  private boolean sign() {
    if (dashed()) {
      boolean joins =
          (cursor.peek(1) == 'a' || cursor.peek(1) == 'o') && !Character.isLetter(cursor.peek(2));
      if (!joins) {
        operator();
      }
      return !joins;
    }
    int start = cursor.at;
    char quote =
        cursor.peek() == '\\' || cursor.peek() == '\'' || cursor.peek() == '"'
            ? cursor.peek()
            : ' ';
    if (quote != ' ') {
      cursor.at++;
    }
    for (String sign : SIGNS) {
      if (cursor.take(sign)) {
        if (quote == ' ' || quote == '\\' || cursor.take(quote)) {
          add(start);
          grammar.allBlanks();
          return true;
        }
        break;
      }
    }
    cursor.at = start;
    return false;
  }

  private void regex() {
    int start = cursor.at;
    var parts = new ArrayList<Part>();
    while (regexPart(parts)) {
      // Each turn reads one piece.
    }
    if (parts.isEmpty()) {
      missing("expression");
    }
    read.add(new ShellWord(cursor.place(start), cursor.place(), parts));
    cursor.blanks();
  }

  private boolean regexPart(List<Part> parts) {
    char c = cursor.peek();
    if (cursor.ended()) {
      return false;
    }
    if (c == '(') {
      parts.addAll(bounds.deeper(cursor, this::group));
      return true;
    }
    if ("|[*?+!@{}".indexOf(c) >= 0) {
      parts.add(words.one());
      return true;
    }
    Optional<Part> part = words.part("(");
    part.ifPresent(parts::add);
    return part.isPresent();
  }

  private List<Part> group() {
    cursor.at++;
    var parts = new ArrayList<Part>();
    while (!cursor.take(')')) {
      if (cursor.peek() == ' ' || cursor.peek() == '\t' || cursor.lineEnds()) {
        cursor.at++;
      } else if (!regexPart(parts)) {
        throw cursor.refuse("the group is not closed");
      }
    }
    return parts;
  }
}
