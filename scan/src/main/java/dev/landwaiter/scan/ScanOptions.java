package dev.landwaiter.scan;

import dev.landwaiter.base.finding.OperatingSystem;
import java.util.List;
import java.util.Optional;

/// What one scan is asked for.
///
/// @param precise whether language packages that a distribution's package installed are left out
/// @param distro the operating system the user says it is, instead of the one found
/// @param severitySources whose severity counts, in order; `auto` is the data source's own
/// @param vulnerabilities whether packages are held against the advisories at all
public record ScanOptions(
    PackageSelection packages,
    FileSelection files,
    boolean precise,
    Optional<OperatingSystem> distro,
    List<String> severitySources,
    boolean vulnerabilities) {}
