package dev.landwaiter.inventory;

import dev.landwaiter.base.finding.Application;
import dev.landwaiter.base.finding.BuildInfo;
import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.base.text.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What one layer, or one directory, holds; the same for the same bytes and analyzers, so that it
/// can be cached by the layer's diff id.
///
/// @param systems identifications in the order the files came
/// @param ownedPaths paths of applications and their packages that the distribution's own packages
///   installed
/// @param packageLicenses licences by the name of a distribution's package
public record LayerInventory(
    List<OperatingSystem> systems,
    Optional<Repository> repository,
    List<PackageDatabase> databases,
    List<Application> applications,
    Set<String> ownedPaths,
    Map<String, List<String>> packageLicenses,
    BuildInfo buildInfo,
    List<Problem> problems) {
  public LayerInventory {
    systems = List.copyOf(systems);
    databases = List.copyOf(databases);
    applications = List.copyOf(applications);
    ownedPaths = Set.copyOf(ownedPaths);
    packageLicenses = new TreeMap<>(packageLicenses);
    problems = List.copyOf(problems);
  }
}
