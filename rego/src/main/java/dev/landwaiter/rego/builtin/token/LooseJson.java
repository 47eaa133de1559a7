package dev.landwaiter.rego.builtin.token;

import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.syntax.ValueText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Reads a header that is to be signed with the tolerance and the errors of the original's reader
/// for headers, which takes any run of `+-.eE` and digits for a number.
final class LooseJson {
  private static final int DEPTH_LIMIT = 300;

  private final String text;
  private int at;

  private LooseJson(String text) {
    this.text = text;
  }

  /// The members of a header that are texts; for others the empty optional.
  record Members(Map<String, Optional<String>> texts) {
    String text(String name) throws BuiltinException {
      var value = texts.get(name);
      if (value == null) {
        throw failure("jwsbb: header \"" + name + "\" not found");
      }
      return value.orElseThrow(() -> failure("jwsbb: header \"" + name + "\" is not a string"));
    }

    String textOr(String name, String otherwise) {
      return texts.getOrDefault(name, Optional.empty()).orElse(otherwise);
    }
  }

  static Members parse(String text) throws BuiltinException {
    var reader = new LooseJson(text);
    Map<String, Optional<String>> texts = new HashMap<>();
    reader.skipBlanks();
    try {
      if (reader.is('{')) {
        reader.object(0, texts);
      } else {
        reader.value(0);
      }
    } catch (BuiltinException e) {
      throw failure(
          "cannot parse JSON: "
              + e.getMessage()
              + "; unparsed tail: "
              + ValueText.quoted(text.substring(reader.at)));
    }
    reader.skipBlanks();
    if (reader.at < text.length()) {
      throw failure("unexpected tail: " + ValueText.quoted(text.substring(reader.at)));
    }
    return new Members(texts);
  }

  private static BuiltinException failure(String text) {
    return BuiltinException.failure("missing or invalid 'alg' header: " + text);
  }

  private Optional<String> value(int depth) throws BuiltinException {
    if (at == text.length()) {
      throw BuiltinException.failure("cannot parse empty string");
    }
    if (depth > DEPTH_LIMIT) {
      throw BuiltinException.failure(
          "too big depth for the nested JSON; it exceeds " + DEPTH_LIMIT);
    }
    switch (text.charAt(at)) {
      case '{' -> object(depth, new HashMap<>());
      case '[' -> array(depth);
      case '"' -> {
        return Optional.of(string("cannot parse string: "));
      }
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    }
    return Optional.empty();
  }

  private void object(int depth, Map<String, Optional<String>> texts) throws BuiltinException {
    String context = "cannot parse object: ";
    at++;
    skipBlanks();
    if (at == text.length()) {
      throw BuiltinException.failure(context + "missing '}'");
    }
    if (is('}')) {
      at++;
      return;
    }
    while (true) {
      skipBlanks();
      if (!is('"')) {
        throw BuiltinException.failure(context + "cannot find opening '\"\" for object key");
      }
      String key = string(context + "cannot parse object key: ");
      skipBlanks();
      if (!is(':')) {
        throw BuiltinException.failure(context + "missing ':' after object key");
      }
      at++;
      skipBlanks();
      try {
        texts.putIfAbsent(key, value(depth + 1));
      } catch (BuiltinException e) {
        throw BuiltinException.failure(context + "cannot parse object value: " + e.getMessage());
      }
      skipBlanks();
      if (at == text.length()) {
        throw BuiltinException.failure(context + "unexpected end of object");
      }
      if (is('}')) {
        at++;
        return;
      }
      if (!is(',')) {
        throw BuiltinException.failure(context + "missing ',' after object value");
      }
      at++;
    }
  }

  private void array(int depth) throws BuiltinException {
    String context = "cannot parse array: ";
    at++;
    skipBlanks();
    if (at == text.length()) {
      throw BuiltinException.failure(context + "missing ']'");
    }
    if (is(']')) {
      at++;
      return;
    }
    while (true) {
      skipBlanks();
      try {
        value(depth + 1);
      } catch (BuiltinException e) {
        throw BuiltinException.failure(context + "cannot parse array value: " + e.getMessage());
      }
      skipBlanks();
      if (at == text.length()) {
        throw BuiltinException.failure(context + "unexpected end of array");
      }
      if (is(']')) {
        at++;
        return;
      }
      if (!is(',')) {
        throw BuiltinException.failure(context + "missing ',' after array value");
      }
      at++;
    }
  }

  private String string(String context) throws BuiltinException {
    int start = ++at;
    while (at < text.length() && !is('"')) {
      at += is('\\') ? 2 : 1;
    }
    if (at >= text.length()) {
      at = text.length();
      throw BuiltinException.failure(context + "missing closing '\"'");
    }
    String raw = text.substring(start, at++);
    if (raw.indexOf('\\') < 0) {
      return raw;
    }
    try {
      return dev.landwaiter.rego.builtin.encoding.JsonText.readFirst('"' + raw + '"').asText();
    } catch (BuiltinException _) {
      return raw;
    }
  }

  private void word(String word) throws BuiltinException {
    if (!text.startsWith(word, at)) {
      throw BuiltinException.failure(
          "unexpected value found: " + ValueText.quoted(text.substring(at)));
    }
    at += word.length();
  }

  private void number() throws BuiltinException {
    int start = at;
    while (at < text.length() && "0123456789-+.eE".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    boolean sign = at == start + 1 && (text.charAt(start) == '-' || text.charAt(start) == '+');
    if (at < text.length() && (at == start || sign)) {
      String word = text.substring(at, Math.min(text.length(), at + 3));
      if (word.equalsIgnoreCase("inf") || word.equalsIgnoreCase("nan")) {
        at += 3;
        return;
      }
      at = start;
      throw BuiltinException.failure(
          "cannot parse number: unexpected char: "
              + ValueText.quoted(text.substring(start, start + 1)));
    }
  }

  private boolean is(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private void skipBlanks() {
    while (is(' ') || is('\n') || is('\t') || is('\r')) {
      at++;
    }
  }
}
