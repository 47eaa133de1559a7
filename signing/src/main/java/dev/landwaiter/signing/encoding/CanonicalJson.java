package dev.landwaiter.signing.encoding;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.util.Map;
import java.util.TreeMap;

/// The JSON canonicalisation scheme (RFC 8785) for texts, whole numbers up to 2^53, objects,
/// arrays, booleans and null. Everything else is refused instead of guessed.
public final class CanonicalJson {
  private static final long LARGEST = 1L << 53;

  private CanonicalJson() {}

  /// The canonical text of a value in UTF-8.
  ///
  /// @throws RefusedException with PARSE for fractions, larger numbers and lone surrogates
  public static Bytes of(Value value) throws RefusedException {
    var text = new StringBuilder();
    write(value, text);
    return Bytes.utf8(text.toString());
  }

  private static void write(Value value, StringBuilder into) throws RefusedException {
    switch (value) {
      case NullValue n -> into.append("null");
      case BooleanValue b -> into.append(b.equals(BooleanValue.TRUE));
      case NumberValue number -> into.append(whole(number));
      case StringValue text -> quote(text.text(), into);
      case ArrayValue array -> {
        String gap = "[";
        for (Value element : array.elements()) {
          into.append(gap);
          write(element, into);
          gap = ",";
        }
        into.append(gap.equals("[") ? "[]" : "]");
      }
      case ObjectValue object -> members(object, into);
      case SetValue set -> throw wrong("a set");
    }
  }

  private static void members(ObjectValue object, StringBuilder into) throws RefusedException {
    // Java compares strings by UTF-16 code units, as the scheme wants it.
    Map<String, Value> sorted = new TreeMap<>();
    for (var member : object.members().entrySet()) {
      if (!(member.getKey() instanceof StringValue key)) {
        throw wrong("a key that is not a text");
      }
      sorted.put(key.text(), member.getValue());
    }
    String gap = "{";
    for (var member : sorted.entrySet()) {
      into.append(gap);
      quote(member.getKey(), into);
      into.append(':');
      write(member.getValue(), into);
      gap = ",";
    }
    into.append(gap.equals("{") ? "{}" : "}");
  }

  private static long whole(NumberValue number) throws RefusedException {
    long whole = number.toLong().orElseThrow(() -> wrong("the number " + number));
    if (whole > LARGEST || whole < -LARGEST) {
      throw wrong("the number " + whole);
    }
    return whole;
  }

  /// A text in quotes with the scheme's own escapes.
  private static void quote(String text, StringBuilder into) throws RefusedException {
    into.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> into.append("\\\"");
        case '\\' -> into.append("\\\\");
        case '\b' -> into.append("\\b");
        case '\t' -> into.append("\\t");
        case '\n' -> into.append("\\n");
        case '\f' -> into.append("\\f");
        case '\r' -> into.append("\\r");
        default -> {
          if (c < 0x20) {
            into.append("\\u00").append(Character.forDigit(c >> 4, 16));
            into.append(Character.forDigit(c & 15, 16));
          } else if (Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1))) {
            into.append(c).append(text.charAt(++i));
          } else if (Character.isSurrogate(c)) {
            throw wrong("a lone surrogate");
          } else {
            into.append(c);
          }
        }
      }
    }
    into.append('"');
  }

  private static RefusedException wrong(String what) {
    return new RefusedException(FailureClass.PARSE, what + " has no canonical JSON form");
  }
}
