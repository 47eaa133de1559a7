package dev.landwaiter.cli.command.gate;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.Response;
import dev.landwaiter.policy.gatekeeper.Result;
import java.util.List;
import java.util.Optional;

/// What our own gate shows of a run.
///
/// @param problems what could not be read or taken
/// @param objects how many were looked at
/// @param judgements how often a constraint was applied to one
/// @param runs of templates, where statistics were asked for
record Shown(
    List<Entry> results,
    List<Problem> problems,
    int objects,
    int judgements,
    Optional<List<Response.Run>> runs) {
  /// A result with its object and its place.
  ///
  /// @param path of the value it is about inside of the object
  record Entry(Result result, Resource object, String file, Position at, List<Value> path) {
    /// What follows, in words: an empty action counts as deny.
    String action() {
      return result.scopedActions().isEmpty()
          ? result.action().isEmpty() ? "deny" : result.action()
          : String.join(",", result.scopedActions());
    }

    /// `APIVERSION/KIND [NAMESPACE/]NAME`.
    String named() {
      return object.type().apiVersion() + "/" + object.type().kind() + " " + object.path();
    }
  }
}
