package dev.landwaiter.rego.builtin.collection;

import static dev.landwaiter.rego.type.Type.ANY;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// `graph.*` and `walk` (section 13.11).
public final class Graphs {
  /// Nodes on one path; more would be a stack too deep.
  private static final int LONGEST = 2_000;

  private Graphs() {}

  public static List<Builtin> all() {
    Type nodes = Type.any(Type.array(ANY), Type.set(ANY));
    Type graph = Type.object(ANY, nodes);
    return List.of(
        new Builtin(
            Declaration.of("graph.reachable")
                .takes("graph", graph)
                .takes("initial", nodes)
                .gives(Type.set(ANY)),
            Graphs::reachable),
        new Builtin(
            Declaration.of("graph.reachable_paths")
                .takes("graph", graph)
                .takes("initial", nodes)
                .gives(Type.set(Type.array(ANY))),
            Graphs::paths),
        new Builtin(
            Declaration.of("walk")
                .takes("x", ANY)
                .gives(Type.tuple(Type.array(ANY), ANY))
                .flagged(Declaration.Flag.RELATION),
            (surroundings, arguments) -> Walk.pairs(surroundings, arguments[0])));
  }

  private static List<Value> initial(Value[] arguments) throws BuiltinException {
    if (arguments[1] instanceof ArrayValue || arguments[1] instanceof SetValue) {
      return arguments[1].elements();
    }
    throw Operands.wrong(2, arguments[1], "{array, set}");
  }

  private static Value reachable(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    ObjectValue graph = Operands.object(arguments, 0);
    var queue = new ArrayDeque<Value>(initial(arguments));
    var reached = new SetValue.Draft();
    while (!queue.isEmpty()) {
      surroundings.check();
      Value node = queue.poll();
      Value neighbours = graph.find(node);
      if (neighbours != null && reached.add(node)) {
        surroundings.reserve(1L + neighbours.elements().size());
        queue.addAll(neighbours.elements());
      }
    }
    return reached.finish();
  }

  private static Value paths(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    ObjectValue graph = Operands.object(arguments, 0);
    var search = new Paths(surroundings, graph, new SetValue.Draft(), new ArrayList<>());
    for (Value node : initial(arguments)) {
      Value neighbours = graph.find(node);
      if (neighbours != null) {
        search.path.add(node);
        if (neighbours.elements().isEmpty()) {
          search.found();
        }
        for (Value neighbour : neighbours.elements()) {
          search.extend(neighbour);
        }
        search.path.removeLast();
      }
    }
    return search.paths.finish();
  }

  /// The search below one path.
  private record Paths(
      Surroundings surroundings, ObjectValue graph, SetValue.Draft paths, List<Value> path) {
    void found() throws BuiltinException {
      surroundings.reserve(1L + path.size());
      paths.add(new ArrayValue(path));
    }

    void extend(Value node) throws BuiltinException {
      surroundings.check();
      Value neighbours = graph.find(node);
      if (neighbours == null) {
        found();
        return;
      }
      if (path.size() >= LONGEST) {
        throw BuiltinException.halt("a path of more than the " + LONGEST + " nodes allowed");
      }
      path.add(node);
      if (neighbours.elements().isEmpty()) {
        found();
      }
      for (Value neighbour : neighbours.elements()) {
        if (path.contains(neighbour)) {
          found();
        } else {
          extend(neighbour);
        }
      }
      path.removeLast();
    }
  }
}
