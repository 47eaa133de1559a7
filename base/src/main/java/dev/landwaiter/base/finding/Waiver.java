package dev.landwaiter.base.finding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Somebody's decision not to see a finding, with a reason and an end.
///
/// @param id of the finding: vulnerability, check, rule or licence
/// @param places globs over the result's target or the package's path; none means everywhere
/// @param packages package URLs it is limited to; none means every package
/// @param reason why, or empty
/// @param expires the moment it ends, if it does
/// @param source the file that holds it
public record Waiver(
    String id,
    List<String> places,
    List<PackageUrl> packages,
    String reason,
    Optional<Instant> expires,
    String source) {}
