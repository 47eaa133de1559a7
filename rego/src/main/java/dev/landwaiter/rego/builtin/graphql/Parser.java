package dev.landwaiter.rego.builtin.graphql;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.syntax.ValueText;
import java.util.ArrayList;
import java.util.List;

/// What the parsers of queries and of schemas share: tokens, values, types, directives. Nodes are
/// objects with the members reference 13.17 names, and `Position`.
class Parser {
  private static final int DEPTH_LIMIT = 300;

  private final Lexer lexer;
  private Token peeked;
  private Token last;
  private int depth;

  Parser(String text) {
    lexer = new Lexer(text);
    peeked = lexer.next();
    last = peeked;
  }

  /// One part of a list.
  @FunctionalInterface
  interface Part<T> {
    T parse() throws GraphqlException;
  }

  final Token peek() {
    return peeked;
  }

  /// The token taken last.
  final Token last() {
    return last;
  }

  final boolean at(Token.Kind kind) {
    return peeked.kind() == kind;
  }

  final Token next() throws GraphqlException {
    if (at(Token.Kind.INVALID)) {
      throw GraphqlException.at(peeked.place(), peeked.text());
    }
    last = peeked;
    peeked = lexer.next();
    return last;
  }

  final boolean skip(Token.Kind kind) throws GraphqlException {
    if (!at(kind)) {
      return false;
    }
    next();
    return true;
  }

  final Token expect(Token.Kind kind) throws GraphqlException {
    if (!at(kind)) {
      throw expected(kind.shown());
    }
    return next();
  }

  final void expectKeyword(String word) throws GraphqlException {
    if (!peeked.isName(word)) {
      throw GraphqlException.at(
          peeked.place(), "Expected " + ValueText.quoted(word) + ", found " + peeked.shown());
    }
    next();
  }

  final GraphqlException expected(String what) {
    return GraphqlException.at(
        peeked.place(), "Expected " + what + ", found " + peeked.kind().shown());
  }

  final GraphqlException unexpected(Token token) {
    return GraphqlException.at(token.place(), "Unexpected " + token.shown());
  }

  final String name() throws GraphqlException {
    return expect(Token.Kind.NAME).text();
  }

  /// Parts between brackets, or none without the opening one.
  final <T> List<T> many(Token.Kind open, Token.Kind close, Part<T> part) throws GraphqlException {
    List<T> parts = new ArrayList<>();
    if (!skip(open)) {
      return parts;
    }
    if (++depth > DEPTH_LIMIT) {
      throw GraphqlException.at(peeked.place(), "Nested deeper than " + DEPTH_LIMIT);
    }
    while (!at(close)) {
      parts.add(part.parse());
    }
    depth--;
    next();
    return parts;
  }

  /// As [#many], but brackets without a part are an error.
  final <T> List<T> some(Token.Kind open, Token.Kind close, Part<T> part) throws GraphqlException {
    boolean opened = at(open);
    List<T> parts = many(open, close, part);
    if (opened && parts.isEmpty()) {
      throw GraphqlException.at(
          last.place(), "expected at least one definition, found " + last.kind().shown());
    }
    return parts;
  }

  final Value arguments(boolean constant) throws GraphqlException {
    return array(many(Token.Kind.OPEN_ROUND, Token.Kind.CLOSE_ROUND, () -> argument(constant)));
  }

  private Value argument(boolean constant) throws GraphqlException {
    var node = node();
    put(node, "Name", name());
    expect(Token.Kind.COLON);
    node.put(Value.of("Value"), value(constant));
    return node.finish();
  }

  final Value directives(boolean constant) throws GraphqlException {
    List<Value> directives = new ArrayList<>();
    while (at(Token.Kind.AT)) {
      next();
      var node = node();
      put(node, "Name", name());
      put(node, "Location", "");
      node.put(Value.of("Arguments"), arguments(constant));
      directives.add(node.finish());
    }
    return array(directives);
  }

  final Value value(boolean constant) throws GraphqlException {
    Token token = peeked;
    return switch (token.kind()) {
      case OPEN_SQUARE ->
          composite(
              Literal.LIST,
              many(Token.Kind.OPEN_SQUARE, Token.Kind.CLOSE_SQUARE, () -> child("", constant)),
              token);
      case OPEN_CURLY ->
          composite(
              Literal.OBJECT,
              many(
                  Token.Kind.OPEN_CURLY,
                  Token.Kind.CLOSE_CURLY,
                  () -> {
                    String name = name();
                    expect(Token.Kind.COLON);
                    return child(name, constant);
                  }),
              token);
      case DOLLAR -> {
        if (constant) {
          throw unexpected(token);
        }
        next();
        yield literal(Literal.VARIABLE, name(), token);
      }
      case INT -> literal(Literal.INT, next().text(), token);
      case FLOAT -> literal(Literal.FLOAT, next().text(), token);
      case STRING -> literal(Literal.STRING, next().text(), token);
      case BLOCK_STRING -> literal(Literal.BLOCK, next().text(), token);
      case NAME -> {
        var kind =
            switch (token.text()) {
              case "true", "false" -> Literal.BOOLEAN;
              case "null" -> Literal.NULL;
              default -> Literal.ENUM;
            };
        yield literal(kind, next().text(), token);
      }
      case INVALID,
          END,
          BANG,
          AMPERSAND,
          OPEN_ROUND,
          CLOSE_ROUND,
          SPREAD,
          COLON,
          EQUALS,
          AT,
          CLOSE_SQUARE,
          CLOSE_CURLY,
          PIPE ->
          throw unexpected(token);
    };
  }

  private Value child(String name, boolean constant) throws GraphqlException {
    var node = node();
    put(node, "Name", name);
    node.put(Value.of("Value"), value(constant));
    return node.finish();
  }

  private static Value composite(Literal kind, List<Value> children, Token token) {
    var node = Ast.node(token.place());
    Ast.put(node, "Raw", "");
    node.put(Value.of("Children"), array(children));
    return finish(node, kind);
  }

  private static Value literal(Literal kind, String raw, Token token) {
    var node = Ast.node(token.place());
    Ast.put(node, "Raw", raw);
    return finish(node, kind);
  }

  private static Value finish(ObjectValue.Draft node, Literal kind) {
    node.put(Value.of("Kind"), Value.of(kind.number()));
    node.put(Value.of("ExpectedTypeHasDefault"), Value.of(false));
    return node.finish();
  }

  final Value type() throws GraphqlException {
    var node = node();
    if (at(Token.Kind.OPEN_SQUARE)) {
      if (++depth > DEPTH_LIMIT) {
        throw GraphqlException.at(peeked.place(), "Nested deeper than " + DEPTH_LIMIT);
      }
      next();
      put(node, "NamedType", "");
      node.put(Value.of("Elem"), type());
      expect(Token.Kind.CLOSE_SQUARE);
      depth--;
    } else {
      put(node, "NamedType", name());
    }
    node.put(Value.of("NonNull"), Value.of(skip(Token.Kind.BANG)));
    return node.finish();
  }

  /// A node that begins with the next token.
  final ObjectValue.Draft node() {
    return Ast.node(peeked.place());
  }

  static void put(ObjectValue.Draft node, String key, String text) {
    Ast.put(node, key, text);
  }

  static Value array(List<Value> elements) {
    return new ArrayValue(elements);
  }
}
