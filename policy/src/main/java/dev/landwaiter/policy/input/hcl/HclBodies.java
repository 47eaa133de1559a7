package dev.landwaiter.policy.input.hcl;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.policy.input.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads the structure of HCL's native syntax: bodies of attributes and blocks.
final class HclBodies {
  private final HclCursor cursor;
  private final HclExpressions expressions;

  HclBodies(SourceText source) {
    cursor = new HclCursor(source);
    expressions = new HclExpressions(cursor);
  }

  record Body(List<Block> blocks, List<Attribute> attributes, int from, int to) {}

  record Block(String type, List<String> labels, Body body, int from, int to) {}

  record Attribute(String name, HclExpression value) {}

  /// Reads a whole file.
  Body file() throws FormatException {
    return body(false);
  }

  private Body body(boolean nested) throws FormatException {
    int from = cursor.at;
    List<Block> blocks = new ArrayList<>();
    List<Attribute> attributes = new ArrayList<>();
    Set<String> names = new HashSet<>();
    while (true) {
      cursor.skip();
      if (cursor.isEnd()) {
        if (nested) {
          throw cursor.source.wrong(cursor.at, "a block is not closed before the end", "add a }");
        }
        return new Body(blocks, attributes, from, cursor.at);
      }
      if (cursor.isLineBreak()) {
        cursor.passLineBreak();
      } else if (nested && cursor.peek(0) == '}') {
        return new Body(blocks, attributes, from, cursor.at);
      } else {
        item(blocks, attributes, names);
      }
    }
  }

  private void item(List<Block> blocks, List<Attribute> attributes, Set<String> names)
      throws FormatException {
    int from = cursor.at;
    if (!cursor.isName()) {
      throw cursor.source.wrong(
          from, "an argument or a block was expected" + cursor.found(), "names have no quotes");
    }
    String name = cursor.name();
    cursor.skip();
    if (cursor.peek(0) == '=' && cursor.peek(1) != '=' && cursor.peek(1) != '>') {
      attributes.add(attribute(name, from, names));
    } else {
      blocks.add(block(name, from));
    }
    lineEnd();
  }

  /// The rest of an attribute, from its sign of equality on.
  private Attribute attribute(String name, int from, Set<String> names) throws FormatException {
    if (!names.add(name)) {
      throw cursor.source.wrong(from, "the argument " + name + " is set twice", "");
    }
    cursor.at++;
    return new Attribute(name, expressions.expression());
  }

  private void lineEnd() throws FormatException {
    cursor.skip();
    if (cursor.isLineBreak()) {
      cursor.passLineBreak();
    } else if (!cursor.isEnd()) {
      throw cursor.source.wrong(
          cursor.at, "the end of the line was expected" + cursor.found(), "begin a new line");
    }
  }

  private Block block(String type, int from) throws FormatException {
    cursor.enter();
    List<String> labels = new ArrayList<>();
    while (cursor.peek(0) != '{') {
      cursor.enter();
      labels.add(label());
      cursor.skip();
    }
    cursor.at++;
    cursor.skip();
    Body body =
        cursor.isEnd() || cursor.isLineBreak() || cursor.peek(0) == '}' ? body(true) : oneLine();
    cursor.at++;
    labels.forEach(_ -> cursor.leave());
    cursor.leave();
    return new Block(type, labels, body, from, cursor.at);
  }

  private String label() throws FormatException {
    if (cursor.peek(0) == '"') {
      return HclText.quoted(cursor);
    }
    if (!cursor.isName()) {
      throw cursor.source.wrong(
          cursor.at, "a label or the { of a block was expected" + cursor.found(), "");
    }
    return cursor.name();
  }

  /// The body of a block in one line, which has one attribute.
  private Body oneLine() throws FormatException {
    int from = cursor.at;
    if (!cursor.isName()) {
      throw cursor.source.wrong(from, "an argument was expected" + cursor.found(), "");
    }
    String name = cursor.name();
    cursor.skip();
    if (cursor.peek(0) != '=' || cursor.peek(1) == '=' || cursor.peek(1) == '>') {
      throw cursor.source.wrong(
          cursor.at, "a block in one line holds one argument only", "begin a new line after the {");
    }
    Attribute attribute = attribute(name, from, new HashSet<>());
    cursor.skip();
    if (cursor.peek(0) != '}') {
      throw cursor.source.wrong(
          cursor.at,
          "a block in one line ends after its one argument" + cursor.found(),
          "begin a new line after the {");
    }
    return new Body(List.of(), List.of(attribute), from, cursor.at);
  }
}
