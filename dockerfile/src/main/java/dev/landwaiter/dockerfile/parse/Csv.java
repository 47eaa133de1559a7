package dev.landwaiter.dockerfile.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One record of comma-separated fields, as RFC 4180 quotes them.
final class Csv {
  private Csv() {}

  /// The fields; nothing where quotes do not fit. An empty text has no field.
  static Optional<List<String>> fields(String text) {
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) != '"') {
        int end = text.indexOf(',', at);
        end = end < 0 ? text.length() : end;
        String field = text.substring(at, end);
        if (field.indexOf('"') >= 0) {
          return Optional.empty();
        }
        fields.add(field);
        at = end;
      } else {
        StringBuilder field = new StringBuilder();
        at = quoted(text, at + 1, field);
        if (at < 0) {
          return Optional.empty();
        }
        fields.add(field.toString());
      }
      if (at == text.length()) {
        return Optional.of(fields);
      }
      at++;
      if (at == text.length()) {
        fields.add("");
      }
    }
    return Optional.of(fields);
  }

  /// Reads behind the opening quote; where the field ends, or -1.
  private static int quoted(String text, int start, StringBuilder field) {
    int at = start;
    while (true) {
      int quote = text.indexOf('"', at);
      if (quote < 0) {
        return -1;
      }
      field.append(text, at, quote);
      at = quote + 1;
      if (at < text.length() && text.charAt(at) == '"') {
        field.append('"');
        at++;
      } else {
        return at == text.length() || text.charAt(at) == ',' ? at : -1;
      }
    }
  }
}
