package dev.landwaiter.dockerfile.stage;

import dev.landwaiter.dockerfile.syntax.Flag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The value of `--mount` taken apart (reference: 6.3).
///
/// @param fields as `key=value` or a key alone, in the order written
record MountValue(List<String> fields) {
  static MountValue of(Flag flag) {
    return new MountValue(split(flag.value().orElse("")));
  }

  /// The fields of one record of comma-separated values; quotes group, doubled quotes are one.
  private static List<String> split(String text) {
    List<String> fields = new ArrayList<>();
    var field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        field.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  /// What `from` names, or empty.
  String from() {
    String from = "";
    for (String each : fields) {
      if (key(each).equals("from")) {
        from = value(each);
      }
    }
    return from;
  }

  static String key(String field) {
    int equals = field.indexOf('=');
    return (equals < 0 ? field : field.substring(0, equals)).toLowerCase(Locale.ROOT);
  }

  static String value(String field) {
    return field.substring(field.indexOf('=') + 1);
  }
}
