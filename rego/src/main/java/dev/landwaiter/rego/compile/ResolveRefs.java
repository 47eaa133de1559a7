package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Import;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.syntax.Variable;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Stage 1: names of rules and imports become full refs; in strict mode unused imports are errors.
final class ResolveRefs implements Stage {
  @Override
  public String id() {
    return "ResolveRefs";
  }

  @Override
  public void run(Compilation compilation) {
    Map<Ref, Set<String>> exports = exports(compilation);
    for (int i = 0; i < compilation.modules.size(); i++) {
      Module module = compilation.modules.get(i);
      Ref path = module.packageClause().path();
      var meanings = new Globals(path, exports.getOrDefault(path, Set.of()), module.imports());
      var resolving = new Resolving(meanings);
      compilation.rewriteModule(i, rule -> branch(compilation, resolving, rule));
      if (compilation.settings.strict()) {
        module.imports().stream()
            .filter(one -> Globals.isDocument(one) && !meanings.isUsed(one))
            .forEach(one -> unused(compilation, one));
      }
    }
  }

  private static void unused(Compilation compilation, Import one) {
    compilation.problems.compile(one.at(), TermText.of(one) + " unused");
  }

  private static Map<Ref, Set<String>> exports(Compilation compilation) {
    var exports = new HashMap<Ref, Set<String>>();
    compilation.eachModule(module -> {
      Set<String> names =
          exports.computeIfAbsent(module.packageClause().path(), path -> new LinkedHashSet<>());
      for (Rule rule : module.rules()) {
        if (rule.head().ref().head() instanceof Variable name) {
          names.add(name.name());
        }
      }
    });
    return exports;
  }

  private static Rule branch(Compilation compilation, Resolving resolving, Rule rule) {
    var arguments = new Arguments();
    rule.head().args().forEach(arguments::term);
    if (arguments.shadowed.isPresent()) {
      compilation.problems.compile(
          rule.at(),
          "args must not shadow " + arguments.shadowed.get() + " (use a different variable name)");
      return rule;
    }
    return resolving.branch(rule, arguments.names);
  }

  /// The variables arguments bind; keys of objects bind none.
  private static final class Arguments extends Variables {
    Optional<Term> shadowed = Optional.empty();

    Arguments() {
      super(Skip.OBJECT_KEYS, Skip.SETS, Skip.CLOSURES);
    }

    @Override
    void term(Term term) {
      if (Bodies.isRoot(term)) {
        shadowed = shadowed.or(() -> Optional.of(term));
      } else if (!(term instanceof Call)) {
        super.term(term);
      }
    }
  }
}
