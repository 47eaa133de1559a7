package dev.landwaiter.base.version;

import java.util.List;
import java.util.Optional;

/// Every version order, once.
public final class VersionOrders {
  private static final List<VersionOrder> ALL =
      List.of(
          new DebOrder(),
          new RpmOrder(),
          new ApkOrder(),
          new Pep440Order(),
          new SemverOrder(),
          new MavenOrder(),
          new RubygemsOrder(),
          new GenericOrder(),
          new BitnamiOrder(),
          new NugetOrder(),
          new PackagistOrder(),
          new CranOrder(),
          new HackageOrder(),
          new PubOrder(),
          new GoOrder());

  private VersionOrders() {}

  /// All orders; the list cannot be changed.
  public static List<VersionOrder> all() {
    return ALL;
  }

  /// The order with this id, such as `deb`.
  public static Optional<VersionOrder> byId(String id) {
    return ALL.stream().filter(order -> order.id().equals(id)).findFirst();
  }
}
