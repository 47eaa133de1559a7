package dev.landwaiter.dockerfile.shell.parse;

import dev.landwaiter.dockerfile.shell.Node;
import dev.landwaiter.dockerfile.shell.Part;
import dev.landwaiter.dockerfile.shell.Redirection;
import dev.landwaiter.dockerfile.shell.Script;
import dev.landwaiter.dockerfile.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads compound commands, tests and definitions of functions.
final class Compounds {
  private final Cursor cursor;
  private final Bounds bounds;
  private final Grammar grammar;
  private final Words words;
  private final Simples simples;
  private final Loops loops;

  Compounds(Cursor cursor, Bounds bounds, Grammar grammar, Words words, Simples simples) {
    this.cursor = cursor;
    this.bounds = bounds;
    this.grammar = grammar;
    this.words = words;
    this.simples = simples;
    this.loops = new Loops(cursor, bounds, grammar, words, this);
  }

  /// The compound command that begins here, if one does.
  Optional<Node> maybe() {
    char c = cursor.peek();
    boolean possible =
        switch (c) {
          case '(' -> true;
          case '{' -> cursor.manner.checked() || " \t\n\r".indexOf(cursor.peek(1)) >= 0;
          case '[' -> cursor.manner.checked();
          case 'i', 'w', 'u', 'f', 's', 'c' -> keyword();
          default -> false;
        };
    if (possible) {
      return Optional.of(bounds.deeper(cursor, this::read));
    }
    if (c == '[') {
      // For a shell `[` is a command like others: what is no test is read as such.
      return bounds.attempt(cursor, () -> bounds.deeper(cursor, this::read));
    }
    int open = functionParenthesis();
    int close = open < 0 ? -1 : closingParenthesis(open);
    return close < 0 ? Optional.empty() : Optional.of(bounds.deeper(cursor, () -> function(open)));
  }

  private boolean keyword() {
    return switch (cursor.peek()) {
      case 'i' -> cursor.word("if");
      case 'w' -> cursor.word("while");
      case 'u' -> cursor.word("until");
      case 'f' -> cursor.word("for") || functionKeyword();
      case 's' -> cursor.word("select");
      case 'c' -> cursor.word("case") || cursor.ahead("coproc ");
      default -> false;
    };
  }

  private Node read() {
    int start = cursor.at;
    return switch (cursor.peek()) {
      case '{' -> closed(start, Node.Kind.GROUP, List.of(braces()));
      case '(' -> parentheses(start);
      case '[' -> test(start);
      case 'i' -> conditional(start);
      case 'f' -> cursor.word("for") ? loops.counted(start) : named(start);
      case 'c' -> cursor.word("case") ? loops.cases(start) : coprocess(start);
      case 's' -> loops.selected(start);
      default -> loops.conditional(start);
    };
  }

  Node closed(int start, Node.Kind kind, List<Script> bodies) {
    return closed(start, kind, "", List.of(), bodies);
  }

  /// The command is read but for its redirections.
  Node closed(int start, Node.Kind kind, String name, List<ShellWord> about, List<Script> bodies) {
    int end = cursor.place();
    cursor.blanks();
    List<Redirection> redirections = simples.redirections();
    if (!redirections.isEmpty()) {
      end = redirections.getLast().end();
    }
    return new Node.Compound(cursor.place(start), end, kind, name, about, bodies, redirections);
  }

  Script braces() {
    cursor.at++;
    grammar.allBlanks();
    Script list = grammar.list();
    cursor.expect('}', "the brace is not closed");
    return list;
  }

  private Node parentheses(int start) {
    if (cursor.peek(1) == '(') {
      Optional<List<Part>> arithmetic =
          bounds.attempt(
              cursor,
              () -> {
                cursor.at += 2;
                return new Arithmetic(cursor, bounds, words).until("))");
              });
      if (arithmetic.isPresent()) {
        int end = cursor.place();
        cursor.blanks();
        var word = new ShellWord(cursor.place(start), end, arithmetic.get());
        return new Node.Test(cursor.place(start), end, List.of(word), simples.redirections());
      }
    }
    return closed(start, Node.Kind.SUBSHELL, List.of(subshell()));
  }

  private Script subshell() {
    cursor.at++;
    Script list = grammar.list();
    grammar.allBlanks();
    cursor.expect(')', "the parenthesis is not closed");
    return list;
  }

  private Node test(int start) {
    List<ShellWord> operands = new Tests(cursor, bounds, grammar, words).all();
    int end = cursor.place();
    return new Node.Test(cursor.place(start), end, operands, simples.redirections());
  }

