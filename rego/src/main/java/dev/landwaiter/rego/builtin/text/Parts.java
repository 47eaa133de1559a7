package dev.landwaiter.rego.builtin.text;

import static dev.landwaiter.rego.type.Type.NUMBER;
import static dev.landwaiter.rego.type.Type.STRING;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.util.Arrays;
import java.util.List;

/// `concat split strings.split_n substring strings.reverse`.
public final class Parts {
  private Parts() {}

  public static List<Builtin> all() {
    Type texts = Type.array(STRING);
    return List.of(
        new Builtin(
            Declaration.of("concat")
                .takes("delimiter", STRING)
                .takes("collection", Type.any(texts, Type.set(STRING)))
                .gives(STRING),
            Parts::concat),
        new Builtin(
            Declaration.of("split").takes("x", STRING).takes("delimiter", STRING).gives(texts),
            Parts::split),
        new Builtin(
            Declaration.of("strings.split_n")
                .takes("x", STRING)
                .takes("delimiter", STRING)
                .takes("n", NUMBER)
                .gives(texts),
            Parts::splitSome),
        new Builtin(
            Declaration.of("substring")
                .takes("value", STRING)
                .takes("offset", NUMBER)
                .takes("length", NUMBER)
                .gives(STRING),
            Parts::substring),
        new Builtin(
            Declaration.of("strings.reverse").takes("x", STRING).gives(STRING), Parts::reverse));
  }

  private static Value concat(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    String delimiter = Operands.string(arguments, 0);
    Value operand = arguments[1];
    if (!(operand instanceof ArrayValue || operand instanceof SetValue)) {
      throw Operands.wrong(2, operand, "set", "array");
    }
    List<Value> elements = operand.elements();
    long length = (long) delimiter.length() * Math.max(0, elements.size() - 1);
    for (Value element : elements) {
      if (!(element instanceof StringValue(String text))) {
        throw Operands.wrongElement(2, operand, element, "string");
      }
      length += text.length();
    }
    Room.reserve(surroundings, length);
    var joined = new StringBuilder((int) length);
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) {
        joined.append(delimiter);
      }
      joined.append(elements.get(i).asText());
    }
    return new StringValue(joined.toString());
  }

  private static Value split(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    return ArrayValue.of(
        split(surroundings, Operands.string(arguments, 0), Operands.string(arguments, 1)));
  }

  private static Value[] split(Surroundings surroundings, String text, String delimiter)
      throws BuiltinException {
    if (delimiter.isEmpty()) {
      return codePoints(surroundings, text);
    }
    var parts = new Value[4];
    int count = 0;
    int from = 0;
    while (true) {
      int next = text.indexOf(delimiter, from);
      if (count == parts.length) {
        surroundings.reserve(count);
        parts = Arrays.copyOf(parts, count * 2);
      }
      if (next < 0) {
        parts[count++] = new StringValue(text.substring(from));
        return count == parts.length ? parts : Arrays.copyOf(parts, count);
      }
      parts[count++] = new StringValue(text.substring(from, next));
      from = next + delimiter.length();
    }
  }

  private static Value[] codePoints(Surroundings surroundings, String text)
      throws BuiltinException {
    int count = text.codePointCount(0, text.length());
    surroundings.reserve(count);
    var parts = new Value[count];
    int from = 0;
    for (int i = 0; i < count; i++) {
      int end = text.offsetByCodePoints(from, 1);
      parts[i] = new StringValue(text.substring(from, end));
      from = end;
    }
    return parts;
  }

  /// The first parts, or for a negative number the last ones; the others are dropped.
  private static Value splitSome(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    String text = Operands.string(arguments, 0);
    String delimiter = Operands.string(arguments, 1);
    long wanted = Operands.integer(arguments, 2);
    Value[] parts = split(surroundings, text, delimiter);
    if (wanted >= parts.length || wanted <= -parts.length) {
      return wanted == 0 ? ArrayValue.EMPTY : ArrayValue.of(parts);
    }
    return ArrayValue.of(
        wanted >= 0
            ? Arrays.copyOf(parts, (int) wanted)
            : Arrays.copyOfRange(parts, parts.length + (int) wanted, parts.length));
  }

  private static Value substring(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    String text = Operands.string(arguments, 0);
    long offset = Operands.integer(arguments, 1);
    long length = Operands.integer(arguments, 2);
    if (offset < 0) {
      throw BuiltinException.failure("negative offset");
    }
    int start = move(text, 0, offset);
    return new StringValue(
        length < 0 ? text.substring(start) : text.substring(start, move(text, start, length)));
  }

  /// The index so many code points further, at most the end.
  private static int move(String text, int from, long points) {
    int index = from;
    for (long i = 0; i < points && index < text.length(); i++) {
      index += Character.charCount(text.codePointAt(index));
    }
    return index;
  }

  private static Value reverse(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    return new StringValue(new StringBuilder(Operands.string(arguments, 0)).reverse().toString());
  }
}
