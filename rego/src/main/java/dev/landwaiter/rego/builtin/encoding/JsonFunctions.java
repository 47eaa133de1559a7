package dev.landwaiter.rego.builtin.encoding;

import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.syntax.ValueText;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.util.List;
import java.util.Optional;

/// `json.marshal`, `json.marshal_with_options`, `json.unmarshal`, `json.is_valid` (reference 13.9).
public final class JsonFunctions {
  private static final Type OPTIONS =
      new Type.ObjectType(
          List.of(
              new Type.Property(Value.of("indent"), Type.STRING),
              new Type.Property(Value.of("prefix"), Type.STRING),
              new Type.Property(Value.of("pretty"), Type.BOOLEAN)),
          Optional.of(new Type.Others(Type.STRING, Type.ANY)));

  private JsonFunctions() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(
            Declaration.of("json.marshal").takes("x", Type.ANY).gives(Type.STRING),
            (_, a) -> Value.of(JsonText.of(a[0]))),
        new Builtin(
            Declaration.of("json.marshal_with_options")
                .takes("x", Type.ANY)
                .takes("opts", OPTIONS)
                .gives(Type.STRING),
            (_, a) -> Value.of(marshal(a[0], Operands.object(a, 1)))),
        new Builtin(
            Declaration.of("json.unmarshal").takes("x", Type.STRING).gives(Type.ANY),
            (_, a) -> JsonText.read(Operands.string(a, 0))),
        new Builtin(
            Declaration.of("json.is_valid").takes("x", Type.STRING).gives(Type.BOOLEAN),
            (_, a) -> Value.of(a[0] instanceof StringValue text && isValid(text.text()))));
  }

  private static boolean isValid(String text) {
    try {
      var reader = new JsonReader(text);
      reader.document();
      return reader.atEnd();
    } catch (BuiltinException e) {
      return false;
    }
  }

  private static String marshal(Value value, ObjectValue options) throws BuiltinException {
    String prefix = "";
    String indent = "\t";
    boolean implied = false;
    Optional<Boolean> pretty = Optional.empty();
    for (int i = 0; i < options.size(); i++) {
      Value option = options.sortedValue(i);
      switch (options.sortedKey(i).asText()) {
        case "prefix" -> {
          prefix = text("prefix", option);
          implied = true;
        }
        case "indent" -> {
          indent = text("indent", option);
          implied = true;
        }
        case "pretty" -> {
          if (!(option instanceof BooleanValue flag)) {
            throw BuiltinException.type("operand 2 key \"pretty\" failed cast to bool");
          }
          pretty = Optional.of(flag.flag());
        }
        default ->
            throw BuiltinException.type(
                "operand 2 object contained unknown key "
                    + ValueText.quoted(JsonText.key(options.sortedKey(i))));
      }
    }
    return pretty.orElse(implied)
        ? prefix + JsonText.of(value, prefix, indent)
        : JsonText.of(value);
  }

  private static String text(String key, Value option) throws BuiltinException {
    if (option instanceof StringValue string) {
      return string.text();
    }
    throw BuiltinException.type(
        "operand 2 key \""
            + key
            + "\" failed cast to string: operand 0 must be string but got "
            + Operands.kind(option));
  }
}
