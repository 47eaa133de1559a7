package dev.landwaiter.cli.command.scan;

import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flags.CacheFlags;
import dev.landwaiter.cli.flags.DatabaseFlags;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.PackageFlags;
import dev.landwaiter.cli.flags.RegistryFlags;
import dev.landwaiter.cli.flags.ReportFlags;
import dev.landwaiter.cli.flags.ScanFlags;
import dev.landwaiter.cli.flags.VulnerabilityFlags;
import java.util.ArrayList;
import java.util.List;

/// The flags that all scanning commands have, in the order of help texts.
final class ScanFlagGroups {
  private ScanFlagGroups() {}

  /// The common groups and those of one command.
  ///
  /// @param target about what this command scans
  /// @param further that another program's command has besides ours
  static List<FlagGroup> with(List<FlagGroup> target, List<FlagGroup> further) {
    List<FlagGroup> groups = new ArrayList<>(List.of(CacheFlags.GROUP, DatabaseFlags.GROUP));
    groups.addAll(target);
    groups.addAll(
        List.of(
            PackageFlags.GROUP,
            RegistryFlags.GROUP,
            ReportFlags.GROUP,
            ScanFlags.GROUP,
            VulnerabilityFlags.GROUP));
    groups.addAll(further);
    groups.add(GlobalFlags.GROUP);
    return groups;
  }
}
