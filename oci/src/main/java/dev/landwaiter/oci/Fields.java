package dev.landwaiter.oci;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A JSON object that must have members of certain kinds. A member that is null counts as absent;
/// one of another kind than asked for is an error, never a default.
///
/// @param where what is being read, for messages
public record Fields(String where, Value object) {

  /// Reads a JSON text that must be an object.
  public static Fields parse(String where, byte[] body) throws ImageException {
    try {
      return of(where, Json.parse(where, body));
    } catch (FormatException e) {
      throw new ImageException(ImageException.Code.INVALID, e.problem().toString(), e);
    }
  }

  public static Fields of(String where, Value value) throws ImageException {
    if (value instanceof ObjectValue) {
      return new Fields(where, value);
    }
    throw invalid(where + ": an object was expected");
  }

  public static ImageException invalid(String message) {
    return new ImageException(ImageException.Code.INVALID, message);
  }

  public Optional<Value> member(String key) {
    return object.get(key).filter(value -> !(value instanceof NullValue));
  }

  /// The text, or empty when there is no such member.
  public String text(String key) throws ImageException {
    Optional<Value> member = member(key);
    if (member.isEmpty()) {
      return "";
    }
    if (member.get() instanceof StringValue text) {
      return text.text();
    }
    throw wrongKind(key, "a text");
  }

  /// A whole number from 0; it must be there.
  public long size(String key) throws ImageException {
    var number = member(key).orElseThrow(() -> missing(key));
    if (number instanceof NumberValue value) {
      long size = value.toLong().orElse(-1);
      if (size >= 0) {
        return size;
      }
    }
    throw wrongKind(key, "a whole number from 0");
  }

  public boolean flag(String key) throws ImageException {
    var flag = member(key);
    if (flag.isPresent() && !(flag.get() instanceof BooleanValue)) {
      throw wrongKind(key, "true or false");
    }
    return flag.isPresent() && flag.get().equals(BooleanValue.TRUE);
  }

  /// A digest of a supported algorithm; it must be there.
  public Digest digest(String key) throws ImageException {
    if (member(key).isEmpty()) {
      throw missing(key);
    }
    return digest(where + ": " + key, text(key));
  }

  static Digest digest(String where, String text) throws ImageException {
    var digest = Digest.parse(text);
    if (digest.isPresent()) {
      return digest.get();
    }
    int colon = text.indexOf(':');
    boolean known = text.startsWith("sha256:") || text.startsWith("sha512:");
    throw colon > 0 && !known
        ? new ImageException(
            ImageException.Code.UNSUPPORTED,
            where + ": digest algorithm '" + shown(text.substring(0, colon)) + "' is not supported")
        : invalid(where + ": '" + shown(text) + "' is not a digest");
  }

  /// A text from outside as messages show it: cut after 100 characters, control characters escaped.
  public static String shown(String text) {
    var shown = new StringBuilder();
    text.codePoints()
        .limit(100)
        .forEach(c -> {
          if (Character.isISOControl(c)) {
            shown.append(String.format("\\u%04x", c));
          } else {
            shown.appendCodePoint(c);
          }
        });
    return text.codePointCount(0, text.length()) > 100 ? shown + "…" : shown.toString();
  }

  /// The elements of an array, or none when there is no such member.
  public List<Value> list(String key) throws ImageException {
    var list = member(key);
    if (list.isPresent() && !(list.get() instanceof ArrayValue)) {
      throw wrongKind(key, "an array");
    }
    return list.map(Value::elements).orElse(List.of());
  }

  /// The elements of an array of texts, or none when there is no such member.
  public List<String> texts(String key) throws ImageException {
    var list = list(key);
    if (!list.stream().allMatch(StringValue.class::isInstance)) {
      throw wrongKind(key, "an array of texts");
    }
    return list.stream().map(Value::asText).toList();
  }

  /// The members of an object of texts, or none when there is no such member.
  public Map<String, String> textMap(String key) throws ImageException {
    var texts = new LinkedHashMap<String, String>();
    var object = object(key);
    if (object.isEmpty()) {
      return Map.of();
    }
    for (var member : object.get().object().members().entrySet()) {
      if (!(member.getValue() instanceof StringValue text)) {
        throw wrongKind(key, "an object of texts");
      }
      texts.put(member.getKey().asText(), text.text());
    }
    return texts;
  }

  public Optional<Fields> object(String key) throws ImageException {
    var object = member(key);
    return object.isPresent()
        ? Optional.of(of(where + ": " + key, object.get()))
        : Optional.empty();
  }

  public ImageException missing(String key) {
    return invalid(where + ": member '" + key + "' is missing");
  }

  private ImageException wrongKind(String key, String wanted) {
    return invalid(where + ": member '" + key + "' is not " + wanted);
  }
}
