package dev.landwaiter.policy.score.rule;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.score.Rule;
import dev.landwaiter.policy.score.Spot;
import java.util.List;

/// Rules about processors, memory and storage.
final class ResourceRules {
  private static final Spot.Mend CPU = Kinds.example(Value.of("100m"));
  private static final Spot.Mend MEMORY = Kinds.example(Value.of("128Mi"));

  private static final Check READ_WRITE_ONCE =
      value ->
          Check.Seen.of(
              value instanceof ArrayValue modes
                  && modes.size() == 1
                  && modes.at(0).asText().equals("ReadWriteOnce"));

  private ResourceRules() {}

  static List<Rule> all() {
    return List.of(
        Kinds.workload(
            "RequestsCPU",
            1,
            "containers[] .resources .requests .cpu",
            "The scheduler shares processors fairly when pods say what they need",
            ContainerTest.ordinary("resources.requests.cpu", Check.EXISTS, CPU)),
        Kinds.workload(
            "LimitsCPU",
            1,
            "containers[] .resources .limits .cpu",
            "A processor limit keeps one container from exhausting the machine",
            ContainerTest.ordinary("resources.limits.cpu", Check.EXISTS, CPU)),
        Kinds.workload(
            "RequestsMemory",
            1,
            "containers[] .resources .requests .memory",
            "The scheduler shares memory fairly when pods say what they need",
            ContainerTest.ordinary("resources.requests.memory", Check.EXISTS, MEMORY)),
        Kinds.workload(
            "LimitsMemory",
            1,
            "containers[] .resources .limits .memory",
            "A memory limit keeps one container from exhausting the machine",
            ContainerTest.ordinary("resources.limits.memory", Check.EXISTS, MEMORY)),
        new Rule(
            "VolumeClaimAccessModeReadWriteOnce",
            1,
            0,
            Kinds.STATEFUL,
            ".spec .volumeClaimTemplates[] .spec .accessModes | index(\"ReadWriteOnce\")",
            "A volume that only one node may mount is not shared by accident",
            new ClaimTest(
                Fields.of("spec.accessModes"),
                READ_WRITE_ONCE,
                Kinds.put(ArrayValue.of(Value.of("ReadWriteOnce"))))),
        new Rule(
            "VolumeClaimRequestsStorage",
            1,
            0,
            Kinds.STATEFUL,
            ".spec .volumeClaimTemplates[] .spec .resources .requests .storage",
            "A claim that says its size gets a volume of that size",
            new ClaimTest(
                Fields.of("spec.resources.requests.storage"),
                Check.EXISTS,
                Kinds.example(Value.of("1Gi")))));
  }
}
