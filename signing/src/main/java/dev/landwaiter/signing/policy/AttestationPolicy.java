package dev.landwaiter.signing.policy;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.ClosedWorld;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.run.Policy;
import dev.landwaiter.rego.run.PreparedQuery;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.statement.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One policy file over statements, in Rego of version 0: the statement is its input, and it passes
/// when `data.signature.allow` is `true`, nothing else. It reaches no network.
///
/// May be used by several threads.
public final class AttestationPolicy {
  private static final String QUERY = "data.signature.allow";
  private static final long STEPS = 50_000_000;

  /// In units of roughly 16 bytes.
  private static final long MEMORY = 64_000_000;

  private final String name;
  private final PreparedQuery query;

  private AttestationPolicy(String name, PreparedQuery query) {
    this.name = name;
    this.query = query;
  }

  /// Reads a policy; the end of its name says the language.
  ///
  /// @param name of the file, for messages
  /// @throws RefusedException with USAGE for other languages, with POLICY when it does not compile
  public static AttestationPolicy read(String name, Bytes text) throws RefusedException {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".cue")) {
      throw new RefusedException(
          FailureClass.USAGE,
          name
              + ": policies in CUE are not evaluated here; write the same in Rego, as 'package"
              + " signature' with a rule 'allow { input.predicateType == \"…\" }'");
    }
    if (!lower.endsWith(".rego")) {
      throw new RefusedException(
          FailureClass.USAGE, name + ": a policy is a file whose name ends with .rego");
    }
    return rego(name, text.toText());
  }

  /// A policy in Rego.
  public static AttestationPolicy rego(String name, String text) throws RefusedException {
    try {
      Policy policy = Policy.compile(Map.of(name, text), ObjectValue.EMPTY, RegoVersion.V0);
      return new AttestationPolicy(name, policy.prepare(QUERY));
    } catch (RegoException e) {
      throw new RefusedException(FailureClass.POLICY, name + ": " + e.getMessage());
    }
  }

  /// Holds a statement against the policy.
  ///
  /// @param where the statement is from, for messages
  /// @throws RefusedException with POLICY when it does not pass, or cannot be judged
  public void require(String where, Statement statement, ClosedWorld world)
      throws RefusedException {
    List<Value> values = new ArrayList<>();
    try {
      query
          .evaluate(Optional.of(input(statement)), world, budget(world))
          .results()
          .forEach(each -> values.addAll(each.values()));
    } catch (RegoException e) {
      throw new RefusedException(
          FailureClass.POLICY,
          "%s: the policy %s cannot judge it: %s".formatted(where, name, e.getMessage()));
    }
    if (values.size() == 1 && values.getFirst() instanceof BooleanValue(boolean flag) && flag) {
      return;
    }
    throw new RefusedException(
        FailureClass.POLICY,
        "%s: the policy %s does not allow it".formatted(where, name),
        QUERY + " is true",
        values.isEmpty() ? "undefined" : shown(values.getFirst()));
  }

  /// The whole statement. Inventories of SPDX may be the text of a document instead of one.
  static ObjectValue input(Statement statement) {
    Optional<Value> predicate = statement.predicate();
    if (predicate.isPresent() && predicate.get() instanceof StringValue text) {
      try {
        if (Json.parseStrict("predicate", Bytes.utf8(text.text()).toArray())
            instanceof ObjectValue object) {
          Map<Value, Value> members = new LinkedHashMap<>(statement.document().members());
          members.put(Value.of("predicate"), object);
          return new ObjectValue(members);
        }
      } catch (FormatException e) {
        // A document in another form stays a text.
      }
    }
    return statement.document();
  }

  private static Budget budget(ClosedWorld world) {
    long minute = 60_000_000_000L;
    return new Budget(world.ticks() + minute, STEPS, MEMORY, Budget.DEPTH);
  }

  private static String shown(Value value) {
    String text = value.toString();
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }
}
