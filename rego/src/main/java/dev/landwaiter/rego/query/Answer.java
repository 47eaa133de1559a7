package dev.landwaiter.rego.query;

import dev.landwaiter.rego.RegoError;
import java.util.List;

/// The outcome of an evaluation that came to its end.
///
/// @param results without repetitions; none means undefined
/// @param builtinErrors failures of built-in functions on the way, which made their calls undefined
public record Answer(List<Result> results, List<RegoError> builtinErrors) {
  public Answer {
    results = List.copyOf(results);
    builtinErrors = List.copyOf(builtinErrors);
  }
}
