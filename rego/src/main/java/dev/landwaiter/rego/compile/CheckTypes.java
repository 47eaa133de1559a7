package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.check.CheckInput;
import dev.landwaiter.rego.check.CheckResult;
import dev.landwaiter.rego.check.CheckedRule;
import dev.landwaiter.rego.check.TypeChecker;
import dev.landwaiter.rego.policy.Dependencies;
import dev.landwaiter.rego.syntax.Annotations;
import dev.landwaiter.rego.syntax.Module;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Stage 29: types that can never fit.
final class CheckTypes implements Stage {
  @Override
  public String id() {
    return "CheckTypes";
  }

  @Override
  public void run(Compilation compilation) {
    Dependencies graph = SetGraph.refreshed(compilation);
    var rules = new ArrayList<CheckedRule>();
    for (int at : order(graph)) {
      Dependencies.Branch branch = graph.branches().get(at);
      rules.add(
          new CheckedRule(
              branch.path(),
              branch.rule(),
              compilation.modules.get(branch.module()).packageClause()));
    }
    CheckResult result = TypeChecker.check(input(compilation, rules));
    compilation.types = Optional.of(result.environment());
    result.errors().forEach(compilation.problems::add);
  }

  static CheckInput input(Compilation compilation, List<CheckedRule> rules) {
    Stream<Annotations> annotations =
        compilation.settings.typeAnnotations()
            ? compilation.modules.stream().map(Module::annotations).flatMap(List::stream)
            : Stream.empty();
    return new CheckInput(
        rules,
        compilation.settings.capabilities(),
        annotations.toList(),
        compilation.settings.schemas(),
        compilation.names.shownTerms());
  }

  /// Branches on which others depend first.
  private static List<Integer> order(Dependencies graph) {
    int size = graph.branches().size();
    var seen = new boolean[size];
    var result = new ArrayList<Integer>();
    for (int start = 0; start < size; start++) {
      if (!seen[start]) {
        seen[start] = true;
        visit(graph, start, seen, result);
      }
    }
    return result;
  }

  private static void visit(Dependencies graph, int start, boolean[] seen, List<Integer> result) {
    Deque<Integer> way = new ArrayDeque<>();
    Deque<Iterator<Integer>> open = new ArrayDeque<>();
    way.push(start);
    open.push(graph.branches().get(start).needs().iterator());
    while (!open.isEmpty()) {
      Iterator<Integer> next = open.getFirst();
      if (!next.hasNext()) {
        open.pop();
        result.add(way.pop());
        continue;
      }
      int to = next.next();
      if (!seen[to]) {
        seen[to] = true;
        way.push(to);
        open.push(graph.branches().get(to).needs().iterator());
      }
    }
  }
}
