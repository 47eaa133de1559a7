package dev.landwaiter.signing.trust.tuf;

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
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// The canonical JSON that TUF metadata is signed in (OLPC Canonical JSON): keys sorted by their
/// bytes, no white space, whole numbers only, and no escapes but those of quote and backslash.
final class OlpcJson {
  private OlpcJson() {}

  /// The canonical bytes of a value.
  ///
  /// @throws RefusedException with TRUST_ROOT for fractions and lone surrogates
  static Bytes of(Value value) throws RefusedException {
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
        into.append('[');
        for (int i = 0; i < array.size(); i++) {
          if (i > 0) {
            into.append(',');
          }
          write(array.at(i), into);
        }
        into.append(']');
      }
      case ObjectValue object -> members(object, into);
      case SetValue set -> throw wrong("a set");
    }
  }

  private static void members(ObjectValue object, StringBuilder into) throws RefusedException {
    Map<byte[], Map.Entry<String, Value>> sorted = new TreeMap<>(Arrays::compareUnsigned);
    for (var member : object.members().entrySet()) {
      if (!(member.getKey() instanceof StringValue(String key))) {
        throw wrong("a key that is not a text");
      }
      sorted.put(key.getBytes(StandardCharsets.UTF_8), Map.entry(key, member.getValue()));
    }
    into.append('{');
    boolean first = true;
    for (var member : sorted.values()) {
      if (!first) {
        into.append(',');
      }
      first = false;
      quote(member.getKey(), into);
      into.append(':');
      write(member.getValue(), into);
    }
    into.append('}');
  }

  private static String whole(NumberValue number) throws RefusedException {
    String text = number.text();
    long whole = number.toLong().orElseThrow(() -> wrong("the number " + text));
    if (!Long.toString(whole).equals(text)) {
      throw wrong("the number " + text);
    }
    return text;
  }

  private static void quote(String text, StringBuilder into) throws RefusedException {
    into.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        into.append('\\').append(c);
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
    into.append('"');
  }

  private static RefusedException wrong(String what) {
    return new RefusedException(FailureClass.TRUST_ROOT, what + " has no canonical form in TUF");
  }
}
