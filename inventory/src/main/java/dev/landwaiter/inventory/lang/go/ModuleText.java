package dev.landwaiter.inventory.lang.go;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The text about modules inside a Go program (`runtime/debug`, type BuildInfo).
///
/// @param main the module of the program, empty when it was built outside of one
/// @param dependencies with replacements in place
/// @param linkerFlags the value of `-ldflags`, or empty
record ModuleText(Optional<Module> main, List<Module> dependencies, String linkerFlags) {
  /// A module; the version is empty when it was built from a folder.
  record Module(String path, String version) {
    private static Module of(String[] fields) {
      String version = fields.length > 2 ? fields[2] : "";
      return new Module(
          fields.length > 1 ? fields[1] : "", version.equals("(devel)") ? "" : version);
    }
  }

  static ModuleText parse(String text) {
    Optional<Module> main = Optional.empty();
    List<Module> dependencies = new ArrayList<>();
    String flags = "";
    boolean afterMain = false;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      String[] fields = line.split("\t", -1);
      switch (fields[0]) {
        case "mod" -> {
          main = Optional.of(Module.of(fields));
          afterMain = true;
        }
        case "dep" -> {
          dependencies.add(Module.of(fields));
          afterMain = false;
        }
        case "=>" -> {
          if (!afterMain && !dependencies.isEmpty()) {
            dependencies.set(dependencies.size() - 1, Module.of(fields));
          }
        }
        case "build" -> {
          String setting = line.substring("build".length()).strip();
          if (setting.startsWith("-ldflags=")) {
            flags = unquoted(setting.substring("-ldflags=".length()));
          }
        }
        default -> {}
      }
    }
    return new ModuleText(
        main.filter(m -> !m.path().isEmpty()),
        dependencies.stream().filter(m -> !m.path().isEmpty()).toList(),
        flags);
  }

  // A string literal of Go; only the escapes that Go's own quoting makes of printable text.
  private static String unquoted(String value) {
    if (value.length() > 1 && value.startsWith("`") && value.endsWith("`")) {
      return value.substring(1, value.length() - 1);
    }
    if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) {
      return value;
    }
    var plain = new StringBuilder();
    for (int i = 1; i < value.length() - 1; i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length() - 1) {
        c = value.charAt(++i);
        c =
            switch (c) {
              case 'n' -> '\n';
              case 't' -> '\t';
              default -> c;
            };
      }
      plain.append(c);
    }
    return plain.toString();
  }
}
