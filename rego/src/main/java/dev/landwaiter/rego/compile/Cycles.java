package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.policy.Dependencies;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/// Which branches need themselves, in time that grows with the graph's size (Tarjan's algorithm,
/// without calls inside calls).
final class Cycles {
  private final Dependencies graph;
  private final int[] order;
  private final int[] low;
  private final BitSet onStack = new BitSet();
  private final Deque<Integer> stack = new ArrayDeque<>();
  private final BitSet cyclic = new BitSet();
  private int next;

  private Cycles(Dependencies graph) {
    this.graph = graph;
    order = new int[graph.branches().size()];
    low = new int[order.length];
    Arrays.fill(order, -1);
  }

  /// The places of branches that need themselves.
  static BitSet of(Dependencies graph) {
    var cycles = new Cycles(graph);
    for (int i = 0; i < cycles.order.length; i++) {
      if (cycles.order[i] < 0) {
        cycles.search(i);
      }
    }
    return cycles.cyclic;
  }

  private void enter(int at, Deque<Integer> way, Deque<Iterator<Integer>> open) {
    order[at] = next;
    low[at] = next++;
    stack.push(at);
    onStack.set(at);
    way.push(at);
    open.push(graph.branches().get(at).needs().iterator());
  }

  private void search(int start) {
    Deque<Integer> way = new ArrayDeque<>();
    Deque<Iterator<Integer>> open = new ArrayDeque<>();
    enter(start, way, open);
    while (!open.isEmpty()) {
      int at = way.getFirst();
      if (open.getFirst().hasNext()) {
        int to = open.getFirst().next();
        if (to == at) {
          cyclic.set(at);
        } else if (order[to] < 0) {
          enter(to, way, open);
        } else if (onStack.get(to)) {
          low[at] = Math.min(low[at], order[to]);
        }
        continue;
      }
      way.pop();
      open.pop();
      if (!way.isEmpty()) {
        low[way.getFirst()] = Math.min(low[way.getFirst()], low[at]);
      }
      if (low[at] == order[at]) {
        component(at);
      }
    }
  }

  private void component(int root) {
    int size = 0;
    int member;
    do {
      member = stack.pop();
      onStack.clear(member);
      size++;
      if (size > 1 || member != root) {
        cyclic.set(member);
      }
    } while (member != root);
  }

  /// A way from a branch back to itself, both ends included; empty where there is none.
  static List<Integer> way(Dependencies graph, int start) {
    Deque<Iterator<Integer>> open = new ArrayDeque<>();
    Deque<Integer> way = new ArrayDeque<>();
    var seen = new BitSet();
    seen.set(start);
    way.push(start);
    open.push(graph.branches().get(start).needs().iterator());
    while (!open.isEmpty()) {
      Iterator<Integer> needs = open.getFirst();
      if (!needs.hasNext()) {
        open.pop();
        way.pop();
        continue;
      }
      int to = needs.next();
      if (to == start) {
        var path = new ArrayList<Integer>(way);
        Collections.reverse(path);
        path.add(start);
        return path;
      }
      if (!seen.get(to)) {
        seen.set(to);
        way.push(to);
        open.push(graph.branches().get(to).needs().iterator());
      }
    }
    return List.of();
  }
}
