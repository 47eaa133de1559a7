package dev.landwaiter.inventory;

import dev.landwaiter.base.finding.Package;
import java.util.List;

/// The packages of one package database of a distribution.
///
/// @param path of the database inside the artifact
public record PackageDatabase(String path, List<Package> packages) {
  public PackageDatabase {
    packages = List.copyOf(packages);
  }
}
