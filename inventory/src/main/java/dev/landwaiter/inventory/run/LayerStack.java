package dev.landwaiter.inventory.run;

import dev.landwaiter.base.finding.Application;
import dev.landwaiter.base.finding.LanguageType;
import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.inventory.LayerRecord;
import dev.landwaiter.inventory.PackageDatabase;
import dev.landwaiter.inventory.Repository;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is left of all layers when each has hidden what it hides of those below it (OCI image
/// specification 1.1, layer, "Whiteouts").
final class LayerStack {
  /// One application's place: an upper layer replaces the one with the same path and type.
  private record AppKey(String path, LanguageType type) implements Comparable<AppKey> {
    @Override
    public int compareTo(AppKey other) {
      int byPath = path.compareTo(other.path);
      return byPath == 0 ? type.compareTo(other.type) : byPath;
    }
  }

  /// Where licences of the distribution's packages lie.
  private static final String DOCUMENTATION = "usr/share/doc";

  /// The character after the slash: paths below a folder sort between the two.
  private static final char AFTER_SLASH = '/' + 1;

  private static final LanguageType FIRST_TYPE = Collections.min(EnumSet.allOf(LanguageType.class));

  OperatingSystem os = OperatingSystem.NONE;
  Optional<Repository> repository = Optional.empty();
  final SortedMap<String, PackageDatabase> databases = new TreeMap<>();
  final Map<String, List<String>> packageLicenses = new TreeMap<>();
  final List<Problem> problems = new ArrayList<>();
  private final SortedMap<AppKey, Application> applications = new TreeMap<>();

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

  /// Hides the path and all below it. A hostile layer may hide a million paths: each looks only at
  /// what it hides.
  private void hide(String path) {
    if (path.isEmpty()) {
      databases.clear();
      applications.clear();
      packageLicenses.clear();
      return;
    }
    databases.remove(path);
    databases.subMap(path + "/", path + AFTER_SLASH).clear();
    applications.subMap(first(path), first(path + "\0")).clear();
    applications.subMap(first(path + "/"), first(path + AFTER_SLASH)).clear();
    hideLicenses(path);
  }

  private static AppKey first(String path) {
    return new AppKey(path, FIRST_TYPE);
  }

  private void hideLicenses(String path) {
    if ((DOCUMENTATION + "/").startsWith(path + "/")) {
      packageLicenses.clear();
    } else if (path.startsWith(DOCUMENTATION + "/")) {
      String below = path.substring(DOCUMENTATION.length() + 1);
      int slash = below.indexOf('/');
      if (slash < 0 || below.substring(slash).equals("/copyright")) {
        packageLicenses.remove(slash < 0 ? below : below.substring(0, slash));
      }
    }
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
