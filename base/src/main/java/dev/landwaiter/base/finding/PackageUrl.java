package dev.landwaiter.base.finding;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A package URL (package-url specification): type, namespace, name, version, qualifiers, subpath.
/// Parts that are missing are empty; the parts are kept decoded.
public record PackageUrl(
    String type,
    String namespace,
    String name,
    String version,
    SortedMap<String, String> qualifiers,
    String subpath) {

  public PackageUrl {
    qualifiers = Collections.unmodifiableSortedMap(new TreeMap<>(qualifiers));
  }

  public PackageUrl(String type, String namespace, String name, String version) {
    this(type, namespace, name, version, Collections.emptySortedMap(), "");
  }

  /// Reads a package URL and brings its parts into their canonical form: type, qualifiers' keys and
  /// what the type demands in lower case, empty qualifiers and path elements left out.
  ///
  /// @return empty when the text is no package URL
  public static Optional<PackageUrl> parse(String text) {
    return PackageUrlParser.parse(text);
  }

  /// Whether a statement about this package URL is one about the other: type, namespace and name
  /// are equal, version and subpath where this has them, and the other has all qualifiers of this.
  public boolean covers(PackageUrl other) {
    return type.equals(other.type)
        && namespace.equals(other.namespace)
        && name.equals(other.name)
        && (version.isEmpty() || version.equals(other.version))
        && (subpath.isEmpty() || subpath.equals(other.subpath))
        && qualifiers.entrySet().stream()
            .allMatch(entry ->
                entry.getValue().isEmpty()
                    || entry.getValue().equals(other.qualifiers.get(entry.getKey())));
  }

  /// The canonical text: percent-encoded, qualifiers sorted, empty ones left out.
  @Override
  public String toString() {
    var text = new StringBuilder("pkg:").append(type).append('/');
    if (!namespace.isEmpty()) {
      text.append(encode(namespace, true)).append('/');
    }
    text.append(encode(name, false));
    if (!version.isEmpty()) {
      text.append('@').append(encode(version, false));
    }
    char separator = '?';
    for (Map.Entry<String, String> entry : qualifiers.entrySet()) {
      if (!entry.getValue().isEmpty()) {
        text.append(separator).append(entry.getKey()).append('=');
        text.append(encode(entry.getValue(), false));
        separator = '&';
      }
    }
    if (!subpath.isEmpty()) {
      text.append('#').append(encode(subpath, true));
    }
    return text.toString();
  }

  private static String encode(String part, boolean keepSlash) {
    var text = new StringBuilder();
    for (byte b : part.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "-._~:".indexOf(c) >= 0
              || (keepSlash && c == '/');
      if (plain) {
        text.append(c);
      } else {
        text.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
        text.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    return text.toString();
  }
}
