package dev.landwaiter.rego.builtin.collection;

import static dev.landwaiter.rego.type.Type.ANY;
import static dev.landwaiter.rego.type.Type.NUMBER;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.util.ArrayList;
import java.util.List;

/// `array.*`.
public final class Arrays {
  private static final Type ARRAY = Type.array(ANY);

  private Arrays() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(
            Declaration.of("array.concat").takes("x", ARRAY).takes("y", ARRAY).gives(ARRAY),
            Arrays::concat),
        new Builtin(
            Declaration.of("array.flatten").takes("arr", ARRAY).gives(ARRAY), Arrays::flatten),
        new Builtin(
            Declaration.of("array.reverse").takes("arr", ARRAY).gives(ARRAY), Arrays::reverse),
        new Builtin(
            Declaration.of("array.slice")
                .takes("arr", ARRAY)
                .takes("start", NUMBER)
                .takes("stop", NUMBER)
                .gives(ARRAY),
            Arrays::slice));
  }

  private static Value concat(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    ArrayValue left = Operands.array(arguments, 0);
    ArrayValue right = Operands.array(arguments, 1);
    surroundings.reserve((long) left.size() + right.size());
    var joined = new Value[left.size() + right.size()];
    copy(left, joined, 0);
    copy(right, joined, left.size());
    return ArrayValue.of(joined);
  }

  private static void copy(ArrayValue from, Value[] to, int start) {
    for (int i = 0; i < from.size(); i++) {
      to[start + i] = from.at(i);
    }
  }

  /// One level.
  private static Value flatten(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    var flat = new ArrayList<Value>();
    for (Value element : Operands.array(arguments, 0).elements()) {
      if (element instanceof ArrayValue array) {
        surroundings.reserve(array.size());
        flat.addAll(array.elements());
      } else {
        surroundings.reserve(1);
        flat.add(element);
      }
    }
    return new ArrayValue(flat);
  }

  private static Value reverse(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    ArrayValue array = Operands.array(arguments, 0);
    surroundings.reserve(array.size());
    var reversed = new Value[array.size()];
    for (int i = 0; i < reversed.length; i++) {
      reversed[i] = array.at(reversed.length - 1 - i);
    }
    return ArrayValue.of(reversed);
  }

  private static Value slice(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    ArrayValue array = Operands.array(arguments, 0);
    int start = Math.clamp(Operands.integer(arguments, 1), 0, array.size());
    int stop = Math.clamp(Operands.integer(arguments, 2), 0, array.size());
    if (start >= stop) {
      return ArrayValue.EMPTY;
    }
    surroundings.reserve(stop - start);
    var part = new Value[stop - start];
    for (int i = start; i < stop; i++) {
      part[i - start] = array.at(i);
    }
    return ArrayValue.of(part);
  }
}
