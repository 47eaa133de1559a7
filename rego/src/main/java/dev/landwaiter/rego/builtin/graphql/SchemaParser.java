package dev.landwaiter.rego.builtin.graphql;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads definitions of types, directives and schemas (GraphQL specification, section 3).
final class SchemaParser extends Parser {
  private static final Set<String> LOCATIONS =
      Set.of(
          "QUERY",
          "MUTATION",
          "SUBSCRIPTION",
          "FIELD",
          "FRAGMENT_DEFINITION",
          "FRAGMENT_SPREAD",
          "INLINE_FRAGMENT",
          "VARIABLE_DEFINITION",
          "SCHEMA",
          "SCALAR",
          "OBJECT",
          "FIELD_DEFINITION",
          "ARGUMENT_DEFINITION",
          "INTERFACE",
          "UNION",
          "ENUM",
          "ENUM_VALUE",
          "INPUT_OBJECT",
          "INPUT_FIELD_DEFINITION");

  private final boolean builtIn;

  /// @param builtIn whether the definitions are those every schema has
  SchemaParser(String text, boolean builtIn) {
    super(text);
    this.builtIn = builtIn;
  }

  Value document() throws GraphqlException {
    List<Value> schemas = new ArrayList<>();
    List<Value> schemaExtensions = new ArrayList<>();
    List<Value> directives = new ArrayList<>();
    List<Value> definitions = new ArrayList<>();
    List<Value> extensions = new ArrayList<>();
    while (!at(Token.Kind.END)) {
      String description = description();
      if (!at(Token.Kind.NAME)) {
        throw unexpected(peek());
      }
      switch (peek().text()) {
        case "scalar", "type", "interface", "union", "enum", "input" ->
            definitions.add(definition(description).finish());
        case "schema" -> schemas.add(schema(description));
        case "directive" -> directives.add(directive(description));
        case "extend" -> {
          if (!description.isEmpty()) {
            throw unexpected(last());
          }
          next();
          if (peek().isName("schema")) {
            schemaExtensions.add(schemaExtension());
          } else {
            extensions.add(extension());
          }
        }
        default -> throw unexpected(peek());
      }
    }
    var document = new ObjectValue.Draft();
    document.put(Value.of("Schema"), array(schemas));
    document.put(Value.of("SchemaExtension"), array(schemaExtensions));
    document.put(Value.of("Directives"), array(directives));
    document.put(Value.of("Definitions"), array(definitions));
    document.put(Value.of("Extensions"), array(extensions));
    return document.finish();
  }

  private String description() throws GraphqlException {
    return at(Token.Kind.STRING) || at(Token.Kind.BLOCK_STRING) ? next().text() : "";
  }

  private Value schema(String description) throws GraphqlException {
    var node = node();
    next();
    put(node, "Description", description);
    node.put(Value.of("Directives"), directives(true));
    node.put(
        Value.of("OperationTypes"),
        array(some(Token.Kind.OPEN_CURLY, Token.Kind.CLOSE_CURLY, this::operationType)));
    return node.finish();
  }

  private Value operationType() throws GraphqlException {
    var node = node();
    Token kind = next();
    if (!kind.isName("query") && !kind.isName("mutation") && !kind.isName("subscription")) {
      throw unexpected(kind);
    }
    put(node, "Operation", kind.text());
    expect(Token.Kind.COLON);
    put(node, "Type", name());
    return node.finish();
  }

  private Value schemaExtension() throws GraphqlException {
    Value extension = schema("");
    if (Ast.list(extension, "Directives").isEmpty()
        && Ast.list(extension, "OperationTypes").isEmpty()) {
      throw unexpected(peek());
    }
    return extension;
  }

  private Value extension() throws GraphqlException {
    Value extension = definition("").finish();
    boolean empty = true;
    for (String part : List.of("Directives", "Interfaces", "Fields", "Types", "EnumValues")) {
      empty &= Ast.list(extension, part).isEmpty();
    }
    if (empty) {
      throw unexpected(peek());
    }
    return extension;
  }

