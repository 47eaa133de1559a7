package dev.landwaiter.inventory.run;

import dev.landwaiter.base.finding.Application;
import dev.landwaiter.base.finding.LanguageType;
import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.inventory.LayerRecord;
import dev.landwaiter.inventory.PackageDatabase;
import dev.landwaiter.inventory.Repository;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What is left of all layers when each has hidden what it hides of those below it (OCI image
/// specification 1.1, layer, "Whiteouts").
final class LayerStack {
  /// One application's place: an upper layer replaces the one with the same path and type.
  private record AppKey(String path, LanguageType type) implements Comparable<AppKey> {
    @Override
    public int compareTo(AppKey other) {
      return Comparator.comparing(AppKey::path).thenComparing(AppKey::type).compare(this, other);
    }
  }

  OperatingSystem os = OperatingSystem.NONE;
  Optional<Repository> repository = Optional.empty();
  final Map<String, PackageDatabase> databases = new TreeMap<>();
  final Map<String, List<String>> packageLicenses = new TreeMap<>();
  final List<Problem> problems = new ArrayList<>();
  private final Map<AppKey, Application> applications = new TreeMap<>();

  LayerStack(List<LayerRecord> layers, boolean precise) {
    for (LayerRecord layer : layers) {
      hide(layer);
      add(layer, precise);
    }
  }

  List<Application> applications() {
    return List.copyOf(applications.values());
  }

  private void hide(LayerRecord layer) {
    for (String dir : layer.opaqueDirs()) {
      hide(dir);
    }
    for (String path : layer.whiteouts()) {
      hide(path);
    }
  }

  private void hide(String path) {
    databases.keySet().removeIf(key -> below(key, path));
    applications.keySet().removeIf(key -> below(key.path(), path));
    packageLicenses.keySet().removeIf(name -> below("usr/share/doc/" + name + "/copyright", path));
  }

  private static boolean below(String file, String path) {
    return path.isEmpty()
        || (file.startsWith(path)
            && (file.length() == path.length() || file.charAt(path.length()) == '/'));
  }

  private void add(LayerRecord layer, boolean precise) {
    var inventory = layer.inventory();
    for (OperatingSystem found : inventory.systems()) {
      os = SystemMerge.join(os, found);
    }
    if (inventory.repository().isPresent()) {
      repository = inventory.repository();
    }
    for (PackageDatabase database : inventory.databases()) {
      databases.put(database.path(), database);
    }
    packageLicenses.putAll(inventory.packageLicenses());
    Set<String> owned = precise ? inventory.ownedPaths() : Set.of();
    for (Application application : inventory.applications()) {
      Application rest = withoutOwned(application, owned);
      if (!rest.packages().isEmpty()) {
        applications.put(new AppKey(application.filePath(), application.type()), rest);
      }
    }
    problems.addAll(inventory.problems());
  }

  private static Application withoutOwned(Application application, Set<String> owned) {
    if (owned.isEmpty()) {
      return application;
    }
    if (owned.contains(application.filePath())) {
      return new Application(application.type(), application.filePath(), List.of());
    }
    return new Application(
        application.type(),
        application.filePath(),
        application.packages().stream().filter(p -> !owned.contains(p.filePath())).toList());
  }
}
