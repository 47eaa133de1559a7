package dev.landwaiter.dockerfile.config;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The members of a map in a configuration file; null counts as absent.
final class Fields {
  private final String path;
  private final Map<String, Value> members = new LinkedHashMap<>();
  private final Set<String> known = new TreeSet<>();

  Fields(ObjectValue map, String path) {
    this.path = path;
    map.members().forEach((key, value) -> members.put(key.asText(), value));
  }

  Set<String> names() {
    return members.keySet();
  }

  /// Keys that nobody asked for.
  List<String> unknown() {
    return members.keySet().stream().filter(each -> !known.contains(each)).toList();
  }

  /// Keys that somebody asked for, in order.
  Set<String> known() {
    return known;
  }

  /// The whole path of a key, for messages.
  String path(String key) {
    return path + key;
  }

  private Optional<Value> value(String key) {
    known.add(key);
    return Optional.ofNullable(members.get(key)).filter(each -> !(each instanceof NullValue));
  }

  Optional<String> text(String key) throws WrongValueException {
    Optional<Value> value = value(key);
    return value.isEmpty() ? Optional.empty() : Optional.of(text(key, value.get()));
  }

  /// A text that may not be null either.
  String needText(String key) throws WrongValueException {
    return text(key, members.getOrDefault(key, NullValue.NULL));
  }

  private String text(String key, Value value) throws WrongValueException {
    if (value instanceof StringValue text) {
      return text.text();
    }
    throw new WrongValueException(path + key, "must be a text");
  }

  Optional<Boolean> flag(String key) throws WrongValueException {
    Optional<Value> value = value(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof BooleanValue flag) {
      return Optional.of(flag.flag());
    }
    throw new WrongValueException(path + key, "must be true or false, without quotes");
  }

  List<String> list(String key) throws WrongValueException {
    Optional<Value> value = value(key);
    if (value.isEmpty()) {
      return List.of();
    }
    if (!(value.get() instanceof ArrayValue list)) {
      throw new WrongValueException(path + key, "must be a list");
    }
    var texts = new ArrayList<String>();
    for (Value each : list.elements()) {
      texts.add(text(key, each));
    }
    return texts;
  }

  Optional<Fields> map(String key) throws WrongValueException {
    Optional<Value> value = value(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof ObjectValue map) {
      return Optional.of(new Fields(map, path + key + "."));
    }
    throw new WrongValueException(path + key, "must be a map");
  }
}
