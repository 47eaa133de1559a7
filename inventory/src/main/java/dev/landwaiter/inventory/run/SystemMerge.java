package dev.landwaiter.inventory.run;

import dev.landwaiter.base.finding.OperatingSystem;
import java.util.Locale;

/// Joins identifications of the operating system that come from several files and layers.
final class SystemMerge {
  private SystemMerge() {}

  /// The first family and version found stay, except that `redhat` and `debian` give way to any
  /// later one, because derivatives ship their parents' files too. Supplier and extended support
  /// stay once seen.
  static OperatingSystem join(OperatingSystem known, OperatingSystem next) {
    String family = alias(next.family());
    boolean weak = known.family().equals("redhat") || known.family().equals("debian");
    boolean replaced = !family.isEmpty() && (known.family().isEmpty() || weak);
    boolean renamed = !next.name().isEmpty() && (known.name().isEmpty() || weak);
    return new OperatingSystem(
        replaced ? family : known.family(),
        renamed ? next.name() : known.name(),
        known.endOfLife() || next.endOfLife(),
        next.supplier().isEmpty() ? known.supplier() : next.supplier(),
        known.extended() || next.extended());
  }

  private static String alias(String family) {
    return switch (family.toLowerCase(Locale.ROOT)) {
      case "opensuse.leap" -> "opensuse-leap";
      case "opensuse.tumbleweed" -> "opensuse-tumbleweed";
      case "suse linux enterprise micro" -> "slem";
      case "suse linux enterprise server" -> "sles";
      case "amazon linux" -> "amazon";
      case "debian gnu/linux" -> "debian";
      default -> family;
    };
  }
}
