package dev.landwaiter.policy.score.schema;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.schema.CustomKinds;
import dev.landwaiter.policy.schema.StructureCheck;
import dev.landwaiter.policy.schema.StructureType;
import dev.landwaiter.policy.score.Schemas;
import java.util.List;

/// The kinds that CustomResourceDefinitions among the objects add, behind those of others.
///
/// @param others that are asked first
/// @param kinds of the definitions; they may grow until the first object is checked
public record CustomSchemas(Schemas others, CustomKinds kinds) implements Schemas {
  @Override
  public Answer check(String apiVersion, String kind, Value object) {
    Answer answer = others.check(apiVersion, kind, object);
    return answer.known()
        ? answer
        : kinds
            .find(apiVersion, kind)
            .map(type ->
                new Answer(true, "definition:" + apiVersion + "/" + kind, faults(type, object)))
            .orElse(answer);
  }

  private static List<Fault> faults(StructureType type, Value object) {
    return StructureCheck.check(type, object).stream()
        .map(problem -> new Fault(problem.path(), problem.message()))
        .toList();
  }
}
