package dev.landwaiter.rego.test;

import dev.landwaiter.rego.syntax.Head;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the tests of modules. A test is a rule with a part of its head called `test_…`; the last
/// such part counts. Further tests of one name in one package are called `test_x#01`, `test_x#02` …
public final class TestFinder {
  private static final String TEST = "test_";
  private static final String TODO = "todo_test_";

  private final Map<String, Integer> seen = new HashMap<>();
  private final List<TestCase> tests = new ArrayList<>();

  private TestFinder() {}

  /// Finds all tests.
  ///
  /// @param modules in the order of their names
  public static FoundTests find(Collection<Module> modules) {
    var finder = new TestFinder();
    List<Module> renamed = modules.stream().map(finder::module).toList();
    return new FoundTests(renamed, finder.tests);
  }

  private Module module(Module module) {
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : module.rules()) {
      rules.add(rule(module, rule));
    }
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

  private Rule rule(Module module, Rule rule) {
    Optional<Integer> at = position(rule.head().ref());
    if (at.isEmpty()) {
      return rule;
    }
    int last = at.get();
    List<Term> parts = rule.head().ref().parts();
    String name = name(parts.get(last));
    String packagePath = TermText.of(module.packageClause().path());
    String full =
        packagePath + "." + TermText.of(new Ref(parts.subList(0, last + 1), rule.head().at()));
    int before = seen.merge(full, 1, Integer::sum) - 1;
    Rule renamed = before == 0 ? rule : renamed(rule, last, "%s#%02d".formatted(name, before));
    List<Term> path = new ArrayList<>(module.packageClause().path().parts());
    List<String> names = new ArrayList<>();
    for (Term part : renamed.head().ref().parts().subList(0, last + 1)) {
      path.add(Scalar.of(name(part), part.at()));
      names.add(name(part));
    }
    boolean table = parts.size() > last + 1 && rule.head().key().isEmpty();
    tests.add(
        new TestCase(
            rule.at(),
            packagePath,
            String.join(".", names),
            new Ref(path, rule.head().at()),
            name.startsWith(TODO),
            table && !isGround(parts.subList(last + 1, parts.size()))));
    return table ? CaseMarks.mark(renamed, parts.subList(last + 1, parts.size())) : renamed;
  }

  private static boolean isGround(List<Term> parts) {
    return parts.stream().allMatch(Scalar.class::isInstance);
  }

  private static Optional<Integer> position(Ref ref) {
    for (int i = ref.parts().size() - 1; i >= 0; i--) {
      String name = name(ref.parts().get(i));
      boolean named = i == 0 || ref.parts().get(i) instanceof Scalar;
      if (named && (name.startsWith(TEST) || name.startsWith(TODO))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static String name(Term part) {
    return switch (part) {
      case Variable variable -> variable.name();
      case Scalar scalar -> scalar.value().asText();
      default -> "";
    };
  }

  private static Rule renamed(Rule rule, int position, String name) {
    List<Term> parts = new ArrayList<>(rule.head().ref().parts());
    Term old = parts.get(position);
    parts.set(position, position == 0 ? new Variable(name, old.at()) : Scalar.of(name, old.at()));
    Head head = rule.head();
    return new Rule(
        rule.isDefault(),
        new Head(
            new Ref(parts, head.ref().at()),
            head.args(),
            head.key(),
            head.value(),
            head.assign(),
            head.legacyName().map(known -> position == 0 ? name : known),
            head.at()),
        rule.body(),
        rule.constant(),
        rule.orElse().map(branch -> renamed(branch, position, name)),
        rule.annotations(),
        rule.at());
  }
}
