package dev.landwaiter.rego.check;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.ErrorCode;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.syntax.ValueText;
import dev.landwaiter.rego.type.Type;
import dev.landwaiter.rego.type.TypeJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Errors of types with the lines that explain them (reference: 9.3).
public final class TypeErrors {
  private TypeErrors() {}

  /// A call with too many or too few arguments.
  ///
  /// @param arity how many the function takes
  /// @param got how many the call has in its source
  public static RegoError arity(
      TypeEnvironment environment, Call call, Location at, int arity, int got) {
    if (environment.typeOf(call.operator()) instanceof Type.FunctionType function) {
      return arguments(
          at,
          call.operator(),
          "arity mismatch",
          call.arguments().stream().map(environment::typeOf).toList(),
          ArgumentNotes.want(call.operator(), function, false));
    }
    return RegoError.of(
        ErrorCode.TYPE,
        "function "
            + call.operator()
            + " has arity "
            + arity
            + ", got "
            + got
            + (got == 1 ? " argument" : " arguments"),
        at);
  }

  static RegoError arguments(
      Location at, Ref function, String what, List<Type> have, ArgumentNotes.Want want) {
    var data = new ObjectValue.Draft();
    data.put(Value.of("have"), new ArrayValue(have.stream().map(TypeJson::of).toList()));
    data.put(Value.of("want"), want.json());
    return new RegoError(
        ErrorCode.TYPE,
        function + ": " + what,
        Optional.of(at),
        List.of(
            "have: "
                + have.stream().map(Type::toString).collect(Collectors.joining(", ", "(", ")")),
            "want: " + want),
        Optional.of(data.finish()));
  }

  static RegoError match(Location at, Type left, Type right) {
    var data = new ObjectValue.Draft();
    data.put(Value.of("a"), TypeJson.of(left));
    data.put(Value.of("b"), TypeJson.of(right));
    return new RegoError(
        ErrorCode.TYPE,
        "match error",
        Optional.of(at),
        List.of("left  : " + left, "right : " + right),
        Optional.of(data.finish()));
  }

  /// A ref that goes on where nothing can be.
  static RegoError scalar(Location at, Ref ref, int index, Type have) {
    var data = new ObjectValue.Draft();
    data.put(Value.of("ref"), TermJson.of(ref));
    data.put(Value.of("pos"), Value.of(index));
    data.put(Value.of("have"), TypeJson.of(have));
    int width = text(ref, index + 1).codePointCount(0, text(ref, index + 1).length());
    return new RegoError(
        ErrorCode.TYPE,
        have instanceof Type.FunctionType
            ? "function " + ref + " used as reference, not called"
            : "undefined ref: " + ref,
        Optional.of(at),
        List.of(ref.toString(), "^".repeat(width), "have: " + have),
        Optional.of(data.finish()));
  }

  /// A ref with a part that cannot be there.
  ///
  /// @param have the part's type, empty when the part itself tells
  /// @param oneOf the keys that would do, where they are known
  static RegoError key(
      Location at, Ref ref, int index, Optional<Type> have, Type want, List<Value> oneOf) {
    var data = new ObjectValue.Draft();
    data.put(Value.of("ref"), TermJson.of(ref));
    data.put(Value.of("pos"), Value.of(index));
    have.ifPresent(type -> data.put(Value.of("have"), TypeJson.of(type)));
    data.put(Value.of("want"), TypeJson.of(want));
    data.put(Value.of("oneOf"), oneOf.isEmpty() ? NullValue.NULL : new ArrayValue(oneOf));
    String before = text(ref, index);
    String pad = " ".repeat(before.codePointCount(0, before.length()) + 1);
    var lines = new ArrayList<String>();
    lines.add(ref.toString());
    lines.add(pad + "^");
    lines.add(
        pad
            + have.map(type -> "have (type): " + type)
                .orElseGet(() -> "have: " + ref.parts().get(index)));
    lines.add(
        pad
            + (oneOf.isEmpty()
                ? "want (type): " + want
                : "want (one of): "
                    + oneOf.stream()
                        .map(ValueText::of)
                        .collect(Collectors.joining(" ", "[", "]"))));
    return new RegoError(
        ErrorCode.TYPE,
        "undefined ref: " + ref,
        Optional.of(at),
        lines,
        Optional.of(data.finish()));
  }

  private static String text(Ref ref, int parts) {
    return TermText.of(new Ref(ref.parts().subList(0, parts), ref.at()));
  }
}
