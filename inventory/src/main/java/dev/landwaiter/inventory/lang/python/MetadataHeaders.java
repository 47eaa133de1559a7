package dev.landwaiter.inventory.lang.python;

import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Place;
import dev.landwaiter.inventory.licence.Licenses;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The headers of core metadata ("Core metadata specifications" 2.4 of the Python packaging
/// authority): those up to the first empty or malformed line.
///
/// @param values by lower-case name, in the order of the file
record MetadataHeaders(Map<String, List<String>> values) {
  static MetadataHeaders parse(String text) {
    Map<String, List<StringBuilder>> values = new TreeMap<>();
    Optional<StringBuilder> last = Optional.empty();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      int colon = line.indexOf(':');
      boolean more = line.startsWith(" ") || line.startsWith("\t");
      if (more && last.isPresent()) {
        last.get().append(' ').append(line.strip());
      } else if (more
          || colon <= 0
          || line.substring(0, colon).chars().anyMatch(Character::isWhitespace)) {
        break;
      } else {
        var value = new StringBuilder(line.substring(colon + 1).strip());
        String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
        values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        last = Optional.of(value);
      }
    }
    Map<String, List<String>> texts = new TreeMap<>();
    values.forEach(
        (name, all) -> texts.put(name, all.stream().map(v -> v.toString().strip()).toList()));
    return new MetadataHeaders(texts);
  }

  /// The package described, or nothing when name or version is missing.
  Optional<Package> toPackage(String path, String analyzer) {
    String name = first("name");
    String version = first("version");
    if (name.isEmpty() || version.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Package.language("", name, version, licenses(), analyzer).withPlace(Place.file(path)));
  }

  private String first(String name) {
    return values.getOrDefault(name, List.of("")).getFirst();
  }

  private List<String> licenses() {
    String text = first("license-expression");
    if (text.isEmpty()) {
      text = String.join(", ", classified());
    }
    if (text.isEmpty()) {
      text = first("license");
    }
    return Licenses.split(text).stream().map(Licenses::normalize).toList();
  }

  private List<String> classified() {
    List<String> names = new ArrayList<>();
    for (String classifier : values.getOrDefault("classifier", List.of())) {
      String name = classifier.substring(classifier.lastIndexOf(" :: ") + 1);
      name = name.startsWith(":: ") ? name.substring(3) : name;
      if (classifier.startsWith("License :: ") && !name.equals("OSI Approved")) {
        names.add(name);
      }
    }
    return names;
  }
}
