package dev.landwaiter.rego.compile;

import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.PackageClause;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/// Stage 21: rules that cannot stand beside each other, or beside packages and base documents.
final class CheckRuleConflicts implements Stage {
  @Override
  public String id() {
    return "CheckRuleConflicts";
  }

  @Override
  public void run(Compilation compilation) {
    compilation.tree.each(node -> rules(compilation, node));
    documents(compilation);
    packages(compilation);
  }

  private static void rules(Compilation compilation, RuleNode node) {
    if (node.rules.isEmpty()) {
      return;
    }
    List<Rule> rules = node.rules.stream().map(compilation::rule).toList();
    Rule first = rules.getFirst();
    String name = shown(compilation, node.rules.getLast());
    List<RuleNode.Place> inside = inside(compilation, node, rules);
    if (!inside.isEmpty()) {
      compilation.problems.type(
          first.at(),
          "rule "
              + name
              + " conflicts with:"
              + inside.stream()
                  .map(place ->
                      "\n  rule "
                          + shown(compilation, place)
                          + " at "
                          + compilation.rule(place).at().prefix())
                  .collect(Collectors.joining()));
      return;
    }
    if (clash(rules)) {
      compilation.problems.type(first.at(), "conflicting rules " + name + " found");
      return;
    }
    List<RuleNode.Place> defaults =
        node.rules.stream().filter(place -> compilation.rule(place).isDefault()).toList();
    if (defaults.size() > 1) {
      compilation.problems.type(
          compilation.modules.get(defaults.getFirst().module()).packageClause().at(),
          "multiple default rules "
              + name
              + " found at "
              + defaults.stream()
                  .map(place -> compilation.rule(place).at().prefix())
                  .collect(Collectors.joining(", ")));
    }
  }

  /// Rules below rules that leave no room for them: all where a ref is ground, else functions.
  private static List<RuleNode.Place> inside(
      Compilation compilation, RuleNode node, List<Rule> rules) {
    boolean ground = rules.stream().anyMatch(rule -> rule.head().ref().isGround());
    var found = new ArrayList<RuleNode.Place>();
    node.children.values().forEach(child -> child.each(below -> found.addAll(below.rules)));
    if (!ground) {
      found.removeIf(place -> compilation.rule(place).head().args().isEmpty());
    }
    return found;
  }

  private static boolean clash(List<Rule> rules) {
    var arities = new HashSet<Integer>();
    var kinds = new HashSet<Boolean>();
    var setShapes = new HashSet<Boolean>();
    int complete = 0;
    for (Rule rule : rules) {
      boolean ground = rule.head().ref().isGround();
      boolean multi = rule.head().isMultiValue();
      arities.add(rule.head().args().size());
      kinds.add(multi);
      if (multi) {
        setShapes.add(ground);
      } else if (ground) {
        complete++;
      }
    }
    return kinds.size() > 1
        || arities.size() > 1
        || setShapes.size() > 1
        || (complete > 0 && complete < rules.size());
  }

  /// A rule's path with the names of its source.
  private static String shown(Compilation compilation, RuleNode.Place place) {
    var sources =
        new Rewriting() {
          @Override
          public Term term(Term term) {
            return term instanceof Variable variable
                ? new Variable(compilation.names.source(variable.name()), variable.at())
                : super.term(term);
          }
        };
    return sources.ref(compilation.path(place)).toString();
  }

  private static void documents(Compilation compilation) {
    compilation.tree.eachBelow(
        List.of(),
        (path, node) -> {
          if (!node.rules.isEmpty() && path.stream().allMatch(StringValue.class::isInstance)) {
            List<String> parts = path.stream().map(Value::asText).toList();
            if (compilation.settings.documents().test(parts)) {
              compilation.problems.compile(
                  compilation.rule(node.rules.getFirst()).at(),
                  "conflicting rule for data path " + String.join("/", parts) + " found");
            }
          }
        });
  }

  @SuppressWarnings("ReferenceEquality") // two modules may read alike
  private static void packages(Compilation compilation) {
    var packages = new HashMap<Ref, List<Integer>>();
    for (int i = 0; i < compilation.modules.size(); i++) {
      packages
          .computeIfAbsent(
              compilation.modules.get(i).packageClause().path(), path -> new ArrayList<>())
          .add(i);
    }
    for (int i = 0; i < compilation.modules.size(); i++) {
      Module module = compilation.modules.get(i);
      for (int j = 0; j < module.rules().size(); j++) {
        Rule rule = module.rules().get(j);
        if (!rule.head().ref().isGround()) {
          continue;
        }
        Ref path = compilation.path(new RuleNode.Place(i, j));
        for (int other : packages.getOrDefault(path, List.of())) {
          if (other != i) {
            conflict(compilation, module, rule, compilation.modules.get(other));
          }
        }
      }
    }
  }

  private static void conflict(Compilation compilation, Module module, Rule rule, Module other) {
    compilation.problems.type(
        module.packageClause().at(),
        "package "
            + text(other.packageClause())
            + " conflicts with rule "
            + rule.head().ref()
            + " defined at "
            + rule.at().prefix());
  }

  private static String text(PackageClause clause) {
    return TermText.packagePath(clause);
  }
}
