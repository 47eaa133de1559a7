package dev.landwaiter.signing.policy;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.ClosedWorld;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.run.Policy;
import dev.landwaiter.rego.run.PreparedQuery;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.statement.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A policy of a ClusterImagePolicy, in Rego of version 0: it passes when
/// `data.sigstore.isCompliant` is `true`, or holds an object whose `result` is. It reaches no
/// network.
///
/// May be used by several threads.
public final class CompliancePolicy {
  private static final String QUERY = "data.sigstore.isCompliant";
  private static final long STEPS = 50_000_000;

  /// In units of roughly 16 bytes.
  private static final long MEMORY = 64_000_000;

  private static final long TIME = 10_000_000_000L;
  private static final int LARGEST = 1 << 20;

  private final String name;
  private final PreparedQuery query;

  private CompliancePolicy(String name, PreparedQuery query) {
    this.name = name;
    this.query = query;
  }

  /// Compiles a policy.
  ///
  /// @param name for messages
  /// @throws RefusedException with POLICY when it does not compile, with LIMIT when it is longer
  ///   than a million characters
  public static CompliancePolicy compile(String name, String text) throws RefusedException {
    if (text.length() > LARGEST) {
      throw new RefusedException(
          FailureClass.LIMIT, name + ": the policy is longer than " + LARGEST + " characters");
    }
    try {
      Policy policy = Policy.compile(Map.of(name, text), ObjectValue.EMPTY, RegoVersion.V0);
      return new CompliancePolicy(name, policy.prepare(QUERY));
    } catch (RegoException e) {
      throw new RefusedException(FailureClass.POLICY, name + ": " + e.getMessage());
    }
  }

  /// Holds a statement against the policy, as [#require(String, ObjectValue, ClosedWorld)].
  public List<String> require(String where, Statement statement, ClosedWorld world)
      throws RefusedException {
    return require(where, AttestationPolicy.input(statement), world);
  }

  /// Holds something against the policy.
  ///
  /// @param where it is from, for messages
  /// @return what the policy warns of though it passes
  /// @throws RefusedException with POLICY when it does not pass, or cannot be judged
  public List<String> require(String where, ObjectValue input, ClosedWorld world)
      throws RefusedException {
    List<Value> values = new ArrayList<>();
    try {
      query
          .evaluate(
              Optional.of(input),
              world,
              new Budget(world.ticks() + TIME, STEPS, MEMORY, Budget.DEPTH))
          .results()
          .forEach(each -> values.addAll(each.values()));
    } catch (RegoException e) {
      throw new RefusedException(
          FailureClass.POLICY,
          "%s: the policy %s cannot judge it: %s".formatted(where, name, e.getMessage()));
    }
    if (values.size() != 1) {
      throw refused(where, "", "undefined");
    }
    return switch (values.getFirst()) {
      case BooleanValue(boolean flag) -> {
        if (!flag) {
          throw refused(where, "", "false");
        }
        yield List.of();
      }
      case SetValue set -> elements(where, set.elements());
      case ArrayValue array -> elements(where, array.elements());
      default -> throw refused(where, "", shown(values.getFirst()));
    };
  }

  /// The first element that says so decides; without one, the errors of all are told.
  private List<String> elements(String where, List<Value> elements) throws RefusedException {
    List<String> errors = new ArrayList<>();
    for (Value each : elements) {
      if (!(each instanceof ObjectValue object)) {
        throw refused(where, "", shown(each));
      }
      if (object.get("result").orElse(each) instanceof BooleanValue(boolean flag) && flag) {
        String warning = text(object, "warning");
        return warning.isEmpty() ? List.of() : List.of(where + ": " + warning);
      }
      String error = text(object, "error");
      if (!error.isEmpty()) {
        errors.add(error);
      }
    }
    throw refused(where, String.join("; ", errors), "no element whose result is true");
  }

  private RefusedException refused(String where, String errors, String found) {
    return new RefusedException(
        FailureClass.POLICY,
        "%s: the policy %s does not allow it%s"
            .formatted(where, name, errors.isEmpty() ? "" : ": " + errors),
        QUERY + " is true",
        found);
  }

  private static String text(ObjectValue object, String name) {
    return object.get(name).orElse(object) instanceof StringValue text ? text.text() : "";
  }

  private static String shown(Value value) {
    String text = value.toString();
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }
}
