package dev.landwaiter.rego.builtin.graphql;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.util.List;

/// `graphql.*` (reference 13.17).
public final class GraphqlFunctions {
  private static final Type NODE = Type.object(Type.ANY, Type.ANY);
  private static final Type DOCUMENT = Type.any(Type.STRING, NODE);

  private GraphqlFunctions() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(
            Declaration.of("graphql.parse_query").takes("query", Type.STRING).gives(NODE),
            (_, a) -> Ast.pruned(failing(() -> query(Value.of(Operands.string(a, 0)))))),
        new Builtin(
            Declaration.of("graphql.parse_schema").takes("schema", Type.STRING).gives(NODE),
            (_, a) -> Ast.pruned(failing(() -> schema(Value.of(Operands.string(a, 0)))))),
        new Builtin(
            two("graphql.parse").gives(Type.tuple(NODE, NODE)),
            (s, a) -> {
              Pair pair = failing(() -> parse(s, a));
              return ArrayValue.of(Ast.pruned(pair.query), Ast.pruned(pair.schema));
            }),
        new Builtin(
            two("graphql.parse_and_verify").gives(Type.tuple(Type.BOOLEAN, NODE, NODE)),
            GraphqlFunctions::verify),
        new Builtin(
            two("graphql.is_valid").gives(Type.BOOLEAN),
            (s, a) -> Value.of(holds(() -> parse(s, a)))),
        new Builtin(
            Declaration.of("graphql.schema_is_valid").takes("schema", DOCUMENT).gives(Type.BOOLEAN),
            (_, a) -> Value.of(holds(() -> SchemaAssembly.build(schema(a[0]))))));
  }

  private static Declaration two(String name) {
    return Declaration.of(name).takes("query", DOCUMENT).takes("schema", DOCUMENT);
  }

  /// A query with the schema it fits.
  private record Pair(Value query, Value schema) {}

  /// Reads or checks a document.
  @FunctionalInterface
  private interface Reading<T> {
    T read() throws GraphqlException, BuiltinException;
  }

  private static <T> T failing(Reading<T> reading) throws BuiltinException {
    try {
      return reading.read();
    } catch (GraphqlException e) {
      throw BuiltinException.failure(String.valueOf(e.getMessage()));
    }
  }

  private static boolean holds(Reading<?> reading) throws BuiltinException {
    try {
      reading.read();
      return true;
    } catch (GraphqlException e) {
      return false;
    } catch (BuiltinException e) {
      if (e.isHalt()) {
        throw e;
      }
      return false;
    }
  }

  private static Value verify(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    try {
      Pair pair = parse(surroundings, arguments);
      return ArrayValue.of(Value.of(true), Ast.pruned(pair.query), Ast.pruned(pair.schema));
    } catch (GraphqlException e) {
      return invalid();
    } catch (BuiltinException e) {
      if (e.isHalt()) {
        throw e;
      }
      return invalid();
    }
  }

  private static Value invalid() {
    return ArrayValue.of(Value.of(false), ObjectValue.EMPTY, ObjectValue.EMPTY);
  }

  private static Pair parse(Surroundings surroundings, Value[] arguments)
      throws GraphqlException, BuiltinException {
    surroundings.check();
    Value query = query(arguments[0]);
    Value schema = schema(arguments[1]);
    QueryChecks.check(SchemaAssembly.build(schema), query);
    return new Pair(query, schema);
  }

  private static Value query(Value operand) throws GraphqlException, BuiltinException {
    return operand instanceof StringValue text
        ? new QueryParser(text.text()).document()
        : node(0, operand);
  }

  private static Value schema(Value operand) throws GraphqlException, BuiltinException {
    return operand instanceof StringValue text
        ? new SchemaParser(text.text(), false).document()
        : node(1, operand);
  }

  private static Value node(int position, Value operand) throws BuiltinException {
    if (operand instanceof ObjectValue) {
      return operand;
    }
    throw Operands.wrong(position, operand, "string", "object");
  }
}
