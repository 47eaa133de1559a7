package dev.landwaiter.cli.command.gate;

import dev.landwaiter.cli.command.Log;
import dev.landwaiter.policy.gatekeeper.Constraint;
import dev.landwaiter.policy.gatekeeper.Result;
import dev.landwaiter.policy.gatekeeper.run.Client;

/// What a run says of constraints that do not do what their writers may think.
final class Warnings {
  private Warnings() {}

  /// Says which actions Gatekeeper does not know: in a cluster it does nothing then.
  static void unknownActions(Client client, Log log) {
    for (Constraint constraint : client.constraints()) {
      if (!Result.isKnown(constraint.action())) {
        log.warn(
            "constraint %s/%s: Gatekeeper does not know the enforcementAction \"%s\" and would let everything pass; it counts as deny here"
                .formatted(constraint.kind(), constraint.name(), constraint.action()));
      }
    }
  }
}
