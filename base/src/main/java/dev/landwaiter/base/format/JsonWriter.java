package dev.landwaiter.base.format;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/// Writes JSON (RFC 8259) in UTF-8 piece by piece, byte for byte as Go's `encoding/json` does.
///
/// Calls out of turn (a value without a name inside an object, an end without a begin) are mistakes
/// of the program and throw [IllegalStateException]. The stream is never closed; [#flush] hands
/// over what is buffered.
public final class JsonWriter implements Flushable {
  /// How deep objects and arrays may be nested.
  public static final int DEPTH_LIMIT = 4096;

  private static final byte START = 0;
  private static final byte OBJECT = 1;
  private static final byte ARRAY = 2;

  private final JsonBytes out;
  private final JsonStyle style;
  private byte[] kinds = new byte[32];

  /// A line break and the indentation of the deepest line so far, of which others use a part.
  private byte[] lineBreak = new byte[0];

  private int depth;
  private boolean empty = true;
  private boolean named;

  public JsonWriter(OutputStream out, JsonStyle style) {
    this.out = new JsonBytes(out, style.escapeHtml());
    this.style = style;
  }

  /// The whole text of one value, without a newline at the end.
  public static String toText(Value value, JsonStyle style) {
    var bytes = new ByteArrayOutputStream();
    var writer = new JsonWriter(bytes, style);
    try {
      writer.value(value).flush();
    } catch (IOException e) {
      throw new UncheckedIOException("an array in memory takes every byte", e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  public JsonWriter beginObject() throws IOException {
    return begin(OBJECT, '{');
  }

  public JsonWriter endObject() throws IOException {
    return end(OBJECT, '}');
  }

  public JsonWriter beginArray() throws IOException {
    return begin(ARRAY, '[');
  }

  public JsonWriter endArray() throws IOException {
    return end(ARRAY, ']');
  }

  /// The name of the member whose value comes next.
  public JsonWriter name(String name) throws IOException {
    if (kinds[depth] != OBJECT || named) {
      throw new IllegalStateException("no place for the name " + name);
    }
    separate();
    out.quoted(name);
    out.put(':');
    if (!style.indent().isEmpty()) {
      out.put(' ');
    }
    named = true;
    return this;
  }

  public JsonWriter value(String text) throws IOException {
    beforeValue();
    out.quoted(text);
    return this;
  }

  public JsonWriter value(long number) throws IOException {
    return raw(Long.toString(number));
  }

  /// A number in its shortest form, with an exponent below 1e-6 and from 1e21 on.
  ///
  /// @throws IllegalArgumentException when it is infinite or not a number
  public JsonWriter value(double number) throws IOException {
    return raw(GoDouble.text(number));
  }

  public JsonWriter value(boolean flag) throws IOException {
    return raw(flag ? "true" : "false");
  }

  public JsonWriter nullValue() throws IOException {
    return raw("null");
  }

  /// A whole value: numbers as they were written, sets as sorted arrays, keys that are no strings
  /// as their compact JSON text.
  public JsonWriter value(Value value) throws IOException {
    // A switch over types is linked at every start anew; this is among the first things a run does.
    if (value instanceof StringValue string) {
      return value(string.text());
    } else if (value instanceof NumberValue number) {
      return raw(number.text());
    } else if (value instanceof BooleanValue bool) {
      return value(bool.flag());
    } else if (value instanceof ObjectValue object) {
      return members(object.members());
    } else if (value instanceof ArrayValue || value instanceof SetValue) {
      return values(value.elements());
    }
    return nullValue();
  }

  /// A member with a text, left out when the text is empty.
  public JsonWriter field(String name, String text) throws IOException {
    return text.isEmpty() ? this : name(name).value(text);
  }

  /// A member with a number, left out when it is zero.
  public JsonWriter field(String name, long number) throws IOException {
    return number == 0 ? this : name(name).value(number);
  }

  /// A member with a number, left out when it is zero.
  public JsonWriter field(String name, double number) throws IOException {
    return number == 0 ? this : name(name).value(number);
  }

  /// A member that is true, left out when it is false.
  public JsonWriter field(String name, boolean flag) throws IOException {
    return flag ? name(name).value(true) : this;
  }

  /// A member with an array of texts, left out when there are none.
  public JsonWriter field(String name, Collection<String> texts) throws IOException {
    return texts.isEmpty() ? this : name(name).values(texts, JsonWriter::value);
  }

  /// A member with an array, each element written by `each`, left out when there are none.
  public <T> JsonWriter field(String name, Collection<T> elements, Each<? super T> each)
      throws IOException {
    return elements.isEmpty() ? this : name(name).values(elements, each);
  }

  /// An array, empty or not, each element written by `each`.
  public <T> JsonWriter values(Collection<T> elements, Each<? super T> each) throws IOException {
    beginArray();
    for (T element : elements) {
      each.write(this, element);
    }
    return endArray();
  }

  /// Ends the line; for the end of a report and between the values of JSON lines.
  public JsonWriter newline() throws IOException {
    out.put('\n');
    return this;
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  /// Writes one element of an array as exactly one value.
  @FunctionalInterface
  public interface Each<T> {
    void write(JsonWriter writer, T element) throws IOException;
  }

  private JsonWriter values(Collection<Value> elements) throws IOException {
    return values(elements, JsonWriter::value);
  }

  private JsonWriter members(Map<Value, Value> members) throws IOException {
    beginObject();
    if (style.sortKeys()) {
      Map<Value, Value> sorted = new TreeMap<>();
      members.forEach((key, value) -> sorted.put(Value.of(nameOf(key)), value));
      for (Map.Entry<Value, Value> member : sorted.entrySet()) {
        name(member.getKey().asText()).value(member.getValue());
      }
    } else {
      for (Map.Entry<Value, Value> member : members.entrySet()) {
        name(nameOf(member.getKey())).value(member.getValue());
      }
    }
    return endObject();
  }

  private String nameOf(Value key) {
    return key instanceof StringValue string
        ? string.text()
        : toText(key, new JsonStyle("", style.escapeHtml(), style.sortKeys()));
  }

  private JsonWriter raw(String text) throws IOException {
    beforeValue();
    out.ascii(text);
    return this;
  }

  private JsonWriter begin(byte kind, char bracket) throws IOException {
    beforeValue();
    if (depth == DEPTH_LIMIT) {
      throw new IllegalStateException("JSON nested deeper than " + DEPTH_LIMIT);
    }
    depth++;
    if (depth == kinds.length) {
      kinds = Arrays.copyOf(kinds, depth * 2);
    }
    kinds[depth] = kind;
    empty = true;
    out.put(bracket);
    return this;
  }

  private JsonWriter end(byte kind, char bracket) throws IOException {
    if (kinds[depth] != kind || named) {
      throw new IllegalStateException("no " + bracket + " is due");
    }
    depth--;
    if (!empty) {
      breakLine();
    }
    empty = false;
    out.put(bracket);
    return this;
  }

  private void beforeValue() throws IOException {
    switch (kinds[depth]) {
      case ARRAY -> separate();
      case OBJECT -> {
        if (!named) {
          throw new IllegalStateException("a value without a name inside an object");
        }
        named = false;
      }
      case START -> {}
      default -> throw new IllegalStateException("unknown kind of container");
    }
  }

  private void separate() throws IOException {
    if (!empty) {
      out.put(',');
    }
    empty = false;
    breakLine();
  }

  private void breakLine() throws IOException {
    if (style.indent().isEmpty()) {
      return;
    }
    int length = 1 + depth * style.indent().length();
    if (length > lineBreak.length) {
      lineBreak = ("\n" + style.indent().repeat(2 * depth)).getBytes(StandardCharsets.US_ASCII);
    }
    out.bytes(lineBreak, length);
  }
}
