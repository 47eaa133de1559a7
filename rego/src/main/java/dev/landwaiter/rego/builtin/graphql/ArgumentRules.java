package dev.landwaiter.rego.builtin.graphql;

import dev.landwaiter.base.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rules for arguments and directives (GraphQL specification, sections 5.4 and 5.7).
final class ArgumentRules {
  private final Schema schema;
  private final ValueRules values;

  ArgumentRules(Schema schema, ValueRules values) {
    this.schema = schema;
    this.values = values;
  }

  /// Walks through the values of the arguments of a field or directive.
  void walk(Value node, Optional<Value> definition) throws GraphqlException {
    for (Value argument : Schema.arguments(node)) {
      Expectation expected =
          definition
              .flatMap(d -> Ast.named(Schema.arguments(d), Ast.name(argument)))
              .map(Expectation::of)
              .orElse(Expectation.NONE);
      values.walk(argument.get("Value").orElse(argument), expected);
    }
  }

  /// Refuses arguments that are not defined.
  ///
  /// @param on what they belong to, as the error shows it
  static void known(Value node, Value definition, String on) throws GraphqlException {
    for (Value argument : Schema.arguments(node)) {
      if (Ast.named(Schema.arguments(definition), Ast.name(argument)).isEmpty()) {
        throw GraphqlException.at(
            Ast.place(node),
            "Unknown argument \""
                + Ast.name(argument)
                + "\" on "
                + on
                + "."
                + Suggestions.didYouMean(
                    Ast.name(argument),
                    Schema.arguments(definition).stream().map(Ast::name).toList()));
      }
    }
  }

  /// Refuses that a required argument is left out.
  static void required(Value node, Value definition, String of) throws GraphqlException {
    for (Value parameter : Schema.arguments(definition)) {
      if (Ast.flag(Schema.typeOf(parameter), "NonNull")
          && parameter.get("DefaultValue").isEmpty()
          && Ast.named(Schema.arguments(node), Ast.name(parameter)).isEmpty()) {
        throw GraphqlException.at(
            Ast.place(node),
            of
                + " argument \""
                + Ast.name(parameter)
                + "\" of type \""
                + Ast.typeText(Schema.typeOf(parameter))
                + "\" is required, but it was not provided.");
      }
    }
  }

  static void distinct(Value node) throws GraphqlException {
    Set<String> names = new HashSet<>();
    for (Value argument : Schema.arguments(node)) {
      if (!names.add(Ast.name(argument))) {
        throw GraphqlException.at(
            Ast.place(node),
            "There can be only one argument named \"" + Ast.name(argument) + "\".");
      }
    }
  }

  void directives(Value node, String location) throws GraphqlException {
    List<Value> directives = Ast.list(node, "Directives");
    for (Value directive : directives) {
      String name = Ast.name(directive);
      Optional<Value> known = Optional.ofNullable(schema.directives().get(name));
      walk(directive, known);
      if (known.isEmpty()) {
        throw GraphqlException.at(Ast.place(directive), "Unknown directive \"@" + name + "\".");
      }
      Value definition = known.get();
      known(directive, definition, "directive \"@" + name + "\"");
      if (!Ast.list(definition, "Locations").contains(Value.of(location))) {
        throw GraphqlException.at(
            Ast.place(directive),
            "Directive \"@" + name + "\" may not be used on " + location + ".");
      }
      required(directive, definition, "Directive \"@" + name + "\"");
      distinct(directive);
    }
    Set<String> names = new HashSet<>();
    for (Value directive : directives) {
      String name = Ast.name(directive);
      Value definition = schema.directives().get(name);
      if (definition != null && !Ast.flag(definition, "IsRepeatable") && !names.add(name)) {
        throw GraphqlException.at(
            Ast.place(directive),
            "The directive \"@" + name + "\" can only be used once at this location.");
      }
    }
  }
}
