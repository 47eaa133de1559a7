package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One object of TUF metadata; everything that is wrong with it is a [RefusedException] with
/// TRUST_ROOT.
///
/// @param where the path to the object, for messages
record TufFields(String where, ObjectValue object) {
  static TufFields of(String where, Value value) throws RefusedException {
    if (value instanceof ObjectValue object) {
      return new TufFields(where, object);
    }
    throw wrong(where, "an object was expected");
  }

  Value required(String name) throws RefusedException {
    Optional<Value> member = object.get(name);
    if (member.isEmpty()) {
      throw wrong(at(name), "it is missing");
    }
    return member.get();
  }

  String text(String name) throws RefusedException {
    if (required(name) instanceof StringValue(String text)) {
      return text;
    }
    throw wrong(at(name), "a text was expected");
  }

  boolean flag(String name, boolean absent) throws RefusedException {
    Optional<Value> member = object.get(name);
    if (member.isEmpty()) {
      return absent;
    }
    if (member.get() instanceof BooleanValue flag) {
      return flag.equals(BooleanValue.TRUE);
    }
    throw wrong(at(name), "true or false was expected");
  }

  /// A whole number from 0 on.
  long number(String name) throws RefusedException {
    if (required(name) instanceof NumberValue number) {
      long whole = number.toLong().orElse(-1);
      if (whole >= 0 && Long.toString(whole).equals(number.text())) {
        return whole;
      }
    }
    throw wrong(at(name), "a whole number from 0 on was expected");
  }

  /// A version: a whole number from 1 on.
  long version(String name) throws RefusedException {
    long version = number(name);
    if (version == 0) {
      throw wrong(at(name), "a version begins with 1");
    }
    return version;
  }

  Instant time(String name) throws RefusedException {
    String text = text(name);
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw wrong(at(name), "'" + text + "' is not a time by RFC 3339");
    }
  }

  TufFields fields(String name) throws RefusedException {
    return of(at(name), required(name));
  }

  Optional<TufFields> optional(String name) throws RefusedException {
    return object.get(name).isEmpty() ? Optional.empty() : Optional.of(fields(name));
  }

  List<TufFields> objects(String name) throws RefusedException {
    List<TufFields> all = new ArrayList<>();
    for (Value element : list(name)) {
      all.add(of(at(name) + "[" + all.size() + "]", element));
    }
    return all;
  }

  List<String> texts(String name) throws RefusedException {
    List<String> all = new ArrayList<>();
    for (Value element : list(name)) {
      if (!(element instanceof StringValue(String text))) {
        throw wrong(at(name), "a list of texts was expected");
      }
      all.add(text);
    }
    return all;
  }

  private List<Value> list(String name) throws RefusedException {
    if (required(name) instanceof ArrayValue array) {
      return array.elements();
    }
    throw wrong(at(name), "a list was expected");
  }

  /// The members, each of which must be an object, in their order.
  Map<String, TufFields> members() throws RefusedException {
    Map<String, TufFields> all = new LinkedHashMap<>();
    for (var member : object.members().entrySet()) {
      if (!(member.getKey() instanceof StringValue(String key))) {
        throw wrong(where, "a key that is not a text");
      }
      all.put(key, of(where + "['" + key + "']", member.getValue()));
    }
    return all;
  }

  boolean has(String name) {
    return object.get(name).isPresent();
  }

  String at(String name) {
    return where + "." + name;
  }

  RefusedException wrong(String why) {
    return wrong(where, why);
  }

  static RefusedException wrong(String where, String why) {
    return new RefusedException(FailureClass.TRUST_ROOT, where + ": " + why);
  }
}
