package dev.landwaiter.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.landwaiter.base.version.ConstraintLanguages;
import dev.landwaiter.base.version.Constraints;
import dev.landwaiter.base.version.VersionOrder;
import dev.landwaiter.base.version.VersionOrders;
import dev.landwaiter.cli.Commands;
import dev.landwaiter.cli.command.Command;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.Distribution;
import dev.landwaiter.inventory.run.Analyzers;
import dev.landwaiter.inventory.run.Distributions;
import dev.landwaiter.policy.input.InputFormat;
import dev.landwaiter.policy.input.all.InputFormats;
import dev.landwaiter.report.ReportFormat;
import dev.landwaiter.report.run.Formats;
import dev.landwaiter.vulnerability.AdvisoryFeed;
import dev.landwaiter.vulnerability.match.Detector;
import dev.landwaiter.vulnerability.source.Feeds;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// A contract, and the lists that together hold each of its implementations.
///
/// @param shared simple names of classes whose objects stand in a list more than once, told apart
///   by their parameters
/// @param unlisted simple names of implementations that stand in no list, with the reason
record Contract(
    Class<?> type, List<Listing> lists, Set<String> shared, Map<String, String> unlisted) {

  /// A list, and the ids of what it holds in the same order.
  record Listing(List<?> objects, List<String> ids) {
    static <T> Listing of(List<T> objects, Function<T, String> id) {
      return new Listing(objects, objects.stream().map(id).toList());
    }

    /// The names of the classes, in the same order.
    List<String> classes() {
      return objects.stream().map(each -> each.getClass().getName()).toList();
    }
  }

  /// All contracts of the house.
  static List<Contract> all() {
    return List.of(
        of(Analyzer.class, Listing.of(Analyzers.ALL, Analyzer::id)),
        of(Distribution.class, Listing.of(Distributions.ALL, Distribution::family)),
        of(ReportFormat.class, Listing.of(Formats.all(), ReportFormat::id)),
        of(AdvisoryFeed.class, Listing.of(Feeds.ALL, AdvisoryFeed::id)),
        of(VersionOrder.class, Listing.of(VersionOrders.all(), VersionOrder::id)),
        new Contract(
            Constraints.class,
            List.of(Listing.of(ConstraintLanguages.all(), Constraints::id)),
            Set.of("SemverConstraints", "Pep440Constraints"),
            Map.of("OrderedConstraints", "made from an order where a supplier's packages need it")),
        of(
            Command.class,
            Listing.of(Commands.own(), Command::name),
            Listing.of(Commands.trivy(), Command::name),
            Listing.of(Commands.opa(), Command::name),
            Listing.of(Commands.gator(), Command::name),
            Listing.of(Commands.kubesec(), Command::name),
            Listing.of(Commands.cosign(), Command::name),
            Listing.of(Commands.conftest(), Command::name),
            Listing.of(Commands.hadolint(), Command::summary)),
        new Contract(
            InputFormat.class,
            List.of(Listing.of(InputFormats.ALL, InputFormat::name)),
            Set.of("ForeignFormat"),
            Map.of()),
        new Contract(
            Detector.class,
            List.of(Families.listing(), Families.suppliers()),
            Set.of("Azure", "RedHat", "Suse", "Wolfi"),
            Map.of()));
  }

  private static Contract of(Class<?> type, Listing... lists) {
    return new Contract(type, List.of(lists), Set.of(), Map.of());
  }

  /// The classes that implement the contract.
  List<JavaClass> implementations() {
    return House.CLASSES.stream()
        .filter(each -> each.isAssignableTo(type))
        .filter(each -> !each.isInterface())
        .filter(each -> !each.getModifiers().contains(JavaModifier.ABSTRACT))
        .toList();
  }

  @Override
  public String toString() {
    return type.getSimpleName();
  }
}
