package dev.landwaiter.rego.builtin.graphql;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.List;

/// Reads operations and fragments (GraphQL specification, section 2).
final class QueryParser extends Parser {
  QueryParser(String text) {
    super(text);
  }

  Value document() throws GraphqlException {
    List<Value> operations = new ArrayList<>();
    List<Value> fragments = new ArrayList<>();
    while (!at(Token.Kind.END)) {
      if (at(Token.Kind.OPEN_CURLY)
          || peek().isName("query")
          || peek().isName("mutation")
          || peek().isName("subscription")) {
        operations.add(operation());
      } else if (peek().isName("fragment")) {
        fragments.add(fragment());
      } else {
        throw unexpected(peek());
      }
    }
    var document = new ObjectValue.Draft();
    document.put(Value.of("Operations"), array(operations));
    document.put(Value.of("Fragments"), array(fragments));
    return document.finish();
  }

  private Value operation() throws GraphqlException {
    var node = node();
    String name = "";
    String kind = "query";
    if (!at(Token.Kind.OPEN_CURLY)) {
      kind = next().text();
      name = at(Token.Kind.NAME) ? next().text() : "";
      node.put(Value.of("VariableDefinitions"), variables());
      node.put(Value.of("Directives"), directives(false));
    }
    put(node, "Operation", kind);
    put(node, "Name", name);
    node.put(Value.of("SelectionSet"), requiredSelections());
    return node.finish();
  }

  private Value variables() throws GraphqlException {
    return array(many(Token.Kind.OPEN_ROUND, Token.Kind.CLOSE_ROUND, this::variable));
  }

  private Value variable() throws GraphqlException {
    var node = node();
    expect(Token.Kind.DOLLAR);
    put(node, "Variable", name());
    expect(Token.Kind.COLON);
    node.put(Value.of("Type"), type());
    if (skip(Token.Kind.EQUALS)) {
      node.put(Value.of("DefaultValue"), value(true));
    }
    node.put(Value.of("Directives"), directives(false));
    node.put(Value.of("Used"), Value.of(false));
    return node.finish();
  }

  private Value selections() throws GraphqlException {
    return array(some(Token.Kind.OPEN_CURLY, Token.Kind.CLOSE_CURLY, this::selection));
  }

  private Value requiredSelections() throws GraphqlException {
    if (!at(Token.Kind.OPEN_CURLY)) {
      throw expected("{");
    }
    return selections();
  }

  private Value selection() throws GraphqlException {
    return at(Token.Kind.SPREAD) ? spread() : field();
  }

  private Value field() throws GraphqlException {
    var node = node();
    String alias = name();
    put(node, "Alias", alias);
    put(node, "Name", skip(Token.Kind.COLON) ? name() : alias);
    node.put(Value.of("Arguments"), arguments(false));
    node.put(Value.of("Directives"), directives(false));
    node.put(Value.of("SelectionSet"), selections());
    return node.finish();
  }

  private Value spread() throws GraphqlException {
    expect(Token.Kind.SPREAD);
    var node = node();
    if (at(Token.Kind.NAME) && !peek().text().equals("on")) {
      put(node, "Name", next().text());
      node.put(Value.of("Directives"), directives(false));
      return node.finish();
    }
    String condition = "";
    if (peek().isName("on")) {
      next();
      condition = name();
    }
    put(node, "TypeCondition", condition);
    node.put(Value.of("Directives"), directives(false));
    node.put(Value.of("SelectionSet"), requiredSelections());
    return node.finish();
  }

  private Value fragment() throws GraphqlException {
    var node = node();
    expectKeyword("fragment");
    if (peek().text().equals("on")) {
      throw unexpected(peek());
    }
    put(node, "Name", name());
    node.put(Value.of("VariableDefinition"), variables());
    expectKeyword("on");
    put(node, "TypeCondition", name());
    node.put(Value.of("Directives"), directives(false));
    node.put(Value.of("SelectionSet"), requiredSelections());
    return node.finish();
  }
}
