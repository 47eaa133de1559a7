package dev.landwaiter.cli.command.rego;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.policy.CompiledQuery;
import dev.landwaiter.rego.query.Answer;
import dev.landwaiter.rego.search.PartialAnswer;
import dev.landwaiter.rego.trace.Event;
import dev.landwaiter.rego.trace.Profile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one evaluation came to.
///
/// @param answer without results where evaluation was partial
/// @param events the part of the trace that was asked for
/// @param profile of the lines, where it was asked for
/// @param coverage the report, where it was asked for
/// @param partial what is left, where evaluation was partial
record Evaluated(
    CompiledPolicy policy,
    CompiledQuery query,
    Answer answer,
    List<Event> events,
    Optional<List<Profile.Entry>> profile,
    Optional<Value> coverage,
    Optional<PartialAnswer> partial) {

  /// The source names of variables the compiler renamed.
  Map<String, String> names() {
    Map<String, String> names = new HashMap<>(policy.names());
    names.putAll(query.names());
    return names;
  }

  boolean isDefined() {
    return partial.map(left -> !left.queries().isEmpty()).orElse(!answer.results().isEmpty());
  }
}
