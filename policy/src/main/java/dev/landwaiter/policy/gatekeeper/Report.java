package dev.landwaiter.policy.gatekeeper;

import java.util.List;
import java.util.Optional;

/// What a run over many objects has to say.
///
/// @param results in the order in which they are shown
/// @param runs of templates, where statistics were asked for
/// @param traced whether evaluations were traced
/// @param printing whether calls of `print` were kept
public record Report(
    List<Reported> results, Optional<List<Response.Run>> runs, boolean traced, boolean printing) {
  public Report {
    results = List.copyOf(results);
  }
}