  private ObjectValue.Draft definition(String description) throws GraphqlException {
    var node = node();
    Token word = peek();
    String kind =
        switch (word.kind() == Token.Kind.NAME ? word.text() : "") {
          case "scalar" -> "SCALAR";
          case "type" -> "OBJECT";
          case "interface" -> "INTERFACE";
          case "union" -> "UNION";
          case "enum" -> "ENUM";
          case "input" -> "INPUT_OBJECT";
          default -> throw unexpected(word);
        };
    next();
    put(node, "Kind", kind);
    put(node, "Description", description);
    node.put(Value.of("BuiltIn"), Value.of(builtIn));
    put(node, "Name", name());
    if (kind.equals("OBJECT") || kind.equals("INTERFACE")) {
      node.put(Value.of("Interfaces"), interfaces());
    }
    node.put(Value.of("Directives"), directives(true));
    switch (kind) {
      case "OBJECT", "INTERFACE" ->
          node.put(Value.of("Fields"), array(inCurly(() -> field(true, false))));
      case "INPUT_OBJECT" -> node.put(Value.of("Fields"), array(inCurly(() -> field(false, true))));
      case "UNION" -> node.put(Value.of("Types"), memberTypes());
      case "ENUM" -> node.put(Value.of("EnumValues"), array(inCurly(this::enumValue)));
      default -> {}
    }
    return node;
  }

  private List<Value> inCurly(Part<Value> part) throws GraphqlException {
    return some(Token.Kind.OPEN_CURLY, Token.Kind.CLOSE_CURLY, part);
  }

  private Value interfaces() throws GraphqlException {
    List<Value> names = new ArrayList<>();
    if (peek().isName("implements")) {
      next();
      skip(Token.Kind.AMPERSAND);
      do {
        names.add(Value.of(name()));
      } while (skip(Token.Kind.AMPERSAND));
    }
    return array(names);
  }

  private Value memberTypes() throws GraphqlException {
    List<Value> names = new ArrayList<>();
    if (skip(Token.Kind.EQUALS)) {
      skip(Token.Kind.PIPE);
      do {
        names.add(Value.of(name()));
      } while (skip(Token.Kind.PIPE));
    }
    return array(names);
  }

  /// A field or an argument.
  private Value field(boolean arguments, boolean defaults) throws GraphqlException {
    var node = node();
    put(node, "Description", description());
    put(node, "Name", name());
    if (arguments) {
      node.put(Value.of("Arguments"), argumentDefinitions());
    }
    expect(Token.Kind.COLON);
    node.put(Value.of("Type"), type());
    if (defaults && skip(Token.Kind.EQUALS)) {
      node.put(Value.of("DefaultValue"), value(true));
    }
    node.put(Value.of("Directives"), directives(true));
    return node.finish();
  }

  private Value argumentDefinitions() throws GraphqlException {
    return array(some(Token.Kind.OPEN_ROUND, Token.Kind.CLOSE_ROUND, () -> field(false, true)));
  }

  private Value enumValue() throws GraphqlException {
    var node = node();
    put(node, "Description", description());
    put(node, "Name", name());
    node.put(Value.of("Directives"), directives(true));
    return node.finish();
  }

  private Value directive(String description) throws GraphqlException {
    var node = node();
    next();
    expect(Token.Kind.AT);
    put(node, "Description", description);
    put(node, "Name", name());
    node.put(Value.of("Arguments"), argumentDefinitions());
    boolean repeatable = peek().isName("repeatable");
    if (repeatable) {
      next();
    }
    node.put(Value.of("IsRepeatable"), Value.of(repeatable));
    expectKeyword("on");
    List<Value> locations = new ArrayList<>();
    skip(Token.Kind.PIPE);
    do {
      Token location = expect(Token.Kind.NAME);
      if (!LOCATIONS.contains(location.text())) {
        throw unexpected(location);
      }
      locations.add(Value.of(location.text()));
    } while (skip(Token.Kind.PIPE));
    node.put(Value.of("Locations"), array(locations));
    return node.finish();
  }
}
