package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignFlags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The statements that `-a` names: each value is a line of comma-separated values, whose fields may
/// be quoted (RFC 4180, 2). Of a repeated name the last one stays.
final class Annotations {
  private Annotations() {}

  static Map<String, String> of(Values values) throws UsageException {
    Map<String, String> annotations = new LinkedHashMap<>();
    for (String line : values.repeated(CosignFlags.ANNOTATIONS)) {
      for (String pair : fields(line)) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
          throw new UsageException("--annotations wants KEY=VALUE, not \"" + pair + "\"");
        }
        annotations.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return annotations;
  }

  private static List<String> fields(String line) throws UsageException {
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (at <= line.length()) {
      int end;
      if (at < line.length() && line.charAt(at) == '"') {
        var field = new StringBuilder();
        end = quoted(line, at + 1, field);
        fields.add(field.toString());
      } else {
        int comma = line.indexOf(',', at);
        end = comma < 0 ? line.length() : comma;
        if (line.substring(at, end).indexOf('"') >= 0) {
          throw wrong(line);
        }
        fields.add(line.substring(at, end));
      }
      at = end + 1;
    }
    return fields;
  }

  /// Reads up to the closing quote.
  ///
  /// @return the place behind it
  private static int quoted(String line, int from, StringBuilder field) throws UsageException {
    int at = from;
    while (at < line.length()) {
      if (line.charAt(at) != '"') {
        field.append(line.charAt(at++));
      } else if (at + 1 < line.length() && line.charAt(at + 1) == '"') {
        field.append('"');
        at += 2;
      } else {
        break;
      }
    }
    if (at >= line.length() || (at + 1 < line.length() && line.charAt(at + 1) != ',')) {
      throw wrong(line);
    }
    return at + 1;
  }

  private static UsageException wrong(String line) {
    return new UsageException(
        "--annotations: the quotes in %s do not match; a value with quotes is written"
                .formatted(line)
            + " \"key=a \"\"quoted\"\" word\"");
  }
}
