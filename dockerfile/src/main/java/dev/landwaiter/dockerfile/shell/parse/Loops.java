package dev.landwaiter.dockerfile.shell.parse;

import dev.landwaiter.dockerfile.shell.Node;
import dev.landwaiter.dockerfile.shell.Part;
import dev.landwaiter.dockerfile.shell.Script;
import dev.landwaiter.dockerfile.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;

/// Reads loops and cases.
final class Loops {
  private final Cursor cursor;
  private final Bounds bounds;
  private final Grammar grammar;
  private final Words words;
  private final Compounds compounds;

  Loops(Cursor cursor, Bounds bounds, Grammar grammar, Words words, Compounds compounds) {
    this.cursor = cursor;
    this.bounds = bounds;
    this.grammar = grammar;
    this.words = words;
    this.compounds = compounds;
  }

  /// `while` and `until`.
  Node conditional(int start) {
    Node.Kind kind = cursor.takeWord("while") ? Node.Kind.WHILE : Node.Kind.UNTIL;
    if (kind == Node.Kind.UNTIL) {
      cursor.expectWord("until");
    }
    Script condition = grammar.list();
    return compounds.closed(start, kind, List.of(condition, body()));
  }

  private Script body() {
    cursor.expectWord("do");
    compounds.semicolon();
    Script body = grammar.list();
    cursor.expectWord("done");
    return body;
  }

  private Script bodyOrBraces() {
    return cursor.peek() == '{' ? compounds.braces() : body();
  }

  /// `for`.
  Node counted(int start) {
    cursor.takeWord("for");
    cursor.blanks();
    if (cursor.peek() == '(' && cursor.peek(1) == '(') {
      int from = cursor.at;
      cursor.at += 2;
      var parts = new ArrayList<Part>();
      var arithmetic = new Arithmetic(cursor, bounds, words);
      parts.addAll(arithmetic.until(";"));
      parts.addAll(arithmetic.until(";"));
      parts.addAll(arithmetic.until("))"));
      var about = new ShellWord(cursor.place(from), cursor.place(), parts);
      cursor.blanks();
      separator();
      return compounds.closed(start, Node.Kind.FOR, "", List.of(about), List.of(bodyOrBraces()));
    }
    cursor.take('$');
    String name = loopName();
    List<ShellWord> list = inWords();
    return compounds.closed(start, Node.Kind.FOR, name, list, List.of(bodyOrBraces()));
  }

  private String loopName() {
    String name = cursor.name();
    if (name.isEmpty()) {
      throw cursor.refuse("the name of a variable is missing");
    }
    cursor.blanks();
    return name;
  }

  Node selected(int start) {
    cursor.takeWord("select");
    String name = loopName();
    List<ShellWord> list = inWords();
    return compounds.closed(start, Node.Kind.SELECT, name, list, List.of(body()));
  }

  private void separator() {
    compounds.semicolon();
    grammar.allBlanks();
  }

  private List<ShellWord> inWords() {
    var list = new ArrayList<ShellWord>();
    if (cursor.word("in")) {
      cursor.takeWord("in");
      while (cursor.peek() != ';' && !cursor.lineEnds() && !cursor.word("do")) {
        list.add(words.word());
        cursor.blanks();
      }
      if (cursor.word("do")) {
        return list;
      }
    }
    separator();
    return list;
  }

  Node cases(int start) {
    var about = new ArrayList<ShellWord>();
    var bodies = new ArrayList<Script>();
    cursor.takeWord("case");
    about.add(words.word());
    grammar.allBlanks();
    cursor.expectWord("in");
    grammar.lineBreak();
    while (!cursor.takeWord("esac")) {
      bodies.add(item(about));
    }
    return compounds.closed(start, Node.Kind.CASE, "", about, bodies);
  }

  private Script item(List<ShellWord> patterns) {
    cursor.take('(');
    cursor.blanks();
    do {
      cursor.blanks();
      patterns.add(words.word());
      cursor.blanks();
    } while (cursor.take('|'));
    cursor.expect(')', "the pattern of a case is not closed");
    cursor.blanks();
    grammar.lineBreak();
    Script body = Script.EMPTY;
    if (!caseEnds()) {
      body = grammar.list();
    }
    if (!cursor.take(";;&") && !cursor.take(";;") && !cursor.take(";&")) {
      grammar.lineBreak();
      if (!cursor.word("esac")) {
        throw cursor.refuse("an item of a case does not end");
      }
      return body;
    }
    cursor.blanks();
    grammar.lineBreak();
    return body;
  }

  private boolean caseEnds() {
    return (cursor.peek() == ';' && (cursor.peek(1) == ';' || cursor.peek(1) == '&'))
        || cursor.word("esac");
  }
}
