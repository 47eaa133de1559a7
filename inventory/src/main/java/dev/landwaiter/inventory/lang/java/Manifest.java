package dev.landwaiter.inventory.lang.java;

import java.util.LinkedHashMap;
import java.util.Map;

/// The main section of a manifest (JAR File Specification, "JAR Manifest").
record Manifest(Map<String, String> headers) {
  static final Manifest NONE = new Manifest(Map.of());

  /// Reads up to the first empty line; lines without a colon and values that point into a resource
  /// bundle (`%name`) are left out.
  static Manifest parse(String text) {
    Map<String, String> headers = new LinkedHashMap<>();
    String name = "";
    var value = new StringBuilder();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      if (line.startsWith(" ")) {
        value.append(line, 1, line.length());
        continue;
      }
      put(headers, name, value);
      if (line.isEmpty()) {
        return new Manifest(headers);
      }
      int colon = line.indexOf(':');
      name = colon < 0 ? "" : line.substring(0, colon).strip();
      value = new StringBuilder(colon < 0 ? "" : line.substring(colon + 1));
    }
    put(headers, name, value);
    return new Manifest(headers);
  }

  private static void put(Map<String, String> headers, String name, StringBuilder value) {
    String text = value.toString().strip();
    if (!name.isEmpty() && !text.startsWith("%")) {
      headers.put(name, text);
    }
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /// The artifact that the headers speak of (project reference, inventory, 18.1 step 3).
  Coordinates coordinates() {
    String bundle = header("Bundle-SymbolicName");
    int semicolon = bundle.indexOf(';');
    bundle = semicolon < 0 ? bundle : bundle.substring(0, semicolon).strip();
    int dot = bundle.lastIndexOf('.');
    return new Coordinates(
        first(
            header("Implementation-Vendor-Id"),
            dot < 0 ? "" : bundle.substring(0, dot),
            header("Implementation-Vendor"),
            header("Specification-Vendor")),
        first(header("Implementation-Title"), header("Specification-Title"), header("Bundle-Name")),
        first(
            header("Implementation-Version"),
            header("Specification-Version"),
            header("Bundle-Version")));
  }

  private static String first(String... values) {
    for (String value : values) {
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }
}
