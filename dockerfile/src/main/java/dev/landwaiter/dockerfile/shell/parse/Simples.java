package dev.landwaiter.dockerfile.shell.parse;

import dev.landwaiter.dockerfile.shell.Assignment;
import dev.landwaiter.dockerfile.shell.Node;
import dev.landwaiter.dockerfile.shell.Part;
import dev.landwaiter.dockerfile.shell.Redirection;
import dev.landwaiter.dockerfile.shell.Script;
import dev.landwaiter.dockerfile.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads simple commands: assignments, words and redirections.
final class Simples {
  private final Cursor cursor;
  private final Bounds bounds;
  private final Grammar grammar;
  private final Words words;
  private final Documents documents;

  Simples(Cursor cursor, Bounds bounds, Grammar grammar, Words words, Documents documents) {
    this.cursor = cursor;
    this.bounds = bounds;
    this.grammar = grammar;
    this.words = words;
    this.documents = documents;
  }

  /// What is read of one command.
  private static final class Pieces {
    final List<Assignment> assignments = new ArrayList<>(1);
    final List<ShellWord> words = new ArrayList<>();
    final List<Assignment> settings = new ArrayList<>(1);
    final List<Redirection> redirections = new ArrayList<>(1);
    Script timed = Script.EMPTY;
    int end;
  }

  Node command() {
    int start = cursor.at;
    var pieces = new Pieces();
    while (redirection(pieces) || assignment(pieces, pieces.assignments)) {
      // Each turn reads one piece.
    }
    Optional<ShellWord> name = words.maybe("");
    if (name.isEmpty()) {
      if (cursor.at == start) {
        throw cursor.refuse("a command is missing");
      }
      return new Simple(cursor, start, pieces).node();
    }
    pieces.words.add(name.get());
    pieces.end = cursor.at;
    cursor.blanks();
    suffix(name.get().literal().orElse(""), pieces);
    return new Simple(cursor, start, pieces).node();
  }

  private record Simple(Cursor cursor, int start, Pieces pieces) {
    Node node() {
      return new Node.Simple(
          cursor.place(start),
          cursor.place(pieces.end),
          pieces.assignments,
          pieces.words,
          pieces.settings,
          pieces.redirections,
          pieces.timed);
    }
  }

  private void suffix(String name, Pieces pieces) {
    boolean sets =
        switch (name) {
          case "declare", "export", "local", "readonly", "typeset" -> true;
          default -> false;
        };
    boolean counts = name.equals("let");
    boolean times = name.equals("time");
    while (true) {
      if (redirection(pieces) || (sets && assignment(pieces, pieces.settings))) {
        continue;
      }
      if (times && cursor.peek() != '-') {
        if (!cursor.ended() && !";\n\r)|&".contains(String.valueOf(cursor.peek()))) {
          pieces.timed = grammar.timed();
          pieces.end = cursor.at;
        }
        return;
      }
      if (counts && cursor.peek() == '(') {
        throw cursor.refuse("`(` cannot stand here");
      }
      Optional<ShellWord> word = words.maybe("");
      if (word.isEmpty()) {
        return;
      }
      pieces.words.add(word.get());
      pieces.end = cursor.at;
      cursor.blanks();
    }
  }

  /// Redirections behind a compound command.
  List<Redirection> redirections() {
    if (cursor.ended()) {
      return List.of();
    }
    var pieces = new Pieces();
    while (redirection(pieces)) {
      // Each turn reads one.
    }
    return pieces.redirections;
  }

  private boolean redirection(Pieces pieces) {
    int source = source();
    if (source < 0) {
      return false;
    }
    int start = cursor.at;
    cursor.at = source;
    if (cursor.ahead("<<") && cursor.peek(2) != '<') {
      pieces.redirections.add(documents.started(start));
    } else {
      String operator = operator();
      List<ShellWord> target = target(operator);
      pieces.redirections.add(
          new Redirection(cursor.place(start), cursor.place(), operator, target, List.of()));
    }
    pieces.end = cursor.at;
    cursor.blanks();
    return true;
  }

