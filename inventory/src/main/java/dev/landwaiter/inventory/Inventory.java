package dev.landwaiter.inventory;

import dev.landwaiter.base.finding.Application;
import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.text.Problem;
import java.util.List;
import java.util.Optional;

/// What a whole artifact holds, all layers merged.
///
/// @param packages of the distribution, sorted
/// @param applications languages' packages, aggregated types merged, sorted by type and path
public record Inventory(
    OperatingSystem os,
    Optional<Repository> repository,
    List<Package> packages,
    List<Application> applications,
    List<Problem> problems) {}
