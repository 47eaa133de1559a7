package dev.landwaiter.signing.policy.cluster.reading;

import dev.landwaiter.base.format.Located;
import dev.landwaiter.base.format.Positions;
import dev.landwaiter.base.text.Plain;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One node of a document, which knows where it stands.
///
/// @param file for messages
/// @param path from the top of the document, such as `spec.images[0]`; empty for the top
record Field(String file, String path, Value value, Positions at) {
  static Field of(String file, Located document) {
    return new Field(file, "", document.root(), document.positions());
  }

  /// File and line.
  String where() {
    return file + ":" + at.start().line();
  }

  /// What is wrong with it.
  RefusedException wrong(String why) {
    return refused(FailureClass.PARSE, why);
  }

  RefusedException refused(FailureClass kind, String why) {
    String place = path.isEmpty() ? where() : where() + ": " + path;
    return new RefusedException(kind, Plain.lines(place + ": " + why));
  }

  /// A mapping; its members are read by name.
  ObjectValue object() throws RefusedException {
    if (value instanceof ObjectValue object) {
      return object;
    }
    throw wrong("a mapping is wanted here, not " + kind());
  }

  /// Requires that a mapping has no members but these: a misspelt one would otherwise leave out
  /// what its author asked for.
  Field only(String... names) throws RefusedException {
    Set<String> known = Set.of(names);
    for (Value key : object().sortedKeys()) {
      String name = key instanceof StringValue text ? text.text() : key.toString();
      if (!known.contains(name)) {
        Field member = member(name, Optional.of(NullValue.NULL)).orElse(this);
        throw member.wrong("no such field is known; known are " + String.join(", ", names));
      }
    }
    return this;
  }

  private Optional<Field> member(String name, Optional<Value> content) {
    String below = path.isEmpty() ? name : path + "." + name;
    return content.map(each -> new Field(file, below, each, at.member(name).orElse(at)));
  }

  /// A member; one that is `null` is as good as none.
  Optional<Field> get(String name) throws RefusedException {
    Optional<Value> content = object().get(name).filter(each -> !(each instanceof NullValue));
    return member(name, content);
  }

  boolean has(String name) throws RefusedException {
    return get(name).isPresent();
  }

  Field require(String name) throws RefusedException {
    Optional<Field> found = get(name);
    if (found.isEmpty()) {
      throw wrong("the field '" + name + "' is missing");
    }
    return found.get();
  }

  /// The text of a member, or empty.
  String text(String name) throws RefusedException {
    Optional<Field> found = get(name);
    return found.isEmpty() ? "" : found.get().text();
  }

  /// The text of a member that must say something.
  String requireText(String name) throws RefusedException {
    Field found = require(name);
    String text = found.text();
    if (text.isBlank()) {
      throw found.wrong("it is empty");
    }
    return text;
  }

  String text() throws RefusedException {
    if (value instanceof StringValue text) {
      return text.text();
    }
    throw wrong("a text is wanted here, not " + kind());
  }

  /// A member that is a truth value; without it, `false`.
  boolean flag(String name) throws RefusedException {
    Optional<Field> found = get(name);
    if (found.isEmpty()) {
      return false;
    }
    if (found.get().value() instanceof BooleanValue(boolean flag)) {
      return flag;
    }
    throw found.get().wrong("true or false is wanted here, not " + found.get().kind());
  }

  /// The elements of a member that is a list; without it, none.
  List<Field> list(String name) throws RefusedException {
    Optional<Field> found = get(name);
    return found.isEmpty() ? List.of() : found.get().elements();
  }

  private List<Field> elements() throws RefusedException {
    if (!(value instanceof ArrayValue array)) {
      throw wrong("a list is wanted here, not " + kind());
    }
    List<Field> all = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      all.add(new Field(file, path + "[" + i + "]", array.at(i), at.element(i).orElse(at)));
    }
    return all;
  }

  /// The one of some members that is there.
  ///
  /// @throws RefusedException when there is none or more than one
  Field exactlyOne(String... names) throws RefusedException {
    List<Field> found = new ArrayList<>();
    for (String each : names) {
      get(each).ifPresent(found::add);
    }
    if (found.size() != 1) {
      throw wrong(
          "exactly one of %s is wanted, not %d".formatted(String.join(", ", names), found.size()));
    }
    return found.getFirst();
  }

  /// The last part of the path.
  String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private String kind() {
    return switch (value) {
      case ObjectValue object -> "a mapping";
      case ArrayValue array -> "a list";
      case StringValue text -> "a text";
      case BooleanValue flag -> "true or false (quote it to make it a text)";
      case NullValue none -> "nothing";
      default -> "a number (quote it to make it a text)";
    };
  }
}
