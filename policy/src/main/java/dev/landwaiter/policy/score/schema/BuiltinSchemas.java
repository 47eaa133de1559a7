package dev.landwaiter.policy.score.schema;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.schema.KubernetesKinds;
import dev.landwaiter.policy.schema.KubernetesVersion;
import dev.landwaiter.policy.schema.StructureCheck;
import dev.landwaiter.policy.schema.StructureType;
import dev.landwaiter.policy.score.Schemas;
import java.util.List;
import java.util.Optional;

/// The structure of the kinds that Kubernetes has built in, which needs no network. Any number of
/// threads may use it.
public final class BuiltinSchemas implements Schemas {
  private final KubernetesKinds kinds;

  private BuiltinSchemas(KubernetesKinds kinds) {
    this.kinds = kinds;
  }

  /// Those of a version.
  ///
  /// @param version such as `1.34.2`; `master` and the empty text mean the newest
  /// @return empty when that is no version
  public static Optional<BuiltinSchemas> of(String version) {
    if (version.isEmpty() || version.equals("master")) {
      return Optional.of(new BuiltinSchemas(KubernetesKinds.newest()));
    }
    return KubernetesVersion.parse(version)
        .map(each -> new BuiltinSchemas(KubernetesKinds.nearest(each)));
  }

  /// The version whose kinds are known.
  public KubernetesVersion version() {
    return kinds.version();
  }

  @Override
  public Answer check(String apiVersion, String kind, Value object) {
    // The API has no such kind; it is what clients make of many objects.
    if (apiVersion.equals("v1") && kind.equals("List")) {
      return Answer.FINE;
    }
    Optional<StructureType> type = kinds.find(apiVersion, kind);
    if (type.isEmpty()) {
      return Answer.UNKNOWN;
    }
    List<Fault> faults =
        StructureCheck.check(type.get(), object).stream()
            .map(problem -> new Fault(problem.path(), problem.message()))
            .toList();
    return new Answer(
        true, "kubernetes-" + kinds.version() + "/" + apiVersion + "/" + kind, faults);
  }
}
