package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Stages 23 and 24: every variable of a rule is bound, and bodies are put into an order in which
/// they are bound in time.
final class CheckSafety implements Stage {
  /// Which part of the rules is looked at.
  enum Part {
    HEADS,
    BODIES
  }

  private final Part part;

  CheckSafety(Part part) {
    this.part = part;
  }

  @Override
  public String id() {
    return part == Part.HEADS ? "CheckSafetyRuleHeads" : "CheckSafetyRuleBodies";
  }

  @Override
  public void run(Compilation compilation) {
    for (int i = 0; i < compilation.modules.size(); i++) {
      Module module = compilation.modules.get(i);
      Map<Integer, Set<String>> lines = lines(module);
      compilation.rewriteModule(
          i,
          rule -> {
            String name = name(rule, lines);
            if (part == Part.BODIES) {
              return body(compilation, rule, name);
            }
            head(compilation, rule, name);
            return rule;
          });
    }
  }

  /// The names of the rules that begin on each line.
  private static Map<Integer, Set<String>> lines(Module module) {
    var lines = new HashMap<Integer, Set<String>>();
    module
        .rules()
        .forEach(rule ->
            lines
                .computeIfAbsent(rule.at().row(), row -> new HashSet<>())
                .add(Bodies.groundFront(rule.head().ref()).toString()));
    return lines;
  }

  private static String name(Rule rule, Map<Integer, Set<String>> lines) {
    return lines.getOrDefault(rule.at().row(), Set.of()).size() > 1
        ? " in rule " + Bodies.groundFront(rule.head().ref())
        : "";
  }

  private static void head(Compilation compilation, Rule rule, String name) {
    var safe = new SafetyVariables(compilation.functions, compilation.names, Set.of());
    safe.body(rule.body());
    safe.names.addAll(Variables.of(rule.head().args()));
    var first = new FirstPlaces();
    first.head(rule.head());
    first.places.forEach((variable, at) -> {
      String source = compilation.names.source(variable);
      if (!safe.names.contains(variable) && !Names.isGenerated(source)) {
        compilation.problems.add(Unsafe.error(compilation.names.shown(variable), at.at(), name));
      }
    });
  }

  private static Rule body(Compilation compilation, Rule rule, String name) {
    Set<String> safe = new HashSet<>(Variables.of(rule.head().args()));
    safe.add("input");
    safe.add("data");
    var unsafe = new Unsafe();
    Body ordered =
        new Reordering(compilation.functions, compilation.names).order(rule.body(), safe, unsafe);
    List<RegoError> errors = unsafe.errors(compilation.names, name);
    if (errors.isEmpty()) {
      return Bodies.rule(rule, rule.head(), ordered);
    }
    errors.stream()
        .map(error -> Explanation.of(error, unsafe, compilation.settings.explainMistakes()))
        .forEach(compilation.problems::add);
    return rule;
  }

  private static final class FirstPlaces extends Visit {
    private final Map<String, Variable> places = new LinkedHashMap<>();

    @Override
    void term(Term term) {
      if (term instanceof Variable variable) {
        places.putIfAbsent(variable.name(), variable);
      }
      super.term(term);
    }
  }
}
