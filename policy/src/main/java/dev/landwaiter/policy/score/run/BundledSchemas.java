package dev.landwaiter.policy.score.run;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.schema.CustomKinds;
import dev.landwaiter.policy.schema.KubernetesKinds;
import dev.landwaiter.policy.schema.StructureCheck;
import dev.landwaiter.policy.schema.StructureProblem;
import dev.landwaiter.policy.schema.StructureType;
import dev.landwaiter.policy.score.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The structures of Kubernetes' own kinds that come with the program, and of kinds that
/// CustomResourceDefinitions add. No network is asked.
public final class BundledSchemas implements Schemas {
  private final KubernetesKinds kinds;
  private final CustomKinds custom;

  /// @param custom kinds that are known beside the built-in ones
  public BundledSchemas(KubernetesKinds kinds, CustomKinds custom) {
    this.kinds = kinds;
    this.custom = custom;
  }

  @Override
  public Answer check(String apiVersion, String kind, Value object) {
    // The API has no such kind; it is what clients make of many objects.
    if (apiVersion.equals("v1") && kind.equals("List")) {
      return Answer.FINE;
    }
    Optional<StructureType> type =
        kinds.find(apiVersion, kind).or(() -> custom.find(apiVersion, kind));
    if (type.isEmpty()) {
      return Answer.UNKNOWN;
    }
    List<StructureProblem> problems = StructureCheck.check(type.get(), object);
    if (problems.isEmpty()) {
      return Answer.FINE;
    }
    List<Fault> faults = new ArrayList<>();
    for (StructureProblem problem : problems) {
      faults.add(new Fault(problem.path(), problem.message()));
    }
    return new Answer(
        true, "kubernetes:" + kinds.version() + "/" + apiVersion + "/" + kind, faults);
  }
}
