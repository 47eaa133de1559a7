package dev.landwaiter.dockerfile.stage;

import java.util.Optional;
import java.util.function.Function;

/// Judges a mount after its variables were replaced.
final class MountCheck {
  private String type = "bind";
  private String target = "";
  private String source = "";
  private String id = "";
  private String from = "";
  private boolean shared;
  private boolean owned;
  private boolean named;

  /// Why the builder refuses the mount.
  ///
  /// @param expand replaces variables of a value; empty where that fails and was reported
  /// @param workdir of the stage at that point
  static Optional<String> problem(
      MountValue mount, Function<String, Optional<String>> expand, String workdir) {
    var check = new MountCheck();
    for (String field : mount.fields()) {
      String key = MountValue.key(field);
      if (field.indexOf('=') < 0) {
        Optional<String> problem = check.bare(key, field);
        if (problem.isPresent()) {
          return problem;
        }
        continue;
      }
      Optional<String> value = expand.apply(MountValue.value(field));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      Optional<String> problem = check.take(key, value.get());
      if (problem.isPresent()) {
        return problem;
      }
    }
    return check.whole(workdir);
  }

  private Optional<String> bare(String key, String field) {
    return switch (key) {
      case "readonly", "ro", "readwrite", "rw" -> Optional.empty();
      case "required" -> required();
      default -> Optional.of("The mount's '" + field + "' needs a value");
    };
  }

  private Optional<String> required() {
    return secret() || type.equals("ssh") ? Optional.empty() : unexpected("required");
  }

  private boolean secret() {
    return type.equals("secret");
  }

  private Optional<String> unexpected(String key) {
    return Optional.of("A mount of the type " + type + " has no '" + key + "'");
  }

  private Optional<String> take(String key, String value) {
    switch (key) {
      case "type" -> {
        type = value;
        return switch (value) {
          case "bind", "cache", "tmpfs", "secret", "ssh" -> Optional.empty();
          default -> Optional.of("There is no type of mounts '" + value + "'");
        };
      }
      case "from" -> from = value;
      case "source", "src" -> source = value;
      case "target", "dst", "destination" -> target = value;
      case "id" -> id = value;
      case "readonly", "ro", "readwrite", "rw" -> {
        return flag(key, value);
      }
      case "required" -> {
        Optional<String> misplaced = required();
        return misplaced.isPresent() ? misplaced : flag(key, value);
      }
      case "size" -> {
        return type.equals("tmpfs") ? size(value) : unexpected(key);
      }
      case "sharing" -> {
        shared = true;
        return switch (value) {
          case "shared", "private", "locked" -> Optional.empty();
          default -> Optional.of("Mounts share as shared, private or locked, not '" + value + "'");
        };
      }
      case "mode" -> {
        owned = true;
        return number(key, value, 8);
      }
      case "uid", "gid" -> {
        owned = true;
        return number(key, value, 10);
      }
      case "env" -> named = true;
      default -> {
        return unexpected(key);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> flag(String key, String value) {
    return Booleans.read(value).isPresent()
        ? Optional.empty()
        : Optional.of("The mount's '" + key + "' is true or false, not '" + value + "'");
  }

  private static Optional<String> number(String key, String value, int radix) {
    boolean digits = !value.isEmpty() && value.length() < 12;
    for (int i = 0; i < value.length(); i++) {
      digits &= value.charAt(i) < 128 && Character.digit(value.charAt(i), radix) >= 0;
    }
    return digits && Long.parseLong(value, radix) < 1L << 32
        ? Optional.empty()
        : Optional.of("The mount's '" + key + "' is a number, not '" + value + "'");
  }

  /// A number, decimals allowed, with a unit of bytes or none.
  private static Optional<String> size(String value) {
    int i = 0;
    boolean digit = false;
    while (i < value.length() && (Character.isDigit(value.charAt(i)) || value.charAt(i) == '.')) {
      digit |= value.charAt(i) != '.';
      i++;
    }
    String unit = value.substring(i).strip().toLowerCase(java.util.Locale.ROOT);
    boolean known =
        switch (unit) {
          case "", "b" -> true;
          default -> "kmgtp".indexOf(unit.charAt(0)) >= 0 && tail(unit.substring(1));
        };
    return digit && known
        ? Optional.empty()
        : Optional.of("The mount's size is a number of bytes, not '" + value + "'");
  }

  private static boolean tail(String unit) {
    return unit.isEmpty() || unit.equals("b") || unit.equals("ib");
  }

  private Optional<String> whole(String workdir) {
    boolean plain = type.equals("bind") || type.equals("tmpfs");
    if (owned && plain) {
      return Optional.of("A mount of the type " + type + " has no mode and no owner");
    }
    if (shared && !type.equals("cache")) {
      return unexpected("sharing");
    }
    if (named && !secret()) {
      return unexpected("env");
    }
    if (secret()) {
      if (!from.isEmpty()) {
        return unexpected("from");
      }
      if (source.isEmpty() && target.isEmpty() && id.isEmpty()) {
        return Optional.of("A secret needs one of id, source and target");
      }
      return source.isEmpty() || id.isEmpty()
          ? Optional.empty()
          : Optional.of("A secret has either a source or an id");
    }
    if (type.equals("ssh")) {
      return Optional.empty();
    }
    String path = target.startsWith("/") ? target : workdir + "/" + target;
    return Paths.clean("/" + path).equals("/")
        ? Optional.of("The mount's target is '/', the root of the file system")
        : Optional.empty();
  }
}
