package dev.landwaiter.policy.gatekeeper.external;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.ExternalAnswer;
import dev.landwaiter.policy.gatekeeper.ExternalData;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.util.ArrayList;
import java.util.List;

/// `external_data({"provider": NAME, "keys": [KEY…]})` of templates in Rego.
public final class ExternalFunction {
  public static final String NAME = "external_data";

  private ExternalFunction() {}

  /// The function, asking this way. It gives `{"responses": [[key, value]…], "errors": [[key,
  /// error]…], "status_code", "system_error"}`.
  public static Builtin over(ExternalData data) {
    return new Builtin(
        Declaration.of(NAME).takes("request", Type.ANY).gives(Type.ANY),
        (_, arguments) -> result(call(data, arguments[0])));
  }

  private static ExternalAnswer call(ExternalData data, Value request) throws BuiltinException {
    if (!(request instanceof ObjectValue)) {
      throw BuiltinException.type(NAME + ": the request must be an object");
    }
    List<String> keys = new ArrayList<>();
    for (Value key : request.get("keys").map(Value::elements).orElse(List.of())) {
      switch (key) {
        case StringValue text -> keys.add(text.text());
        case NumberValue number -> keys.add(number.text());
        default -> {
          return ExternalAnswer.failed(400, "keys must be texts or numbers");
        }
      }
    }
    return data.ask(request.text("provider"), keys);
  }

  private static Value result(ExternalAnswer answer) {
    List<Value> responses = new ArrayList<>();
    List<Value> errors = new ArrayList<>();
    for (ExternalAnswer.Item item : answer.items()) {
      Value key = Value.of(item.key());
      if (item.isError()) {
        errors.add(ArrayValue.of(key, Value.of(item.error())));
      } else {
        responses.add(ArrayValue.of(key, item.value()));
      }
    }
    var result = new ObjectValue.Draft();
    var _ = result.put(Value.of("errors"), new ArrayValue(errors));
    var _ = result.put(Value.of("responses"), new ArrayValue(responses));
    var _ = result.put(Value.of("status_code"), Value.of(answer.status()));
    var _ = result.put(Value.of("system_error"), Value.of(answer.systemError()));
    return result.finish();
  }
}
