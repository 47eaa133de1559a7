package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.ErrorCode;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.policy.Dependencies;
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
    Cycles.of(graph).stream().forEach(at -> report(compilation, graph, at));
  }

  private static void report(Compilation compilation, Dependencies graph, int at) {
    Dependencies.Branch branch = graph.branches().get(at);
    String way =
        Cycles.way(graph, at).stream()
            .map(step -> graph.branches().get(step).path().toString())
            .collect(Collectors.joining(" -> "));
    compilation.problems.add(
        RegoError.of(
            ErrorCode.RECURSION,
            "rule " + branch.path() + " is recursive: " + way,
            branch.rule().at()));
  }
}