  /// Where the operator of a redirection stands that begins here, else -1.
  private int source() {
    int at = cursor.at;
    char c = cursor.peek();
    if (c == '&') {
      at++;
    } else if (Cursor.digit(c)) {
      while (at < cursor.limit() && Cursor.digit(cursor.text.charAt(at))) {
        at++;
      }
    } else if (c == '{') {
      int end = at + 1;
      while (end < cursor.limit() && Cursor.nameGoesOn(cursor.text.charAt(end))) {
        end++;
      }
      if (end < cursor.limit() && cursor.text.charAt(end) == '}' && end > at + 1) {
        at = end + 1;
      }
    }
    char operator = at < cursor.limit() ? cursor.text.charAt(at) : Cursor.END;
    if (operator != '<' && operator != '>') {
      return -1;
    }
    boolean process = at + 1 < cursor.limit() && cursor.text.charAt(at + 1) == '(';
    return process ? -1 : at;
  }

  private String operator() {
    for (String each : List.of("<<<", ">>", "<>", ">&", "<&", ">|", "<", ">")) {
      if (cursor.take(each)) {
        return each;
      }
    }
    throw cursor.refuse("a redirection is missing");
  }

  private List<ShellWord> target(String operator) {
    if (operator.endsWith("&")) {
      int start = cursor.at;
      while (Cursor.digit(cursor.peek())) {
        cursor.at++;
      }
      cursor.take('-');
      if (cursor.at > start) {
        Part.Literal text = words.text(start, cursor.at);
        return List.of(new ShellWord(text.start(), text.end(), List.of(text)));
      }
    }
    cursor.blanks();
    return List.of(words.word());
  }

  private boolean assignment(Pieces pieces, List<Assignment> assignments) {
    int start = cursor.at;
    if (cursor.peek() == '$') {
      cursor.at++;
    }
    if (!Cursor.nameStart(cursor.peek())) {
      cursor.at = start;
      return false;
    }
    String name = cursor.name();
    List<Part> index = List.of();
    if (cursor.peek() == '[') {
      Optional<List<Part>> brackets =
          bounds.attempt(
              cursor,
              () -> {
                cursor.at++;
                List<Part> parts = new Arithmetic(cursor, bounds, words).until("]");
                if (cursor.peek() != '=' && !cursor.ahead("+=")) {
                  throw cursor.refuse("not an assignment");
                }
                return parts;
              });
      if (brackets.isPresent()) {
        index = brackets.get();
      }
    }
    boolean append = cursor.ahead("+=");
    if ((!append && cursor.peek() != '=') || cursor.ahead("===")) {
      cursor.at = start;
      return false;
    }
    cursor.at += append ? 2 : 1;
    boolean array = cursor.peek() == '(';
    List<ShellWord> value = array ? array() : value();
    pieces.end = cursor.at;
    assignments.add(
        new Assignment(cursor.place(start), cursor.place(), name, append, array, index, value));
    cursor.blanks();
    return true;
  }

  private List<ShellWord> value() {
    int behind = cursor.at;
    boolean blank = cursor.blanks();
    if (blank || cursor.ended() || "\r\n;&|)".indexOf(cursor.peek()) >= 0) {
      cursor.at = behind;
      return List.of();
    }
    cursor.at = behind;
    return List.of(words.word());
  }

  private List<ShellWord> array() {
    return bounds.deeper(
        cursor,
        () -> {
          cursor.at++;
          var elements = new ArrayList<ShellWord>();
          grammar.allBlanks();
          while (!cursor.take(')')) {
            if (cursor.peek() == '(') {
              elements.addAll(array());
            } else {
              elements.add(words.word());
            }
            grammar.allBlanks();
          }
          return elements;
        });
  }
}
