package dev.landwaiter.rego.builtin.encoding;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// `urlquery.*` (reference 12.2).
public final class QueryFunctions {
  private QueryFunctions() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(
            Declaration.of("urlquery.encode").takes("x", Type.STRING).gives(Type.STRING),
            (_, a) -> Value.of(PercentText.query(Operands.string(a, 0)))),
        new Builtin(
            Declaration.of("urlquery.decode").takes("x", Type.STRING).gives(Type.STRING),
            (_, a) -> Value.of(PercentText.fromQuery(Operands.string(a, 0)))),
        new Builtin(
            Declaration.of("urlquery.encode_object")
                .takes(
                    "object",
                    Type.object(
                        Type.STRING,
                        Type.any(Type.STRING, Type.array(Type.STRING), Type.set(Type.STRING))))
                .gives(Type.STRING),
            (_, a) -> Value.of(encode(Operands.object(a, 0)))),
        new Builtin(
            Declaration.of("urlquery.decode_object")
                .takes("x", Type.STRING)
                .gives(Type.object(Type.STRING, Type.array(Type.STRING))),
            (_, a) -> decode(Operands.string(a, 0))));
  }

  private static String encode(ObjectValue object) throws BuiltinException {
    Map<Value, List<Value>> parameters = new TreeMap<>();
    for (int i = 0; i < object.size(); i++) {
      var name = new StringValue(JsonText.key(object.keyAt(i)));
      Value value = object.valueAt(i);
      List<Value> values = value instanceof StringValue ? List.of(value) : value.elements();
      if (value.rank() != 6 && value.rank() != 4 && value.rank() != 3) {
        throw wrongValue();
      }
      if (!values.isEmpty()) {
        parameters.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(values);
      }
    }
    var text = new StringBuilder();
    for (var parameter : parameters.entrySet()) {
      String name = PercentText.query(parameter.getKey().asText());
      for (Value value : parameter.getValue()) {
        if (!(value instanceof StringValue string)) {
          throw wrongValue();
        }
        text.append(text.isEmpty() ? "" : "&").append(name).append('=');
        text.append(PercentText.query(string.text()));
      }
    }
    return text.toString();
  }

  private static BuiltinException wrongValue() {
    return BuiltinException.type("operand 1 values must be string, array[string], or set[string]");
  }

  private static Value decode(String query) throws BuiltinException {
    Map<Value, List<Value>> parameters = new LinkedHashMap<>();
    Optional<BuiltinException> failure = Optional.empty();
    for (String part : query.split("&", -1)) {
      if (part.contains(";")) {
        failure = Optional.of(BuiltinException.failure("invalid semicolon separator in query"));
        continue;
      }
      if (part.isEmpty()) {
        continue;
      }
      int equals = part.indexOf('=');
      try {
        String name = PercentText.fromQuery(equals < 0 ? part : part.substring(0, equals));
        String value = equals < 0 ? "" : PercentText.fromQuery(part.substring(equals + 1));
        parameters.computeIfAbsent(Value.of(name), _ -> new ArrayList<>()).add(Value.of(value));
      } catch (BuiltinException e) {
        failure = failure.or(() -> Optional.of(e));
      }
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
    var object = new ObjectValue.Draft();
    parameters.forEach((name, values) -> object.put(name, new ArrayValue(values)));
    return object.finish();
  }
}
