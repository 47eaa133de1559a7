package dev.landwaiter.policy.conftest;

import java.util.List;

/// One query of a run, for those who want to follow it.
///
/// @param text such as `data.main.deny`
/// @param prints the lines of `print`, each with the place of its call
/// @param trace the lines of the trace; none unless it was asked for
public record Query(String text, List<String> prints, List<String> trace) {
  public Query {
    prints = List.copyOf(prints);
    trace = List.copyOf(trace);
  }
}
