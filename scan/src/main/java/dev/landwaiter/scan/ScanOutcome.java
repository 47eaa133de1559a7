package dev.landwaiter.scan;

import dev.landwaiter.base.finding.Report;

/// A report, unfiltered, and whether anything in it was held against advisories at all: findings
/// that are missing mean something only then.
public record ScanOutcome(Report report, boolean judged) {}
