package dev.landwaiter.rego.bundle;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.load.Bundle;
import dev.landwaiter.rego.load.BundleManifest;
import dev.landwaiter.rego.load.DataTree;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.syntax.Module;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What goes into one bundle.
///
/// @param modules each named by its source
/// @param manifest with a version
public record Merged(List<Module> modules, ObjectValue data, BundleManifest manifest) {
  public Merged {
    modules = List.copyOf(modules);
  }

  /// Modules and documents that came in no bundle.
  public static Merged of(Collection<Module> modules, ObjectValue data, RegoVersion version) {
    return new Merged(
        List.copyOf(modules),
        data,
        new BundleManifest("", List.of(""), Optional.of(version), Map.of(), Optional.empty()));
  }

  /// Bundles; only a single one keeps its revision and its metadata.
  ///
  /// @throws LoadException when they own the same documents
  public static Merged of(List<Bundle> bundles, RegoVersion version) throws LoadException {
    List<Module> modules = new ArrayList<>();
    List<String> roots = new ArrayList<>();
    var data = new DataTree();
    for (Bundle bundle : bundles) {
      modules.addAll(bundle.modules().values());
      roots.addAll(bundle.manifest().roots());
    }
    try {
      BundleManifest.checkRoots(roots);
      for (Bundle bundle : bundles) {
        if (!data.put(List.of(), bundle.data())) {
          throw new LoadException(bundle.name() + ": merge error");
        }
      }
    } catch (LoadException e) {
      throw new LoadException("bundle merge failed: " + e.getMessage());
    }
    Optional<BundleManifest> sole =
        bundles.size() == 1 ? Optional.of(bundles.getFirst().manifest()) : Optional.empty();
    RegoVersion chosen = sole.flatMap(BundleManifest::version).orElse(version);
    Map<String, RegoVersion> versions = new LinkedHashMap<>();
    for (Module module : modules) {
      if (module.version() != chosen) {
        versions.put(BundlePart.rooted(module.source().file()), module.version());
      }
    }
    return new Merged(
        modules,
        data.documents(),
        new BundleManifest(
            sole.map(BundleManifest::revision).orElse(""),
            roots,
            Optional.of(chosen),
            versions,
            sole.flatMap(BundleManifest::metadata)));
  }
}
