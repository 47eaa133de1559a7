package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.check.TypeEnvironment;
import dev.landwaiter.rego.policy.Dependencies;
import dev.landwaiter.rego.policy.Requirements;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// What the stages work on: the modules as they are now, and what was learned of them.
final class Compilation {
  final CompilerSettings settings;
  final Problems problems;
  final List<Module> modules;
  final Functions functions;
  Names names = Names.forModules(Set.of());
  final List<Ref> imports = new ArrayList<>();

  /// Functions that are called in the source and rewritten to others.
  final Set<String> gone = new TreeSet<>();

  RuleNode tree = new RuleNode();
  Requirements required = new Requirements(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
  AnnotationSet annotations;

  /// From the stage that checks types on.
  Optional<TypeEnvironment> types = Optional.empty();

  Dependencies dependencies = new Dependencies(List.of());

  Compilation(List<Module> modules, CompilerSettings settings) {
    this.settings = settings;
    this.problems = new Problems(settings.errorLimit());
    this.modules = new ArrayList<>(modules);
    // Comparators of the JDK's making are linked at every start anew.
    this.modules.sort((a, b) -> a.source().file().compareTo(b.source().file()));
    this.annotations = new AnnotationSet(List.of(), problems);
    this.functions = new Functions(settings.capabilities(), this::arity);
  }

  private OptionalInt arity(Ref path) {
    return tree.find(path).stream()
        .flatMap(node -> node.rules.stream())
        .mapToInt(place -> rule(place).head().args().size())
        .findFirst();
  }

  Rule rule(RuleNode.Place place) {
    return modules.get(place.module()).rules().get(place.rule());
  }

  Ref path(RuleNode.Place place) {
    return Bodies.path(
        modules.get(place.module()).packageClause().path(), rule(place).head().ref());
  }

  /// Whether the checks of version 1 hold for a module.
  boolean isModern(Module module) {
    return settings.strict() || module.version() != RegoVersion.V0;
  }

  void eachModule(Consumer<Module> visitor) {
    modules.forEach(visitor);
  }

  /// Puts other rules in the place of all, one for one.
  void rewrite(BiFunction<Module, Rule, Rule> rewriting) {
    for (int i = 0; i < modules.size(); i++) {
      Module module = modules.get(i);
      modules.set(
          i,
          withRules(
              module, module.rules().stream().map(rule -> rewriting.apply(module, rule)).toList()));
    }
  }

  private static Module withRules(Module module, List<Rule> rules) {
    return new Module(
        module.source(),
        module.version(),
        module.keywords(),
        module.packageClause(),
        module.imports(),
        rules,
        module.annotations(),
        module.comments());
  }

  /// As [#rewriteBranches], for one module.
  void rewriteModule(int index, UnaryOperator<Rule> rewriting) {
    Module module = modules.get(index);
    modules.set(
        index,
        withRules(
            module,
            module.rules().stream()
                .map(rule -> branches(module, rule, (_, branch) -> rewriting.apply(branch)))
                .toList()));
  }

  /// Puts other rules in the place of all and of all branches of their `else`, the first branch
  /// first.
  void rewriteBranches(BiFunction<Module, Rule, Rule> rewriting) {
    rewrite((module, rule) -> branches(module, rule, rewriting));
  }

  private static Rule branches(Module module, Rule rule, BiFunction<Module, Rule, Rule> rewriting) {
    Rule first = rewriting.apply(module, rule);
    return new Rule(
        first.isDefault(),
        first.head(),
        first.body(),
        first.constant(),
        rule.orElse().map(other -> branches(module, other, rewriting)),
        first.annotations(),
        first.at());
  }
}
