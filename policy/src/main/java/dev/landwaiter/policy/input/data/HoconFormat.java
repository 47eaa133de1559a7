package dev.landwaiter.policy.input.data;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.InputText;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import dev.landwaiter.policy.input.GoScalar;
import dev.landwaiter.policy.input.InputFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// HOCON, with references resolved inside of the file: objects of scalars, which are numbers or
/// booleans where their text looks so. A list is one text, `[a,b]`.
public final class HoconFormat implements InputFormat {

  /// Which files are taken.
  public enum Takes {
    EVERYTHING,
    /// Those with nothing but objects directly under the top and without `+=`, on which Conftest
    /// does not break; the end of the text closes what is open, and null is an empty text.
    WHAT_CONFTEST_TAKES
  }

  private final Takes takes;

  public HoconFormat(Takes takes) {
    this.takes = takes;
  }

  @Override
  public String name() {
    return "hocon";
  }

  @Override
  public Value read(String where, byte[] text) throws FormatException {
    boolean lenient = takes == Takes.WHAT_CONFTEST_TAKES;
    var reader = new HoconReader(where, InputText.read(where, text), lenient);
    Hocon.Fields root = reader.read();
    Value value = new HoconResolver(reader, root).resolve();
    for (Map.Entry<Value, Value> member : value.members().entrySet()) {
      if (lenient && !(member.getValue() instanceof ObjectValue)) {
        throw new FormatException(
            new Problem(
                where,
                Optional.empty(),
                member.getKey().asText() + " stands directly under the top and is no object",
                "put it into an object"));
      }
    }
    return shaped(where, value);
  }

  @Override
  public Locator locator(String where, byte[] bytes) {
    try {
      String text = InputText.read(where, bytes);
      boolean lenient = takes == Takes.WHAT_CONFTEST_TAKES;
      return new HoconLocator(new HoconReader(where, text, lenient).read(), text);
    } catch (FormatException e) {
      return Locator.START;
    }
  }

  private Value shaped(String where, Value value) throws FormatException {
    return switch (value) {
      case ObjectValue object -> {
        var members = new ObjectValue.Draft();
        for (Map.Entry<Value, Value> member : object.members().entrySet()) {
          members.put(member.getKey(), shaped(where, member.getValue()));
        }
        yield members.finish();
      }
      case ArrayValue array -> new StringValue(text(array));
      case NullValue nothing -> takes == Takes.EVERYTHING ? nothing : new StringValue("");
      default ->
          GoScalar.of(value.asText().strip())
              .orElseThrow(() ->
                  new FormatException(
                      Problem.in(where, value.asText() + " is a number JSON does not have")));
    };
  }

  private static String text(Value value) {
    return switch (value) {
      case ArrayValue array -> {
        List<String> elements = new ArrayList<>();
        array.elements().forEach(element -> elements.add(text(element)));
        yield "[" + String.join(",", elements) + "]";
      }
      case ObjectValue object -> {
        List<String> members = new ArrayList<>();
        object.members().forEach((key, member) -> members.add(text(key) + ":" + text(member)));
        yield "{" + String.join(",", members) + "}";
      }
      case NullValue _ -> "null";
      default -> value.asText();
    };
  }
}
