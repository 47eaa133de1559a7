package dev.landwaiter.signing.encoding;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Window;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A JSON object read by the JSON mapping of protocol buffers (ProtoJSON format): names in
/// lowerCamelCase or as declared, `int64` as text or number, `bytes` as Base64, null as absent.
///
/// @param where the path to the object, for messages
public record ProtoFields(String where, ObjectValue object) {
  private static final int MOST_ELEMENTS = 10_000;

  /// The object that a JSON text is.
  public static ProtoFields parse(String where, Bytes text) throws RefusedException {
    return of(where, StrictJson.parse(where, text));
  }

  public static ProtoFields of(String where, Value value) throws RefusedException {
    if (value instanceof ObjectValue object) {
      return new ProtoFields(where, object);
    }
    throw wrong(where, "an object was expected");
  }

  /// Refuses members of other names than these, given in lowerCamelCase.
  ///
  /// @throws RefusedException with PARSE, naming the member
  public ProtoFields only(Set<String> known) throws RefusedException {
    for (Value key : object.members().keySet()) {
      String name = key instanceof StringValue text ? text.text() : "";
      if (!known.contains(name) && !declared(known, name)) {
        throw wrong(where, "the member '" + name + "' is not known");
      }
    }
    return this;
  }

  /// The value of a member, unless it is absent or null.
  ///
  /// @throws RefusedException when it is there under both of its names
  public Optional<Value> member(String name) throws RefusedException {
    Optional<Value> camel = object.get(name).filter(value -> !(value instanceof NullValue));
    String other = snake(name);
    if (other.equals(name)) {
      return camel;
    }
    Optional<Value> declared = object.get(other).filter(value -> !(value instanceof NullValue));
    if (camel.isPresent() && declared.isPresent()) {
      throw wrong(where, "the member '" + name + "' is there twice");
    }
    return camel.isPresent() ? camel : declared;
  }

  private static boolean declared(Set<String> known, String name) {
    for (String each : known) {
      if (snake(each).equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static String snake(String name) {
    var snake = new StringBuilder(name.length() + 4);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        snake.append('_').append((char) (c + 32));
      } else {
        snake.append(c);
      }
    }
    return snake.toString();
  }

  /// The text, or empty where absent.
  public String text(String name) throws RefusedException {
    Optional<Value> member = member(name);
    if (member.isEmpty()) {
      return "";
    }
    if (member.get() instanceof StringValue text) {
      return text.text();
    }
    throw wrong(at(name), "a text was expected");
  }

  /// The bytes, or empty where absent.
  public Bytes bytes(String name) throws RefusedException {
    return Base64Text.proto(at(name), text(name));
  }

  /// The whole number, or 0 where absent.
  public long number(String name) throws RefusedException {
    Optional<Value> member = member(name);
    if (member.isEmpty()) {
      return 0;
    }
    String digits =
        member.get() instanceof StringValue text
            ? text.text()
            : member.get() instanceof NumberValue number ? number.text() : "";
    try {
      long number = Long.parseLong(digits);
      if (Long.toString(number).equals(digits)) {
        return number;
      }
      // A sign, zeros before it, digits of another script: the mapping has one spelling.
      throw wrong(at(name), "a whole number in its only spelling was expected");
    } catch (NumberFormatException e) {
      throw wrong(at(name), "a whole number of 64 bits was expected");
    }
  }

  /// The object, unless absent.
  public Optional<ProtoFields> fields(String name) throws RefusedException {
    Optional<Value> member = member(name);
    return member.isEmpty() ? Optional.empty() : Optional.of(of(at(name), member.get()));
  }

  /// The elements of a list; none where absent.
  public List<Value> list(String name) throws RefusedException {
    Optional<Value> member = member(name);
    if (member.isEmpty()) {
      return List.of();
    }
    if (!(member.get() instanceof ArrayValue array)) {
      throw wrong(at(name), "a list was expected");
    }
    if (array.size() > MOST_ELEMENTS) {
      throw new RefusedException(FailureClass.LIMIT, at(name) + ": more than 10000 elements");
    }
    return array.elements();
  }

  /// The objects of a list; none where absent.
  public List<ProtoFields> objects(String name) throws RefusedException {
    List<ProtoFields> all = new ArrayList<>();
    for (Value element : list(name)) {
      all.add(of(at(name) + "[" + all.size() + "]", element));
    }
    return all;
  }

  /// The point in time (RFC 3339), unless absent.
  public Optional<Instant> time(String name) throws RefusedException {
    String text = text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      throw wrong(at(name), "'" + text + "' is not a time by RFC 3339");
    }
  }

  /// A `TimeRange`; the open one where absent.
  ///
  /// @throws RefusedException when it ends before it starts
  public Window window(String name) throws RefusedException {
    Optional<ProtoFields> range = fields(name);
    if (range.isEmpty()) {
      return Window.OPEN;
    }
    ProtoFields given = range.get().only(Set.of("start", "end"));
    var window = new Window(given.time("start"), given.time("end"));
    if (window.start().isPresent()
        && window.end().isPresent()
        && window.end().get().isBefore(window.start().get())) {
      throw wrong(at(name), "it ends before it starts");
    }
    return window;
  }

  /// The path to a member, for messages.
  public String at(String name) {
    return where + "." + name;
  }

  /// The error for something wrong in this object.
  public RefusedException wrong(String why) {
    return wrong(where, why);
  }

  private static RefusedException wrong(String where, String why) {
    return new RefusedException(FailureClass.PARSE, where + ": " + why);
  }
}
