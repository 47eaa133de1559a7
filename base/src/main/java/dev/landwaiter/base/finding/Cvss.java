package dev.landwaiter.base.finding;

/// One source's CVSS ratings; empty vector and score 0 where it gives none.
public record Cvss(
    String v2Vector,
    String v3Vector,
    String v40Vector,
    double v2Score,
    double v3Score,
    double v40Score) {}