  private Node conditional(int start) {
    var bodies = new ArrayList<Script>();
    cursor.takeWord("if");
    branch(bodies);
    while (cursor.takeWord("elif")) {
      branch(bodies);
    }
    if (cursor.takeWord("else")) {
      semicolon();
      bodies.add(grammar.list());
    }
    cursor.expectWord("fi");
    return closed(start, Node.Kind.IF, bodies);
  }

  private void branch(List<Script> bodies) {
    bodies.add(grammar.list());
    cursor.expectWord("then");
    semicolon();
    bodies.add(grammar.list());
  }

  /// A semicolon that does not belong here but hurts nobody.
  void semicolon() {
    if (cursor.peek() == ';' && cursor.peek(1) != ';') {
      cursor.at++;
      cursor.blanks();
    }
  }

  /// Where a name and parentheses stand here: the offset of the opening one, else -1.
  private int functionParenthesis() {
    int at = cursor.at;
    while (at < cursor.limit() && functionCharacter(cursor.text.charAt(at))) {
      at++;
    }
    if (at == cursor.at || (cursor.text.startsWith("time", cursor.at) && at == cursor.at + 4)) {
      return -1;
    }
    int blank = at;
    while (blank < cursor.limit() && " \t".indexOf(cursor.text.charAt(blank)) >= 0) {
      blank++;
    }
    return blank < cursor.limit() && cursor.text.charAt(blank) == '(' ? blank : -1;
  }

  private static boolean functionCharacter(char c) {
    return Cursor.nameGoesOn(c) || ":+?-./^@,".indexOf(c) >= 0;
  }

  /// Whether the word for a function and a name stand here.
  private boolean functionKeyword() {
    int at = cursor.at + "function".length();
    if (!cursor.ahead("function") || !isBlank(at)) {
      return false;
    }
    while (isBlank(at)) {
      at++;
    }
    return at < cursor.limit() && namedCharacter(cursor.text.charAt(at));
  }

  private boolean isBlank(int at) {
    return at < cursor.limit() && (cursor.text.charAt(at) == ' ' || cursor.text.charAt(at) == '\t');
  }

  private static boolean namedCharacter(char c) {
    return functionCharacter(c) || (c != Cursor.END && "[]*=!".indexOf(c) >= 0);
  }

  private Node function(int open) {
    int start = cursor.at;
    String name = cursor.text.substring(start, open).strip();
    cursor.at = open;
    takeParentheses();
    return body(start, name);
  }

  /// Offset of the parenthesis that closes this one, names of parameters between them, or -1.
  private int closingParenthesis(int open) {
    int at = open + 1;
    while (at < cursor.limit() && "\n){".indexOf(cursor.text.charAt(at)) < 0) {
      at++;
    }
    return at < cursor.limit() && cursor.text.charAt(at) == ')' ? at : -1;
  }

  private void takeParentheses() {
    cursor.at = closingParenthesis(cursor.at) + 1;
    cursor.blanks();
  }

  private Node named(int start) {
    cursor.at += "function ".length();
    cursor.blanks();
    int from = cursor.at;
    while (namedCharacter(cursor.peek())) {
      cursor.at++;
    }
    String name = cursor.text.substring(from, cursor.at);
    cursor.blanks();
    if (cursor.peek() == '(') {
      int open = cursor.at++;
      cursor.blanks();
      if (cursor.peek() == ')') {
        cursor.at = open;
        takeParentheses();
      } else {
        cursor.at = open;
      }
    }
    return body(start, name);
  }

  private Node body(int start, String name) {
    grammar.allBlanks();
    Script body =
        switch (cursor.peek()) {
          case '{' -> braces();
          case '(' -> subshell();
          default -> {
            Optional<Node> compound = cursor.manner.checked() ? Optional.empty() : maybe();
            if (compound.isEmpty()) {
              throw cursor.refuse("the function has no body");
            }
            yield alone(compound.get());
          }
        };
    return closed(start, Node.Kind.FUNCTION, name, List.of(), List.of(body));
  }

  private static Script alone(Node command) {
    return new Script(List.of(new Script.Step(Script.Connector.START, false, List.of(command))));
  }

  private Node coprocess(int start) {
    cursor.at += "coproc ".length();
    cursor.blanks();
    int from = cursor.at;
    String name = cursor.name();
    if (!name.isEmpty() && cursor.blanks()) {
      Optional<Node> compound = bounds.attempt(cursor, () -> maybe().orElseThrow(this::nameless));
      if (compound.isPresent()) {
        return closed(start, Node.Kind.COPROCESS, name, List.of(), List.of(alone(compound.get())));
      }
    }
    cursor.at = from;
    return closed(start, Node.Kind.COPROCESS, List.of(grammar.timed()));
  }

  private Refusal nameless() {
    return cursor.refuse("no compound command follows the name");
  }
}
