package dev.landwaiter.base.finding;

/// A prediction of the Exploit Prediction Scoring System.
///
/// @param score probability of exploitation in the next 30 days, 0 to 1
/// @param percentile share of vulnerabilities with an equal or lower score, 0 to 1
/// @param date of the model's run, `YYYY-MM-DD`, or empty
public record Epss(double score, double percentile, String date) {}
