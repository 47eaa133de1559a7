package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.dockerfile.syntax.Flag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Checks `RUN --device`: a name, and perhaps whether it is required.
final class Devices {
  private Devices() {}

  static void check(Flag flag, StatementReader reader) {
    Optional<List<String>> fields = Csv.fields(flag.value().orElse(""));
    if (fields.isEmpty() || !isDevice(fields.get())) {
      reader.refuse(
          flag.span(),
          "the value of --device is no device",
          "write --device=name or --device=name,required");
    }
  }

  private static boolean isDevice(List<String> fields) {
    String name = "";
    for (String field : fields) {
      int equals = field.indexOf('=');
      String key = (equals < 0 ? field : field.substring(0, equals)).toLowerCase(Locale.ROOT);
      String value = field.substring(equals + 1);
      if (key.equals("required")) {
        if (equals >= 0 && !isTruth(value)) {
          return false;
        }
      } else if (!name.isEmpty()) {
        return false;
      } else {
        name = equals >= 0 && key.equals("name") ? value : field;
      }
    }
    return true;
  }

  private static boolean isTruth(String value) {
    return switch (value) {
      case "1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False" -> true;
      default -> false;
    };
  }
}
