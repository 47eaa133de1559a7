package dev.landwaiter.rego.load;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Scalar;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/// A bundle: modules and documents that are shipped together.
///
/// @param name the path it was read from
/// @param modules by their paths inside the bundle
/// @param files the bytes of all its files by their paths inside the bundle
public record Bundle(
    String name,
    BundleManifest manifest,
    ObjectValue data,
    SortedMap<String, Module> modules,
    SortedMap<String, byte[]> files) {

  /// Makes sure that the bundle stays within its roots.
  ///
  /// @throws LoadException that names what lies outside
  void checkRoots() throws LoadException {
    BundleManifest.checkRoots(manifest.roots());
    checkData("", data);
    for (Module module : modules.values()) {
      String path =
          module.packageClause().path().parts().stream()
              .skip(1)
              .map(part -> part instanceof Scalar name ? name.value().asText() : part.toString())
              .collect(Collectors.joining("/"));
      if (!manifest.owns(path)) {
        throw LoadException.ofBundle(
            name,
            "manifest roots %s do not permit 'package %s' in module '%s'"
                .formatted(roots(), path.replace('/', '.'), module.source().file()));
      }
    }
  }

  private void checkData(String path, ObjectValue object) throws LoadException {
    for (Value key : object.sortedKeys()) {
      String below = path.isEmpty() ? key.asText() : path + "/" + key.asText();
      if (manifest.owns(below)) {
        continue;
      }
      Value value = object.get(key.asText()).orElseThrow();
      boolean above = manifest.roots().stream().anyMatch(root -> root.startsWith(below + "/"));
      if (!above || !(value instanceof ObjectValue more)) {
        throw LoadException.ofBundle(
            name,
            "manifest roots %s do not permit data at path '/%s' (hint: check bundle directory structure)"
                .formatted(roots(), below));
      }
      checkData(below, more);
    }
  }

  private String roots() {
    return "[" + String.join(" ", manifest.roots()) + "]";
  }

  /// Makes sure that no two bundles own the same documents.
  ///
  /// @throws LoadException that names them
  public static void checkOverlaps(Map<String, Bundle> bundles) throws LoadException {
    List<Bundle> all = List.copyOf(bundles.values());
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        for (String left : all.get(i).manifest.roots()) {
          for (String right : all.get(j).manifest.roots()) {
            if (BundleManifest.overlap(left, right)) {
              throw new LoadException(overlapping(all.get(i), all.get(j), left, right));
            }
          }
        }
      }
    }
  }

  private static String overlapping(Bundle one, Bundle other, String left, String right) {
    if (left.isEmpty() && right.isEmpty()) {
      return "bundle activation failed: bundles [%s, %s] have overlapping roots and cannot be activated simultaneously because bundle(s) [%s, %s] specify empty root paths ('') which overlap with any other bundle root"
          .formatted(one.name, other.name, one.name, other.name);
    }
    return "bundle activation failed: detected overlapping roots in bundle manifest with: [%s %s]"
        .formatted(one.name, other.name);
  }
}
