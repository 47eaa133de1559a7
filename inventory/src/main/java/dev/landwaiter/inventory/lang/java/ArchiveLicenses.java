package dev.landwaiter.inventory.lang.java;

import dev.landwaiter.base.format.Xml;
import dev.landwaiter.base.format.XmlElement;
import dev.landwaiter.inventory.licence.Licenses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Licences that a Java archive names in its POM or its manifest (project reference, inventory,
/// 18.1).
final class ArchiveLicenses {
  private ArchiveLicenses() {}

  /// The licences of a POM: each by its name, or by its address when it has no name. Of a POM with
  /// an error, those before it: many old ones use entities that nothing declares.
  static List<String> ofPom(byte[] pom) {
    return Xml.beforeError(pom).stream()
        .filter(project -> project.name().equals("project"))
        .flatMap(project -> project.children("licenses").stream())
        .flatMap(licenses -> licenses.children("license").stream())
        .flatMap(each -> named(text(each, "name"), text(each, "url")).stream())
        .toList();
  }

  private static String text(XmlElement license, String name) {
    return license.children(name).stream().map(XmlElement::text).collect(Collectors.joining());
  }

  private static List<String> named(String name, String address) {
    if (!name.isBlank()) {
      return List.of(Licenses.normalize(name));
    }
    return address.isBlank() ? List.of() : List.of(addressed(address.strip()));
  }

  /// The licences of a manifest: Jenkins' headers, else OSGi's `Bundle-License` (OSGi Core 8,
  /// 3.2.1.9).
  static List<String> ofManifest(Manifest manifest) {
    List<String> licenses = new ArrayList<>();
    for (Map.Entry<String, String> header : manifest.headers().entrySet()) {
      if (header.getKey().startsWith("Plugin-License-Name") && !header.getValue().isEmpty()) {
        licenses.add(Licenses.normalize(header.getValue()));
      }
    }
    if (licenses.isEmpty()) {
      for (String clause : cut(manifest.header("Bundle-License"), ',')) {
        licenses.addAll(ofClause(clause));
      }
    }
    return licenses.stream().distinct().toList();
  }

  private static List<String> ofClause(String clause) {
    List<String> parts = cut(clause, ';');
    if (parts.isEmpty()) {
      return List.of();
    }
    String name = unquoted(parts.getFirst());
    for (String part : parts.subList(1, parts.size())) {
      int equals = part.indexOf('=');
      if (equals > 0 && part.substring(0, equals).strip().equals("link")) {
        var known = Licenses.ofAddress(unquoted(part.substring(equals + 1)));
        if (known.isPresent()) {
          return List.of(known.get());
        }
      }
    }
    return name.isEmpty() ? List.of() : List.of(addressed(name));
  }

  private static String addressed(String text) {
    return text.startsWith("http")
        ? Licenses.ofAddress(text).orElse(text)
        : Licenses.normalize(text);
  }

  private static List<String> cut(String text, char separator) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || (!quoted && text.charAt(i) == separator)) {
        String part = text.substring(start, i).strip();
        if (!part.isEmpty()) {
          parts.add(part);
        }
        start = i + 1;
      } else if (text.charAt(i) == '"') {
        quoted = !quoted;
      }
    }
    return parts;
  }

  private static String unquoted(String text) {
    String trimmed = text.strip();
    return trimmed.length() > 1 && trimmed.startsWith("\"") && trimmed.endsWith("\"")
        ? trimmed.substring(1, trimmed.length() - 1).strip()
        : trimmed;
  }
}
