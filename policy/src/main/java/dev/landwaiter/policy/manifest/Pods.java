package dev.landwaiter.policy.manifest;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds the pods of an object: at the places of its kind, or by their shape where the kind is none
/// that we know.
public final class Pods {
  /// Kinds that hold texts and schemas, in which something may only look like a pod; so may the
  /// patterns of Kyverno's policies.
  private static final Set<String> NEVER =
      Set.of("CustomResourceDefinition", "ConfigMap", "Secret", "ConstraintTemplate");

  private Pods() {}

  /// The pods of an object, in its order.
  public static List<Pod> of(Value object) {
    return of(object, List.of());
  }

  /// The pods of an object, in its order.
  ///
  /// @param own places that the user knows of, which come first
  public static List<Pod> of(Value object, List<PodPlace> own) {
    String group = Manifest.group(object.text("apiVersion"));
    String kind = object.text("kind");
    List<Pod> pods = new ArrayList<>();
    boolean known = false;
    for (PodPlace place : own) {
      if (place.isFor(group, kind)) {
        known = true;
        follow(object, place.path(), new ArrayList<>(), place.shape(), pods);
      }
    }
    if (known) {
      return pods;
    }
    for (PodPlace place : PodPlace.ALL) {
      if (place.isFor(group, kind)) {
        known = true;
        follow(object, place.path(), new ArrayList<>(), place.shape(), pods);
      }
    }
    if (!known && !NEVER.contains(kind) && !group.equals("kyverno.io")) {
      new PodSearch(pods).look(object);
    }
    return pods;
  }

  private static void follow(
      Value from, String rest, List<Value> path, PodPlace.Shape shape, List<Pod> pods) {
    if (rest.isEmpty()) {
      pod(from, path, shape, pods);
      return;
    }
    int dot = rest.indexOf('.');
    String step = dot < 0 ? rest : rest.substring(0, dot);
    String further = dot < 0 ? "" : rest.substring(dot + 1);
    if (!(from instanceof ObjectValue object)) {
      return;
    }
    if (step.equals("*")) {
      for (int i = 0; i < object.size(); i++) {
        below(object.keyAt(i), object.valueAt(i), further, path, shape, pods);
      }
      return;
    }
    boolean each = step.endsWith("[]");
    var key = new StringValue(each ? step.substring(0, step.length() - 2) : step);
    Value next = object.get(key.text()).orElse(NullValue.NULL);
    if (!each) {
      below(key, next, further, path, shape, pods);
    } else if (next instanceof ArrayValue array) {
      path.addLast(key);
      for (int i = 0; i < array.size(); i++) {
        below(Value.of(i), array.at(i), further, path, shape, pods);
      }
      path.removeLast();
    }
  }

  private static void below(
      Value step,
      Value next,
      String further,
      List<Value> path,
      PodPlace.Shape shape,
      List<Pod> pods) {
    path.addLast(step);
    follow(next, further, path, shape, pods);
    path.removeLast();
  }

  private static void pod(Value spec, List<Value> path, PodPlace.Shape shape, List<Pod> pods) {
    if (!(spec instanceof ObjectValue)) {
      return;
    }
    List<Container> containers =
        switch (shape) {
          case POD -> ContainerLists.ofPod(spec, path);
          case ARGO -> ContainerLists.ofArgo(spec, path);
          case TEKTON -> ContainerLists.ofTekton(spec, path);
        };
    // Workflows have steps without a pod, and other resources need not bring containers.
    if (shape == PodPlace.Shape.POD || !containers.isEmpty()) {
      pods.add(new Pod(spec, path, containers, false));
    }
  }
}
