package dev.landwaiter.signing.notation.policy;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.ProtoFields;
import dev.landwaiter.signing.notation.Check;
import dev.landwaiter.signing.notation.Check.Action;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What happens when checks fail (trust policy, signature verification levels).
final class Level {
  static final String SKIP = "skip";

  private Level() {}

  /// @throws RefusedException with PARSE for an unknown level and an override that is not permitted
  static Map<Check, Action> actions(String where, String level, Optional<ProtoFields> override)
      throws RefusedException {
    Map<Check, Action> actions = new EnumMap<>(Check.class);
    switch (level) {
      case "strict" -> put(actions, Action.ENFORCE, Action.ENFORCE);
      case "permissive" -> put(actions, Action.ENFORCE, Action.LOG);
      case "audit" -> put(actions, Action.LOG, Action.LOG);
      case SKIP -> {}
      default -> throw wrong(where, "'" + level + "' is no level");
    }
    if (override.isPresent()) {
      if (level.equals(SKIP)) {
        throw wrong(where, "nothing can be overridden where all is skipped");
      }
      override(actions, override.get());
    }
    return actions;
  }

  private static void put(Map<Check, Action> actions, Action authenticity, Action others) {
    actions.put(Check.INTEGRITY, Action.ENFORCE);
    actions.put(Check.AUTHENTICITY, authenticity);
    actions.put(Check.AUTHENTIC_TIMESTAMP, others);
    actions.put(Check.EXPIRY, others);
    actions.put(Check.REVOCATION, others);
  }

  private static void override(Map<Check, Action> actions, ProtoFields override)
      throws RefusedException {
    for (var member : override.object().members().keySet()) {
      String name = member instanceof dev.landwaiter.base.value.StringValue text ? text.text() : "";
      Check check = overridable(override, name);
      String wanted = override.text(name);
      actions.put(check, action(override, check, wanted));
    }
  }

  private static Check overridable(ProtoFields override, String name) throws RefusedException {
    for (Check each : Check.values()) {
      if (each.id().equals(name) && each != Check.INTEGRITY) {
        return each;
      }
    }
    throw override.wrong("'" + name + "' cannot be overridden");
  }

  private static Action action(ProtoFields override, Check check, String wanted)
      throws RefusedException {
    for (Action each : Action.values()) {
      if (each.id().equals(wanted) && (each != Action.SKIP || check == Check.REVOCATION)) {
        return each;
      }
    }
    throw override.wrong("'" + wanted + "' is no action for " + check.id());
  }

  static RefusedException wrong(String where, String why) {
    return new RefusedException(FailureClass.PARSE, where + ": " + why);
  }
}
