package dev.landwaiter.policy.input.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is written on the right of a key in HOCON.
sealed interface Hocon {
  /// Where it begins in the text.
  int at();

  /// A piece of text.
  ///
  /// @param quoted whether it means itself, whatever it says
  record Text(String text, boolean quoted, int at) implements Hocon {}

  record Items(List<Hocon> elements, int at) implements Hocon {}

  /// A reference such as `${?a.b}`.
  record Reference(List<String> path, boolean optional, int at) implements Hocon {}

  /// Things written one behind the other.
  record Joined(List<Hocon> parts, int at) implements Hocon {}

  /// What `+=` adds to a list.
  record Added(Hocon element, int at) implements Hocon {}

  /// An object.
  record Fields(Map<String, Field> fields, int at) implements Hocon {
    Fields(int at) {
      this(new LinkedHashMap<>(), at);
    }

    Field field(String key) {
      return fields.computeIfAbsent(key, _ -> new Field(new ArrayList<>(1)));
    }
  }

  /// All that is said about one key, in the order it is said.
  record Field(List<Hocon> values) {

    /// Says more: objects written as such become one.
    void add(Hocon value) {
      if (value instanceof Fields more
          && !values.isEmpty()
          && values.getLast() instanceof Fields last) {
        more.fields.forEach((key, field) -> field.values.forEach(last.field(key)::add));
      } else {
        values.add(value);
      }
    }

    /// The object that keys below this one belong to.
    Fields object(int at) {
      if (values.isEmpty() || !(values.getLast() instanceof Fields)) {
        values.add(new Fields(at));
      }
      return (Fields) values.getLast();
    }
  }
}
