package dev.landwaiter.rego.check;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.type.Signatures;
import dev.landwaiter.rego.type.Type;
import dev.landwaiter.rego.type.TypeJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What errors say of the arguments a function wants: their names and what they are for. Read from
/// a table when there is such an error, for it is needed for nothing else.
final class ArgumentNotes {
  /// One argument.
  record Argument(String name, String description, Type type) {
    @Override
    public String toString() {
      return name.isEmpty() ? type.toString() : name + ": " + type;
    }

    Value json() {
      Value form = TypeJson.of(type);
      if (name.isEmpty() || !(form instanceof ObjectValue)) {
        return form;
      }
      var object = new ObjectValue.Draft();
      if (!description.isEmpty()) {
        object.put(Value.of("description"), Value.of(description));
      }
      object.put(Value.of("name"), Value.of(name));
      form.members().forEach(object::put);
      return object.finish();
    }
  }

  /// All arguments, a result among them where it counts as one.
  record Want(List<Argument> arguments, Optional<Type> variadic) {
    @Override
    public String toString() {
      var parts = new ArrayList<String>();
      arguments.forEach(argument -> parts.add(argument.toString()));
      variadic.ifPresent(type -> parts.add(type + "..."));
      return "(" + String.join(", ", parts) + ")";
    }

    Value json() {
      var object = new ObjectValue.Draft();
      if (!arguments.isEmpty()) {
        object.put(
            Value.of("args"), new ArrayValue(arguments.stream().map(Argument::json).toList()));
      }
      variadic.ifPresent(type -> object.put(Value.of("variadic"), TypeJson.of(type)));
      return object.finish();
    }
  }

  private static final Signatures.Named NAMELESS = new Signatures.Named("", "");

  private ArgumentNotes() {}

  static Want want(Ref function, Type.FunctionType type, boolean withResult) {
    Signatures.Signature names = names(TermText.dotted(function), type);
    var arguments = new ArrayList<Argument>();
    for (Type.Parameter parameter : type.parameters()) {
      Signatures.Named named =
          arguments.size() < names.arguments().size()
              ? names.arguments().get(arguments.size())
              : NAMELESS;
      arguments.add(new Argument(named.name(), named.description(), parameter.type()));
    }
    if (withResult && type.result().isPresent()) {
      arguments.add(
          new Argument(names.result().name(), names.result().description(), type.result().get()));
    }
    return new Want(arguments, type.variadic());
  }

  /// The names of a built-in function of this engine: one that capabilities of a file declare has
  /// none, and neither have the rules of a policy.
  private static Signatures.Signature names(String name, Type.FunctionType type) {
    boolean nameless = type.parameters().stream().allMatch(one -> one.name().isEmpty());
    return name.startsWith("data.") || (nameless && !type.parameters().isEmpty())
        ? new Signatures.Signature(List.of(), NAMELESS)
        : Signatures.read().of(name);
  }
}
