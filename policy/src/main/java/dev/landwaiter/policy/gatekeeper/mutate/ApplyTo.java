package dev.landwaiter.policy.gatekeeper.mutate;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.GroupVersionKind;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/// One entry of `spec.applyTo`: exactly these groups, versions and kinds, without patterns.
///
/// @param operations of requests; none for all
public record ApplyTo(
    Set<String> groups, Set<String> versions, Set<String> kinds, Set<String> operations) {
  public ApplyTo {
    groups = Set.copyOf(groups);
    versions = Set.copyOf(versions);
    kinds = Set.copyOf(kinds);
    operations = Set.copyOf(operations);
  }

  /// Reads the entries of `spec.applyTo`; none when it is missing.
  ///
  /// @throws RefusedException when something is no list, or an entry without groups, versions or
  ///   kinds
  public static List<ApplyTo> read(Value spec) throws RefusedException {
    Value list = spec.get("applyTo").orElse(NullValue.NULL);
    List<ApplyTo> entries = new ArrayList<>();
    for (Value entry : Texts.list(list, "spec.applyTo")) {
      var applyTo =
          new ApplyTo(
              texts(entry, "groups"),
              texts(entry, "versions"),
              texts(entry, "kinds"),
              texts(entry, "operations"));
      if (applyTo.groups.isEmpty() || applyTo.versions.isEmpty() || applyTo.kinds.isEmpty()) {
        throw new RefusedException(
            "an entry of spec.applyTo lacks its groups, its versions or its kinds");
      }
      entries.add(applyTo);
    }
    return entries;
  }

  private static Set<String> texts(Value entry, String field) throws RefusedException {
    return Set.copyOf(Texts.texts(entry, field, "spec.applyTo[]." + field));
  }

  public boolean matches(GroupVersionKind type) {
    return groups.contains(type.group())
        && versions.contains(type.version())
        && kinds.contains(type.kind());
  }

  /// Whether a request of this kind is meant; the empty text stands for no request at all.
  boolean isFor(String operation) {
    return operation.isEmpty()
        || operations.isEmpty()
        || operations.contains("*")
        || operations.contains(operation);
  }

  /// Whether some object is meant by both.
  boolean meets(ApplyTo other) {
    return !Collections.disjoint(groups, other.groups)
        && !Collections.disjoint(versions, other.versions)
        && !Collections.disjoint(kinds, other.kinds);
  }
}
