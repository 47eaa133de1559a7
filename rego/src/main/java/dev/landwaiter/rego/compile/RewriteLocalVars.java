package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Head;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Stage 9: every declared variable gets a name of its own.
final class RewriteLocalVars implements Stage {
  @Override
  public String id() {
    return "RewriteLocalVars";
  }

  @Override
  public void run(Compilation compilation) {
    compilation.rewrite((_, rule) -> new OneRule(compilation).chain(rule));
  }

  private static final class OneRule {
    private final Compilation compilation;
    private final Scopes arguments = new Scopes();
    private final Set<String> unused = new LinkedHashSet<>();

    OneRule(Compilation compilation) {
      this.compilation = compilation;
    }

    Rule chain(Rule rule) {
      boolean strict = compilation.settings.strict();
      if (strict) {
        unused.addAll(Variables.of(rule.head().args()));
      }
      List<Term> renamed = rule.head().args().stream().map(this::argument).toList();
      Rule result = branch(rule, Optional.of(renamed));
      if (strict) {
        for (String name : unused) {
          if (!name.startsWith("$")) {
            compilation.problems.compile(
                rule.head().at(),
                "unused argument " + name + ". (hint: use _ (wildcard variable) instead)");
          }
        }
      }
      return result;
    }

    private Term argument(Term term) {
      return switch (term) {
        case Variable variable -> {
          Optional<String> known = arguments.declared(variable.name());
          if (known.isPresent()) {
            arguments.seen(variable.name());
            yield new Variable(known.get(), variable.at());
          }
          Variable generated = compilation.names.fresh(variable.at());
          compilation.names.renamed(generated.name(), variable.name());
          arguments.insert(variable.name(), generated.name(), Scopes.Occurrence.ARGUMENT);
          yield generated;
        }
        case ArrayTerm array ->
            new ArrayTerm(array.elements().stream().map(this::argument).toList(), array.at());
        case ObjectTerm object ->
            new ObjectTerm(
                object.entries().stream()
                    .map(entry -> new ObjectTerm.Entry(entry.key(), argument(entry.value())))
                    .toList(),
                object.at());
        case Ref ref -> new Ref(ref.parts().stream().map(this::argument).toList(), ref.at());
        case Call call -> {
          compilation.problems.compile(call.at(), "rule arguments cannot contain calls");
          yield call;
        }
        default -> term;
      };
    }

    private Rule branch(Rule rule, Optional<List<Term>> args) {
      Head head = nested(rule.head());
      var used = new HashSet<String>();
      head.ref().parts().stream().skip(1).forEach(part -> used.addAll(Variables.of(part)));
      head.key().ifPresent(key -> used.addAll(Variables.of(key)));
      head.value()
          .ifPresent(value -> {
            Set<String> names = Variables.of(value);
            used.addAll(names);
            unused.removeAll(names);
          });
      var locals =
          new LocalVars(compilation.names, arguments.copy(), compilation.settings.strict());
      Body body = locals.body(rule.body(), used);
      unused.removeIf(name -> locals.scopes.count(name) > 1);
      locals.errors.forEach(compilation.problems::add);
      var renaming = new Renaming(locals.scopes.renamed());
      return new Rule(
          rule.isDefault(),
          renaming.head(args.map(renamed -> Heads.args(head, renamed)).orElse(head)),
          body,
          rule.constant(),
          rule.orElse().map(other -> branch(other, Optional.empty())),
          rule.annotations(),
          rule.at());
    }

    /// Comprehensions in a head come first: what they declare is not the body's.
    private Head nested(Head head) {
      var rewriting =
          new Rewriting() {
            @Override
            public Term term(Term term) {
              return switch (term) {
                case ArrayComprehension _, SetComprehension _, ObjectComprehension _ -> {
                  var locals =
                      new LocalVars(compilation.names, new Scopes(), compilation.settings.strict());
                  Term result = locals.term(term);
                  locals.errors.forEach(compilation.problems::add);
                  yield result;
                }
                default -> super.term(term);
              };
            }
          };
      return rewriting.head(head);
    }
  }

  /// Puts generated names in the place of declared ones.
  private static final class Renaming extends Rewriting {
    private final Map<String, String> names;

    Renaming(Map<String, String> names) {
      this.names = names;
    }

    @Override
    public Term term(Term term) {
      return term instanceof Variable variable && names.containsKey(variable.name())
          ? new Variable(names.getOrDefault(variable.name(), variable.name()), variable.at())
          : super.term(term);
    }

    @Override
    public Ref operator(Ref operator) {
      return new Ref(terms(operator.parts()), operator.at());
    }

    @Override
    public Term ref(Ref ref) {
      return new Ref(terms(ref.parts()), ref.at());
    }
  }
}
