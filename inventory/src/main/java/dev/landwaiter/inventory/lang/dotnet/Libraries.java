package dev.landwaiter.inventory.lang.dotnet;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The libraries of a `.deps.json` that take part when the program runs.
final class Libraries {
  private static final String PACK = "runtimepack.";

  private final Map<String, String> types = new LinkedHashMap<>();
  private final Map<String, String> kept = new LinkedHashMap<>();
  private final Value target;
  private final Set<String> ids;

  Libraries(Value file) {
    String name = file.get("runtimeTarget").map(t -> t.text("name")).orElse("");
    target = file.get("targets").flatMap(targets -> targets.get(name)).orElse(ObjectValue.EMPTY);
    file.get("libraries")
        .orElse(ObjectValue.EMPTY)
        .members()
        .forEach((key, library) -> {
          String type = library.text("type").toLowerCase(Locale.ROOT);
          String id = id(key.asText());
          int slash = id.indexOf('/');
          if (Set.of("package", "project", "runtimepack").contains(type)
              && slash > 0
              && slash == id.lastIndexOf('/')
              && runs(key.asText())) {
            types.put(key.asText(), type);
            kept.put(key.asText(), id);
          }
        });
    ids = Set.copyOf(kept.values());
  }

  /// `NAME/VERSION` as packages are called, for a key of the file.
  static String id(String key) {
    return key.startsWith(PACK) ? key.substring(PACK.length()) : key;
  }

  /// Ids by key, in the order of the file.
  Map<String, String> kept() {
    return kept;
  }

  boolean project(String key) {
    return "project".equals(types.get(key));
  }

  /// The ids of the kept libraries that a library needs, sorted.
  List<String> dependencies(String key) {
    return target
        .get(key)
        .flatMap(t -> t.get("dependencies"))
        .orElse(ObjectValue.EMPTY)
        .members()
        .entrySet()
        .stream()
        .map(d -> id(d.getKey().asText() + "/" + d.getValue().asText()))
        .filter(ids::contains)
        .sorted()
        .toList();
  }

  /// The key of the only project that no library needs, or the empty text.
  String root() {
    Set<String> needed = new HashSet<>();
    kept.keySet().forEach(key -> needed.addAll(dependencies(key)));
    List<String> roots =
        kept.entrySet().stream()
            .filter(e -> project(e.getKey()) && !needed.contains(e.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    return roots.size() == 1 ? roots.getFirst() : "";
  }

  // A library that the target names but that brings no file to run is only needed to build.
  private boolean runs(String key) {
    return target
        .get(key)
        .map(t ->
            List.of("runtime", "runtimeTargets", "native").stream()
                .anyMatch(part -> !t.get(part).orElse(ObjectValue.EMPTY).members().isEmpty()))
        .orElse(true);
  }
}
