package dev.landwaiter.architecture;

import dev.landwaiter.architecture.Contract.Listing;
import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.inventory.Distribution;
import dev.landwaiter.inventory.run.Distributions;
import dev.landwaiter.vulnerability.match.Detector;
import dev.landwaiter.vulnerability.match.Target;
import dev.landwaiter.vulnerability.match.os.Detectors;
import dev.landwaiter.vulnerability.match.supplier.Suppliers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The detectors that the families of distributions, and the suppliers' marks, lead to.
final class Families {
  private Families() {}

  /// Every family that an inventory may name.
  static List<String> all() {
    return Distributions.ALL.stream().map(Distribution::family).toList();
  }

  static Listing listing() {
    List<String> judged = all().stream().filter(each -> Detectors.of(each).isPresent()).toList();
    return new Listing(
        judged.stream().flatMap(each -> Detectors.of(each).stream()).toList(), judged);
  }

  static Listing suppliers() {
    return Listing.of(
        Stream.of(
                target("ubuntu", "rapidfort", "curl", "1.0"),
                target("debian", "", "curl", "1.0-1.root.io.1"),
                target("debian", "", "seal-curl", "1.0"))
            .flatMap(target -> supplier(target).stream())
            .toList(),
        detector -> detector.getClass().getSimpleName());
  }

  private static Optional<Detector> supplier(Target target) {
    return Suppliers.of(target, Detectors.of(target.os().family()).orElseThrow());
  }

  private static Target target(String family, String supplier, String name, String version) {
    return new Target(
        new OperatingSystem(family, "12", false, supplier, false),
        Optional.empty(),
        List.of(Package.language(name, name, version, List.of(), "")),
        Instant.EPOCH);
  }
}
