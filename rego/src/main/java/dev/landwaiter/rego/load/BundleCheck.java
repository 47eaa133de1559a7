package dev.landwaiter.rego.load;

import java.util.SortedMap;

/// What a bundle must pass before anything in it counts, such as the check of its signature.
@FunctionalInterface
public interface BundleCheck {
  /// Everything passes.
  BundleCheck NONE = (prefix, files) -> {};

  /// Looks at the files of a bundle.
  ///
  /// @param prefix stands in front of the paths of a folder's files and ends with a slash; empty
  ///   for an archive
  /// @param files by their paths inside the bundle
  /// @throws LoadException with the reason why the bundle must not be used
  void check(String prefix, SortedMap<String, byte[]> files) throws LoadException;
}
