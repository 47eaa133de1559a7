package dev.landwaiter.policy.conftest.run;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.policy.CompiledQuery;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// The rules of one namespace.
///
/// @param definitions how many definitions they have together, which is the number of tests
/// @param doubtful notes about rules that look as if they were meant to be asked
record AskedNamespace(String name, List<AskedRule> rules, int definitions, List<String> doubtful) {
  private static final String EXCEPTION = "exception";

  static AskedNamespace prepare(PolicySet policies, String namespace) throws RegoException {
    List<String> names = new ArrayList<>();
    var known = new TreeSet<String>();
    var doubtful = new ArrayList<String>();
    int definitions = 0;
    Optional<Ref> reference = Optional.empty();
    for (Module module : policies.modules()) {
      if (!PolicySet.namespace(module).equals(namespace)) {
        continue;
      }
      reference = Optional.of(module.packageClause().path());
      for (Rule rule : module.rules()) {
        Optional<String> name = RuleNames.of(rule.head());
        if (name.isPresent()
            && (RuleNames.isFailure(name.get()) || RuleNames.isWarning(name.get()))) {
          definitions++;
          // The original asks but one of rules that differ in case only, and says that all passed.
          if (known.add(name.get())) {
            names.add(name.get());
          }
        } else if (name.filter(RuleNames::resembles).isPresent()) {
          doubtful.add(note(rule, name.get(), "is no name of a rule that is asked"));
        }
      }
    }
    boolean excepts = excepts(policies, namespace);
    List<AskedRule> rules = new ArrayList<>();
    if (reference.isPresent()) {
      for (String name : names) {
        rules.add(rule(policies, reference.get(), name, excepts));
      }
    }
    return new AskedNamespace(namespace, rules, definitions, List.copyOf(doubtful));
  }

  private static String note(Rule rule, String name, String what) {
    return rule.at().prefix()
        + ": "
        + name
        + " "
        + what
        + "; rules are called deny, violation or warn, or so with a suffix such as deny_root";
  }

  /// Whether anything can stand at `exception` of a package.
  private static boolean excepts(PolicySet policies, String namespace) {
    if (policies.data().size() > 0) {
      return true;
    }
    for (Module module : policies.modules()) {
      String name = PolicySet.namespace(module);
      // A package below may be the exception too.
      boolean below = name.startsWith(namespace + "." + EXCEPTION);
      boolean named =
          name.equals(namespace)
              && module.rules().stream()
                  .anyMatch(
                      rule -> rule.head().ref().parts().getFirst().toString().equals(EXCEPTION));
      if (below || named) {
        return true;
      }
    }
    return false;
  }

  private static List<String> path(Ref reference) {
    List<String> path = new ArrayList<>();
    for (Term part : reference.parts()) {
      if (part instanceof Scalar(Value value, var _)) {
        path.add(value.asText());
      }
    }
    return path;
  }

  private static AskedRule rule(PolicySet policies, Ref reference, String rule, boolean excepts)
      throws RegoException {
    String namespace = PolicySet.withoutRoot(TermText.of(reference));
    String exception =
        "data.%s.exception[_][_] == \"%s\"".formatted(namespace, RuleNames.suffix(rule));
    AskedRule.Asked excepting = asked(policies, exception);
    List<String> path = path(reference);
    path.add(rule);
    return new AskedRule(
        path,
        RuleNames.isFailure(rule),
        asked(policies, "data." + namespace + "." + rule),
        excepting,
        excepts
            ? Optional.of(policies.prepare(policies.query("[1 | " + exception + "]")))
            : Optional.empty());
  }

  private static AskedRule.Asked asked(PolicySet policies, String text) throws RegoException {
    CompiledQuery query = policies.query(text);
    return new AskedRule.Asked(text, query, policies.prepare(query));
  }
}
