package dev.landwaiter.policy.manifest;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.List;

/// The lists in which pods, and what is like them, hold containers.
final class ContainerLists {
  private final Value spec;
  private final List<Value> path;
  private final List<Container> containers = new ArrayList<>();

  private ContainerLists(Value spec, List<Value> path) {
    this.spec = spec;
    this.path = path;
  }

  static List<Container> ofPod(Value spec, List<Value> path) {
    return new ContainerLists(spec, path)
        .list("initContainers", Container.Role.INITIAL)
        .list("containers", Container.Role.ORDINARY)
        .list("ephemeralContainers", Container.Role.EPHEMERAL)
        .containers;
  }

  static List<Container> ofArgo(Value template, List<Value> path) {
    var lists =
        new ContainerLists(template, path)
            .list("initContainers", Container.Role.INITIAL)
            .one("container")
            .one("script");
    Value set = template.get("containerSet").orElse(NullValue.NULL);
    List<Value> below = new ArrayList<>(path);
    below.add(new StringValue("containerSet"));
    lists.containers.addAll(
        new ContainerLists(set, below).list("containers", Container.Role.ORDINARY).containers);
    return lists.list("sidecars", Container.Role.ORDINARY).containers;
  }

  static List<Container> ofTekton(Value task, List<Value> path) {
    return new ContainerLists(task, path)
        .list("steps", Container.Role.ORDINARY)
        .list("sidecars", Container.Role.ORDINARY)
        .containers;
  }

  private ContainerLists list(String name, Container.Role role) {
    if (spec.get(name).orElse(NullValue.NULL) instanceof ArrayValue array) {
      for (int i = 0; i < array.size(); i++) {
        String label = name + "[" + i + "]";
        add(role, label, array.at(i), new StringValue(name), Value.of(i));
      }
    }
    return this;
  }

  private ContainerLists one(String name) {
    Value value = spec.get(name).orElse(NullValue.NULL);
    if (value instanceof ObjectValue) {
      add(Container.Role.ORDINARY, name, value, new StringValue(name));
    }
    return this;
  }

  private void add(Container.Role role, String label, Value value, Value... steps) {
    List<Value> below = new ArrayList<>(path);
    below.addAll(List.of(steps));
    String name = value.text("name");
    containers.add(new Container(role, name.isEmpty() ? label : label + " " + name, value, below));
  }
}
