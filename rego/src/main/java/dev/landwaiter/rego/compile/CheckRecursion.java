package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.ErrorCode;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.policy.Dependencies;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/// Stage 28: no rule may need itself.
final class CheckRecursion implements Stage {
  @Override
  public String id() {
    return "CheckRecursion";
  }

  @Override
  public void run(Compilation compilation) {
    Dependencies graph = compilation.dependencies;
    for (int i = 0; i < graph.branches().size(); i++) {
      List<Integer> path = cycle(graph, i);
      if (!path.isEmpty()) {
        Dependencies.Branch branch = graph.branches().get(i);
        compilation.problems.add(
            RegoError.of(
                ErrorCode.RECURSION,
                "rule "
                    + branch.path()
                    + " is recursive: "
                    + path.stream()
                        .map(at -> graph.branches().get(at).path().toString())
                        .collect(Collectors.joining(" -> ")),
                branch.rule().at()));
      }
    }
  }

  /// A way from a branch back to itself, both ends included; empty where there is none.
  private static List<Integer> cycle(Dependencies graph, int start) {
    int[] from = new int[graph.branches().size()];
    java.util.Arrays.fill(from, -1);
    Deque<Iterator<Integer>> open = new ArrayDeque<>();
    Deque<Integer> way = new ArrayDeque<>();
    var seen = new boolean[graph.branches().size()];
    seen[start] = true;
    way.push(start);
    open.push(graph.branches().get(start).needs().iterator());
    while (!open.isEmpty()) {
      Iterator<Integer> next = open.getFirst();
      if (!next.hasNext()) {
        open.pop();
        way.pop();
        continue;
      }
      int to = next.next();
      if (to == start) {
        var path = new ArrayList<Integer>(way);
        Collections.reverse(path);
        path.add(start);
        return path;
      }
      if (!seen[to]) {
        seen[to] = true;
        way.push(to);
        open.push(graph.branches().get(to).needs().iterator());
      }
    }
    return List.of();
  }
}
