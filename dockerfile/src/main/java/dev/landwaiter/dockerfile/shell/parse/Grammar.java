package dev.landwaiter.dockerfile.shell.parse;

import dev.landwaiter.dockerfile.shell.Node;
import dev.landwaiter.dockerfile.shell.Script;
import dev.landwaiter.dockerfile.shell.Script.Connector;
import dev.landwaiter.dockerfile.shell.Script.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads lists and pipelines.
final class Grammar {
  private final Cursor cursor;
  private final Bounds bounds;
  private final Documents documents;
  private final Compounds compounds;
  private final Simples simples;

  Grammar(Cursor cursor, Bounds bounds) {
    this.cursor = cursor;
    this.bounds = bounds;
    var words = new Words(cursor, bounds, this);
    this.documents = new Documents(cursor, words);
    this.simples = new Simples(cursor, bounds, this, words, documents);
    this.compounds = new Compounds(cursor, bounds, this, words, simples);
  }

  /// The whole text. ShellCheck is content with what stands before something that goes with
  /// nothing.
  Script whole() {
    Script script = listOrNothing();
    if (!cursor.ended() && !cursor.manner.checked()) {
      throw cursor.refuse("reading stopped here");
    }
    return script;
  }

  Script wholeOrNothing() {
    try {
      return whole();
    } catch (Refusal refusal) {
      return Script.EMPTY;
    }
  }

  /// Skips blanks, comments and ends of lines; says whether there was any.
  boolean allBlanks() {
    boolean any = cursor.blanks();
    while (cursor.lineEnds()) {
      documents.lineFeed();
      cursor.blanks();
      any = true;
    }
    return any;
  }

  /// Skips ends of lines, if one stands here.
  void lineBreak() {
    while (cursor.lineEnds()) {
      documents.lineFeed();
      cursor.blanks();
    }
  }

  Script listOrNothing() {
    allBlanks();
    while (cursor.annotation() && new Directive(cursor).last()) {
      new Directive(cursor).skip();
    }
    return beginsPipeline() ? list() : Script.EMPTY;
  }

  /// A list of at least one pipeline.
  Script list() {
    allBlanks();
    var steps = new ArrayList<Step>(4);
    Connector before = Connector.START;
    do {
      andOr(steps, before);
      before = separator();
    } while (before != Connector.START && beginsPipeline());
    return new Script(steps);
  }

  private boolean beginsPipeline() {
    if (cursor.ended() || cursor.closes()) {
      return false;
    }
    char c = cursor.peek();
    if (c == ';' || c == '|' || c == '\r') {
      return false;
    }
    return c != '&' || cursor.peek(1) == '>';
  }

  /// What separates two pipelines of a list; START where nothing does.
  private Connector separator() {
    char c = cursor.peek();
    if (c == ';' && cursor.peek(1) != ';' && cursor.peek(1) != '&') {
      cursor.at++;
      cursor.blanks();
      lineBreak();
      return Connector.THEN;
    }
    if (c == '&' && cursor.peek(1) != '&' && cursor.peek(1) != '>') {
      cursor.at++;
      int behind = cursor.at;
      cursor.blanks();
      if (cursor.peek() == ';' && cursor.peek(1) != ';') {
        cursor.at++;
      } else {
        cursor.at = behind;
      }
      cursor.blanks();
      lineBreak();
      return Connector.BACKGROUND;
    }
    if (cursor.lineEnds()) {
      lineBreak();
      return Connector.THEN;
    }
    return Connector.START;
  }

  private void andOr(List<Step> steps, Connector first) {
    while (cursor.annotation()) {
      new Directive(cursor).skip();
      allBlanks();
    }
    Connector before = first;
    while (true) {
      steps.add(pipeline(before));
      if (cursor.take("&&")) {
        before = Connector.AND;
      } else if (cursor.take("||")) {
        before = Connector.OR;
      } else {
        return;
      }
      cursor.blanks();
      lineBreak();
    }
  }

  private Step pipeline(Connector before) {
    if (cursor.closes()) {
      throw cursor.refuse("a reserved word that nothing has opened");
    }
    boolean negated = cursor.take('!');
    if (negated) {
      cursor.blanks();
    }
    Node first = command();
    if (!pipe()) {
      return new Step(before, negated, List.of(first));
    }
    var commands = new ArrayList<Node>();
    commands.add(first);
    do {
      commands.add(command());
    } while (pipe());
    return new Step(before, negated, commands);
  }

  /// One pipeline as a script, behind `time`.
  Script timed() {
    return bounds.deeper(cursor, () -> new Script(List.of(pipeline(Connector.START))));
  }

  private boolean pipe() {
    cursor.blanks();
    if (cursor.peek() != '|' || cursor.peek(1) == '|') {
      return false;
    }
    cursor.at++;
    cursor.take('&');
    cursor.blanks();
    lineBreak();
    return true;
  }

  private Node command() {
    Optional<Node> compound = compounds.maybe();
    return compound.isPresent() ? compound.get() : simples.command();
  }
}
