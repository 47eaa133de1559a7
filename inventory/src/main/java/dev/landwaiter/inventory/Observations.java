package dev.landwaiter.inventory;

import dev.landwaiter.base.finding.Application;
import dev.landwaiter.base.finding.BuildInfo;
import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.base.text.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Collects what the analyzers find in one layer. Used by one thread.
public final class Observations {
  private final List<OperatingSystem> systems = new ArrayList<>();
  private Optional<Repository> repository = Optional.empty();
  private final List<PackageDatabase> databases = new ArrayList<>();
  private final List<Application> applications = new ArrayList<>();
  private final Map<String, List<String>> packageLicenses = new TreeMap<>();
  private BuildInfo buildInfo = BuildInfo.NONE;
  private final List<Problem> problems = new ArrayList<>();

  /// What one piece of work finds.
  public static Observations of(Consumer<Observations> work) {
    var found = new Observations();
    work.accept(found);
    return found;
  }

  /// Adds everything that was found after what is here.
  public void addAll(Observations later) {
    systems.addAll(later.systems);
    repository = later.repository.or(() -> repository);
    databases.addAll(later.databases);
    applications.addAll(later.applications);
    packageLicenses.putAll(later.packageLicenses);
    add(later.buildInfo);
    problems.addAll(later.problems);
  }

  /// An identification of the operating system; parts may be empty and are merged later.
  public void add(OperatingSystem system) {
    systems.add(system);
  }

  public void add(Repository found) {
    repository = Optional.of(found);
  }

  public void add(PackageDatabase database) {
    databases.add(database);
  }

  public void add(Application application) {
    applications.add(application);
  }

  /// Licences of a distribution's package that stand in a file of their own.
  public void addLicenses(String packageName, List<String> licenses) {
    packageLicenses.put(packageName, licenses);
  }

  /// Facts about Red Hat's build, merged with those already known.
  public void add(BuildInfo info) {
    buildInfo =
        new BuildInfo(
            info.contentSets().isEmpty() ? buildInfo.contentSets() : info.contentSets(),
            info.nvr().isEmpty() ? buildInfo.nvr() : info.nvr(),
            info.arch().isEmpty() ? buildInfo.arch() : info.arch());
  }

  public void add(Problem problem) {
    problems.add(problem);
  }

  /// Everything found so far, without the layer it belongs to.
  public LayerInventory toInventory() {
    return new LayerInventory(
        systems,
        repository,
        databases,
        applications,
        Set.of(),
        packageLicenses,
        buildInfo,
        problems);
  }
}
