package dev.landwaiter.inventory.run;

import dev.landwaiter.base.finding.Application;
import dev.landwaiter.base.finding.BuildInfo;
import dev.landwaiter.base.finding.Layer;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.inventory.LayerRecord;
import dev.landwaiter.inventory.PackageDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the layer that brought a package: the first one that lists the same name, version and
/// release.
final class Origins {
  /// Where a package was first seen, and as what.
  private record First(int layer, Package pkg) {}

  private final List<LayerRecord> layers;
  private final Map<String, First> systemPackages = new HashMap<>();
  private final Map<String, Integer> languagePackages = new HashMap<>();

  Origins(List<LayerRecord> layers) {
    this.layers = layers;
    for (int i = 0; i < layers.size(); i++) {
      for (PackageDatabase database : layers.get(i).inventory().databases()) {
        for (Package pkg : database.packages()) {
          systemPackages.putIfAbsent(key("", pkg), new First(i, pkg));
        }
      }
      for (Application application : layers.get(i).inventory().applications()) {
        for (Package pkg : application.packages()) {
          languagePackages.putIfAbsent(key(application.filePath(), pkg), i);
        }
      }
    }
  }

  private static String key(String path, Package pkg) {
    return path + '\0' + pkg.name() + '\0' + pkg.evr().version() + '\0' + pkg.evr().release();
  }

  /// The package with layer, installed files and build information of its origin.
  Package place(Package pkg) {
    First first = systemPackages.get(key("", pkg));
    if (first == null || !pkg.layer().isEmpty()) {
      return pkg;
    }
    return pkg.withPlace(
            pkg.place()
                .withLayer(identity(first.layer()))
                .withInstalledFiles(first.pkg().place().installedFiles()))
        .withProvenance(pkg.provenance().withBuildInfo(buildInfo(first.layer())));
  }

  /// The layer that first held this package of the application at the path.
  Package place(String applicationPath, Package pkg) {
    Integer layer = languagePackages.get(key(applicationPath, pkg));
    return layer == null || !pkg.layer().isEmpty()
        ? pkg
        : pkg.withPlace(pkg.place().withLayer(identity(layer)));
  }

  private Layer identity(int index) {
    Layer layer = layers.get(index).layer();
    return new Layer(0, layer.digest(), layer.diffId(), "");
  }

  /// Build information of the origin; for the first layer without one of the second; otherwise of
  /// the nearest earlier layer that has one.
  private BuildInfo buildInfo(int index) {
    if (index == 0 && info(0).isEmpty() && layers.size() > 1) {
      return info(1);
    }
    for (int i = index; i >= 0; i--) {
      if (!info(i).isEmpty()) {
        return info(i);
      }
    }
    return BuildInfo.NONE;
  }

  private BuildInfo info(int index) {
    return layers.get(index).inventory().buildInfo();
  }
}
