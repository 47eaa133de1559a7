package dev.landwaiter.policy.score.run;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.score.Subject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the pod of an object where kubesec looks for it (kubernetes.md 5.2).
final class Subjects {
  private static final StringValue SPEC = new StringValue("spec");
  private static final StringValue TEMPLATE = new StringValue("template");
  private static final StringValue JOB_TEMPLATE = new StringValue("jobTemplate");
  private static final List<Value> POD = List.of(SPEC);
  private static final List<Value> CRON_JOB = List.of(SPEC, JOB_TEMPLATE, SPEC, TEMPLATE, SPEC);
  private static final List<Value> OTHER = List.of(SPEC, TEMPLATE, SPEC);

  private static final StringValue INIT = new StringValue("initContainers");
  private static final StringValue ORDINARY = new StringValue("containers");
  private static final StringValue EPHEMERAL = new StringValue("ephemeralContainers");

  private Subjects() {}

  static Subject of(String kind, Value object) {
    List<Value> path =
        switch (kind) {
          case "Pod" -> POD;
          case "CronJob" -> CRON_JOB;
          default -> OTHER;
        };
    Value pod = object;
    for (int i = 0; i < path.size(); i++) {
      Value next = pod instanceof ObjectValue map ? map.find(path.get(i)) : null;
      if (next == null) {
        return new Subject(object, NullValue.NULL, path, List.of(), Subject.Range.NONE, List.of());
      }
      pod = next;
    }
    List<Value> containers = new ArrayList<>();
    add(containers, pod, INIT);
    int from = containers.size();
    add(containers, pod, ORDINARY);
    int to = containers.size();
    add(containers, pod, EPHEMERAL);
    return new Subject(object, pod, path, containers, new Subject.Range(from, to), List.of());
  }

  /// A map in place of the list counts as so many containers that set nothing.
  private static void add(List<Value> containers, Value pod, StringValue name) {
    @Nullable Value list = pod instanceof ObjectValue map ? map.find(name) : null;
    if (list instanceof ArrayValue array) {
      for (int i = 0; i < array.size(); i++) {
        containers.add(array.at(i));
      }
    } else if (list instanceof ObjectValue map) {
      for (int i = 0; i < map.size(); i++) {
        containers.add(NullValue.NULL);
      }
    }
  }
}
