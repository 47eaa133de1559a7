package dev.landwaiter.testing.sigstore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Just enough JSON for what clients send: objects, arrays, texts, whole numbers and words.
final class JsonText {
  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  /// Maps, lists, strings and longs; words as strings.
  static Map<?, ?> object(String text) {
    return (Map<?, ?>) new JsonText(text).value();
  }

  /// The value at the end of a path of names and places.
  static Object at(Object root, Object... path) {
    Object value = root;
    for (Object step : path) {
      Object next =
          step instanceof Integer place
              ? ((List<?>) value).get(place)
              : ((Map<?, ?>) value).get(step);
      if (next == null) {
        throw new IllegalArgumentException("nothing at " + step);
      }
      value = next;
    }
    return value;
  }

  static String textAt(Object root, Object... path) {
    return at(root, path).toString();
  }

  /// A text in quotes.
  static String quote(String text) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < 0x20) {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private Object value() {
    return switch (peek()) {
      case '{' -> members();
      case '[' -> elements();
      case '"' -> string();
      default -> word();
    };
  }

  private char peek() {
    while (Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return text.charAt(at);
  }

  private Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    at++;
    while (peek() != '}') {
      String name = string();
      if (peek() != ':') {
        throw new IllegalArgumentException("no colon");
      }
      at++;
      members.put(name, value());
      if (peek() == ',') {
        at++;
      }
    }
    at++;
    return members;
  }

  private List<Object> elements() {
    List<Object> elements = new ArrayList<>();
    at++;
    while (peek() != ']') {
      elements.add(value());
      if (peek() == ',') {
        at++;
      }
    }
    at++;
    return elements;
  }

  private String string() {
    peek();
    at++;
    var content = new StringBuilder();
    while (text.charAt(at) != '"') {
      char c = text.charAt(at++);
      content.append(c == '\\' ? escaped() : c);
    }
    at++;
    return content.toString();
  }

  private char escaped() {
    char c = text.charAt(at++);
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> {
        at += 4;
        yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
      }
      default -> c;
    };
  }

  private Object word() {
    int start = at;
    while (at < text.length() && ",]} \n\t".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at);
    return word.matches("-?[0-9]+") ? (Object) Long.valueOf(word) : word;
  }
}
