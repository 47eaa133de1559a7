package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.policy.Dependencies;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Stage 17: which branches of rules may need which.
final class SetGraph implements Stage {
  @Override
  public String id() {
    return "SetGraph";
  }

  @Override
  public void run(Compilation compilation) {
    compilation.dependencies = graph(compilation);
  }

  private static Dependencies graph(Compilation compilation) {
    var first = new HashMap<RuleNode.Place, Integer>();
    var branches = new ArrayList<Rule>();
    var places = new ArrayList<RuleNode.Place>();
    for (int i = 0; i < compilation.modules.size(); i++) {
      Module module = compilation.modules.get(i);
      for (int j = 0; j < module.rules().size(); j++) {
        var place = new RuleNode.Place(i, j);
        first.put(place, branches.size());
        Optional<Rule> branch = Optional.of(module.rules().get(j));
        while (branch.isPresent()) {
          branches.add(branch.get());
          places.add(place);
          branch = branch.get().orElse();
        }
      }
    }
    var result = new ArrayList<Dependencies.Branch>();
    for (int i = 0; i < branches.size(); i++) {
      result.add(
          new Dependencies.Branch(
              places.get(i).module(),
              path(compilation, places.get(i), branches.get(i)),
              branches.get(i),
              needs(compilation, branches.get(i), first, places)));
    }
    return new Dependencies(result);
  }

  /// The same graph with the rules as they are now.
  static Dependencies refreshed(Compilation compilation) {
    var branches = new ArrayList<Rule>();
    compilation.eachModule(module ->
        module
            .rules()
            .forEach(rule -> {
              Optional<Rule> branch = Optional.of(rule);
              while (branch.isPresent()) {
                branches.add(branch.get());
                branch = branch.get().orElse();
              }
            }));
    var result = new ArrayList<Dependencies.Branch>();
    for (int i = 0; i < branches.size(); i++) {
      Dependencies.Branch before = compilation.dependencies.branches().get(i);
      result.add(
          new Dependencies.Branch(before.module(), before.path(), branches.get(i), before.needs()));
    }
    return new Dependencies(result);
  }

  private static Ref path(Compilation compilation, RuleNode.Place place, Rule branch) {
    return Bodies.path(
        compilation.modules.get(place.module()).packageClause().path(), branch.head().ref());
  }

  private static Set<Integer> needs(
      Compilation compilation,
      Rule branch,
      Map<RuleNode.Place, Integer> first,
      List<RuleNode.Place> places) {
    var needs = new HashSet<Integer>();
    var refs =
        new Visit() {
          @Override
          void term(Term term) {
            if (term instanceof Ref ref) {
              compilation.tree.matching(ref, place -> chain(place, first, places, needs));
            }
            super.term(term);
          }
        };
    refs.head(branch.head());
    refs.body(branch.body());
    return needs;
  }

  private static void chain(
      RuleNode.Place place,
      Map<RuleNode.Place, Integer> first,
      List<RuleNode.Place> places,
      Set<Integer> needs) {
    Integer at = first.get(place);
    if (at == null || !needs.add(at)) {
      return;
    }
    for (int i = at + 1; i < places.size() && places.get(i).equals(place); i++) {
      needs.add(i);
    }
  }
}
