package dev.landwaiter.inventory.run;

import dev.landwaiter.base.finding.Application;
import dev.landwaiter.base.finding.Identifier;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.inventory.LayerInventory;
import dev.landwaiter.inventory.PackageDatabase;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What can be said of a layer's findings as soon as all of them are there, so that it need not be
/// worked out again when they come from a cache: the hash of each package, and which of the
/// languages' files belong to the distribution.
final class Finishing {
  /// Files of old distroless images that no package list owns.
  private static final List<String> KNOWN_OWNED =
      List.of(
          "usr/lib/python2.7/argparse.egg-info",
          "usr/lib/python2.7/lib-dynload/Python-2.7.egg-info",
          "usr/lib/python2.7/wsgiref.egg-info");

  private Finishing() {}

  static LayerInventory of(LayerInventory found) {
    return new LayerInventory(
        found.systems(),
        found.repository(),
        found.databases().stream()
            .map(database -> new PackageDatabase(database.path(), hashed("", database.packages())))
            .toList(),
        found.applications().stream()
            .map(application ->
                new Application(
                    application.type(),
                    application.filePath(),
                    hashed(application.filePath(), application.packages())))
            .toList(),
        owned(found),
        found.packageLicenses(),
        found.buildInfo(),
        found.problems());
  }

  private static List<Package> hashed(String path, List<Package> packages) {
    return packages.stream()
        .map(pkg -> {
          Identifier known = pkg.identifier();
          String uid = known.uid().isEmpty() ? PackageUid.of(path, pkg) : known.uid();
          return pkg.withIdentifier(new Identifier(known.purl(), uid, known.bomRef()));
        })
        .toList();
  }

  private static Set<String> owned(LayerInventory found) {
    Set<String> paths = new HashSet<>();
    for (Application application : found.applications()) {
      paths.add(application.filePath());
      application.packages().forEach(pkg -> paths.add(pkg.filePath()));
    }
    paths.remove("");
    Set<String> owned = new HashSet<>(KNOWN_OWNED);
    owned.retainAll(paths);
    // Package lists are long and name files with or without a slash before them.
    Map<String, String> asListed = new HashMap<>();
    for (String path : paths) {
      asListed.put("/" + path, path);
      if (!path.startsWith("/")) {
        asListed.put(path, path);
      }
    }
    for (PackageDatabase database : found.databases()) {
      for (Package pkg : database.packages()) {
        for (String file : pkg.place().installedFiles()) {
          String path = asListed.get(file);
          if (path != null) {
            owned.add(path);
          }
        }
      }
    }
    return owned;
  }
}
