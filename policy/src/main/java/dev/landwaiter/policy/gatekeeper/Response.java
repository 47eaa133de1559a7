package dev.landwaiter.policy.gatekeeper;

import java.util.List;

/// What came of one review.
///
/// @param results sorted by kind and name of the constraint and by message
/// @param judged how many constraints matched the object
/// @param runs of templates, one for each kind of constraint that matched
public record Response(List<Result> results, int judged, List<Run> runs) {
  public Response {
    results = List.copyOf(results);
    runs = List.copyOf(runs);
  }

  /// One template run for the constraints that matched.
  ///
  /// @param nanos it took; 0 when nobody measures
  public record Run(String kind, String engine, int constraints, long nanos) {}
}
