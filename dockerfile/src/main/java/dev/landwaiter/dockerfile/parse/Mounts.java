package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.dockerfile.syntax.Flag;
import dev.landwaiter.dockerfile.syntax.Mount;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Understands `RUN --mount`.
///
/// Most keys and values are looked at by the builder only when variables are known, so they are
/// kept as they are.
final class Mounts {
  private Mounts() {}

  static Optional<Mount> read(Flag flag, StatementReader reader) {
    Optional<List<String>> fields = Csv.fields(flag.value().orElse(""));
    if (fields.isEmpty()) {
      reader.refuse(
          flag.span(),
          "the value of --mount is no list of fields",
          "double quotes stand around a whole field, and twice within it");
      return Optional.empty();
    }
    String type = "bind";
    Map<String, String> read = new LinkedHashMap<>();
    for (String field : fields.get()) {
      int equals = field.indexOf('=');
      String key = (equals < 0 ? field : field.substring(0, equals)).toLowerCase(Locale.ROOT);
      String value = equals < 0 ? "" : field.substring(equals + 1);
      if (key.equals("type") && equals >= 0) {
        type = value.toLowerCase(Locale.ROOT);
      } else if (key.equals("from") && equals >= 0 && hasVariable(value)) {
        reader.refuse(
            flag.span(),
            "`from` of a mount cannot have variables in it",
            "name a stage for it with FROM … AS");
      }
      read.put(name(key), value);
    }
    return Optional.of(new Mount(type, Collections.unmodifiableMap(read), flag.span()));
  }

  private static boolean hasVariable(String value) {
    int dollar = value.indexOf('$');
    return dollar >= 0 && dollar < value.length() - 1;
  }

  private static String name(String key) {
    return switch (key) {
      case "dst", "destination" -> "target";
      case "src" -> "source";
      case "ro" -> "readonly";
      case "rw" -> "readwrite";
      default -> key;
    };
  }
}
