package dev.landwaiter.signing.log;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Base64Text;
import java.util.ArrayList;
import java.util.List;

/// A JSON object of an entry's body, whose members have one spelling each.
record Members(String where, ObjectValue object) {
  static Members of(String where, Value value) throws RefusedException {
    if (value instanceof ObjectValue object) {
      return new Members(where, object);
    }
    throw wrong(where, "an object was expected");
  }

  boolean has(String name) {
    return object.get(name).isPresent();
  }

  Members at(String name) throws RefusedException {
    return of(where + "." + name, value(name));
  }

  String text(String name) throws RefusedException {
    if (value(name) instanceof StringValue text) {
      return text.text();
    }
    throw wrong(where + "." + name, "a text was expected");
  }

  Bytes bytes(String name) throws RefusedException {
    return Base64Text.strict(where + "." + name, text(name));
  }

  List<Members> list(String name) throws RefusedException {
    if (!(value(name) instanceof ArrayValue array)) {
      throw wrong(where + "." + name, "a list was expected");
    }
    List<Members> all = new ArrayList<>();
    for (Value element : array.elements()) {
      all.add(of(where + "." + name + "[" + all.size() + "]", element));
    }
    return all;
  }

  private Value value(String name) throws RefusedException {
    return object.get(name).orElseThrow(() -> wrong(where, "no '" + name + "'"));
  }

  private static RefusedException wrong(String where, String why) {
    return new RefusedException(FailureClass.PARSE, where + ": " + why);
  }
}
