package dev.landwaiter.inventory.run;

import dev.landwaiter.base.finding.Application;
import dev.landwaiter.base.finding.Identifier;
import dev.landwaiter.base.finding.LanguageType;
import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.inventory.Inventory;
import dev.landwaiter.inventory.LayerRecord;
import dev.landwaiter.inventory.PackageDatabase;
import dev.landwaiter.inventory.Repository;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Merges the layers of an artifact, base first, into one inventory and names every package.
public final class Merge {
  /// How to merge.
  ///
  /// @param precise whether language packages that a distribution's package installed are dropped
  /// @param distro the operating system the user says it is, which overrides what was found
  public record Options(boolean precise, Optional<OperatingSystem> distro) {}

  private Merge() {}

  public static Inventory of(List<LayerRecord> layers, Options options) {
    var stack = new LayerStack(layers, options.precise());
    var origins = new Origins(layers);
    OperatingSystem os = system(stack, options);
    return new Inventory(
        os,
        options.distro().isPresent() ? Optional.empty() : stack.repository,
        systemPackages(stack, origins, os),
        applications(stack, origins),
        stack.problems);
  }

  private static OperatingSystem system(LayerStack stack, Options options) {
    if (options.distro().isPresent()) {
      return options.distro().get();
    }
    OperatingSystem os = stack.os;
    if (!os.known() && stack.repository.isPresent()) {
      Repository repository = stack.repository.get();
      return OperatingSystem.of(repository.family(), repository.release());
    }
    return !os.known() && !stack.databases.isEmpty() ? OperatingSystem.of("none", "") : os;
  }

  private static List<Package> systemPackages(
      LayerStack stack, Origins origins, OperatingSystem os) {
    List<Package> packages = new ArrayList<>();
    for (PackageDatabase database : stack.databases.values()) {
      for (Package pkg : database.packages()) {
        var identifier =
            new Identifier(
                PackageUrls.of(os, pkg), pkg.identifier().uid(), pkg.identifier().bomRef());
        List<String> licenses = stack.packageLicenses.get(pkg.name());
        Package placed = origins.place(pkg).withIdentifier(identifier);
        packages.add(licenses == null ? placed : placed.withLicenses(licenses));
      }
    }
    return sorted(distinct(packages));
  }

  private static List<Application> applications(LayerStack stack, Origins origins) {
    List<Application> result = new ArrayList<>();
    Map<LanguageType, List<Package>> aggregated = new EnumMap<>(LanguageType.class);
    for (Application application : stack.applications()) {
      List<Package> packages = new ArrayList<>();
      for (Package pkg : application.packages()) {
        packages.add(named(application, pkg, origins));
      }
      if (application.type().aggregate().isEmpty()) {
        result.add(new Application(application.type(), application.filePath(), sorted(packages)));
      } else {
        aggregated.computeIfAbsent(application.type(), type -> new ArrayList<>()).addAll(packages);
      }
    }
    aggregated.forEach(
        (type, packages) -> result.add(new Application(type, "", sorted(distinct(packages)))));
    result.sort((one, other) -> {
      int byPath = one.filePath().compareTo(other.filePath());
      return byPath == 0 ? one.type().id().compareTo(other.type().id()) : byPath;
    });
    return result;
  }

  private static Package named(Application application, Package pkg, Origins origins) {
    var purl = pkg.identifier().purl().or(() -> PackageUrls.of(application.type(), pkg));
    var identifier = new Identifier(purl, pkg.identifier().uid(), pkg.identifier().bomRef());
    return origins.place(application.filePath(), pkg).withIdentifier(identifier);
  }

  private static List<Package> distinct(List<Package> packages) {
    Map<String, Package> byKey = new LinkedHashMap<>();
    for (Package pkg : packages) {
      String id = pkg.id().isEmpty() ? pkg.name() + "@" + pkg.version() : pkg.id();
      byKey.putIfAbsent(id + "/" + pkg.filePath(), pkg);
    }
    return new ArrayList<>(byKey.values());
  }

  private static List<Package> sorted(List<Package> packages) {
    packages.sort(Merge::compare);
    return packages;
  }

  /// Written out: the JDK's chains of comparators are linked at every start anew.
  private static int compare(Package one, Package other) {
    int order = Integer.compare(rank(one), rank(other));
    if (order == 0) {
      order = one.name().compareTo(other.name());
    }
    if (order == 0) {
      order = one.evr().version().compareTo(other.evr().version());
    }
    if (order == 0) {
      order = one.id().compareTo(other.id());
    }
    return order == 0 ? one.filePath().compareTo(other.filePath()) : order;
  }

  private static int rank(Package pkg) {
    return switch (pkg.relations().relationship()) {
      case ROOT -> 0;
      case WORKSPACE -> 1;
      case DIRECT -> 2;
      case INDIRECT -> 3;
      case UNKNOWN -> 4;
    };
  }
}
