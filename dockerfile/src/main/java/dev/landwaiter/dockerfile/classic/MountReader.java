package dev.landwaiter.dockerfile.classic;

import dev.landwaiter.dockerfile.syntax.Mount;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// One `--mount` of RUN, the cursor behind its `=`.
final class MountReader {
  private static final Set<String> TYPES = Set.of("bind", "cache", "tmpfs", "secret", "ssh");
  private static final Set<String> SHARINGS = Set.of("shared", "private", "locked");

  private final Cursor cursor;
  private final boolean placed;
  private final int start;

  MountReader(Cursor cursor, boolean placed) {
    this.cursor = cursor;
    this.placed = placed;
    this.start = cursor.at;
  }

  Mount read() throws Refused {
    String type = "bind";
    var fields = new LinkedHashMap<String, String>();
    boolean twice = false;
    boolean odd = false;
    do {
      int at = cursor.at;
      String field = field();
      int equals = field.indexOf('=');
      String key = key(equals < 0 ? field : field.substring(0, equals));
      String value = equals < 0 ? "" : field.substring(equals + 1);
      int valueAt = at + equals + 1;
      if (key.equals("type")) {
        if (!TYPES.contains(value)) {
          throw cursor.refuseSurely(valueAt, "expected a type of mount");
        }
        type = value;
      } else if (!known(key)) {
        String reason = "expected a key of a mount";
        throw field.startsWith("\"") ? cursor.refuse(at, reason) : cursor.refuseSurely(at, reason);
      } else {
        if (key.equals("sharing") && !SHARINGS.contains(value)) {
          throw cursor.refuseSurely(valueAt, "expected shared, private or locked");
        }
        twice |= fields.put(key, value) != null;
      }
    } while (cursor.take(","));
    for (String each : fields.keySet()) {
      odd |= !fits(type, each);
    }
    check(type, fields, twice, odd);
    return new Mount(type, Map.copyOf(fields), cursor.statement.line().span(start, cursor.at));
  }

  private void check(String type, Map<String, String> fields, boolean twice, boolean odd)
      throws Refused {
    boolean place = !type.equals("secret") && !type.equals("ssh");
    if (place && !fields.containsKey("target")) {
      String reason = "expected a target in the mount before this";
      throw placed ? cursor.refuse(reason) : cursor.refuseSurely(cursor.at, reason);
    }
    if (odd) {
      throw cursor.refuseSurely(
          cursor.at, "a key of the mount before this does not go with its type");
    }
    if (twice) {
      throw cursor.refuseSurely(cursor.at, "a key of the mount before this stands twice");
    }
  }

  private String field() {
    int from = cursor.at;
    while (!cursor.atEnd() && !Cursor.isBlank(cursor.peek()) && cursor.peek() != ',') {
      cursor.at++;
    }
    return cursor.text.substring(from, cursor.at);
  }

  private static String key(String written) {
    return switch (written) {
      case "dst", "destination" -> "target";
      case "src" -> "source";
      case "ro" -> "readonly";
      case "rw" -> "readwrite";
      default -> written.length() > 1 ? written.toLowerCase(Locale.ROOT) : written;
    };
  }

  private static boolean known(String key) {
    return switch (key) {
      case "target", "source", "from", "readonly", "readwrite", "id", "sharing", "required" -> true;
      case "mode", "uid", "gid", "env", "size", "z", "Z", "relabel" -> true;
      default -> false;
    };
  }

  private static boolean fits(String type, String key) {
    return switch (key) {
      case "sharing" -> type.equals("cache");
      case "required", "env" -> type.equals("secret") || type.equals("ssh");
      case "size" -> type.equals("tmpfs");
      case "from" -> type.equals("bind") || type.equals("cache");
      case "id", "mode", "uid", "gid" -> !type.equals("bind") && !type.equals("tmpfs");
      default -> true;
    };
  }
}
