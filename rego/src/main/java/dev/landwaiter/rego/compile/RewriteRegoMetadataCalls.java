package dev.landwaiter.rego.compile;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Stage 16: calls that ask for metadata become what they answer.
final class RewriteRegoMetadataCalls implements Stage {
  @Override
  public String id() {
    return "RewriteRegoMetadataCalls";
  }

  @Override
  public void run(Compilation compilation) {
    if (compilation.modules.stream().noneMatch(ParseMetadataBlocks::asks)) {
      return;
    }
    compilation.rewriteBranches((module, rule) -> rule(compilation, module, rule));
  }

  static boolean isChain(Expr expr) {
    return expr.content() instanceof Call call && call.name().equals("rego.metadata.chain");
  }

  static boolean isRule(Expr expr) {
    return expr.content() instanceof Call call && call.name().equals("rego.metadata.rule");
  }

  private static Rule rule(Compilation compilation, Module module, Rule rule) {
    var extras = new ArrayList<Expr>();
    Optional<Term> chain =
        constant(
            compilation,
            first(rule, RewriteRegoMetadataCalls::isChain),
            () -> compilation.annotations.chain(module, rule),
            extras);
    Optional<Term> own =
        constant(
            compilation,
            first(rule, RewriteRegoMetadataCalls::isRule),
            () -> AnnotationSet.ofRule(rule),
            extras);
    if (extras.isEmpty()) {
      return rule;
    }
    var calls =
        new Rewriting() {
          @Override
          public Expr expr(Expr expr) {
            Optional<Term> answer = isChain(expr) ? chain : isRule(expr) ? own : Optional.empty();
            return answer.map(term -> answered(expr, term)).orElseGet(() -> super.expr(expr));
          }
        };
    extras.addAll(calls.body(rule.body()).expressions());
    return Bodies.rule(rule, calls.head(rule.head()), Bodies.of(extras, rule.body().at()));
  }

  private static Expr answered(Expr expr, Term answer) {
    Call call = (Call) expr.content();
    return call.arguments().isEmpty()
        ? expr.content(answer.at(call.at())).asGenerated()
        : expr.content(Names.equal(call.arguments().getFirst(), answer.at(call.at())))
            .asGenerated();
  }

  private static Optional<Term> constant(
      Compilation compilation, Optional<Location> at, Supplier<Value> value, List<Expr> extras) {
    return at.map(place -> {
      Expr equation = compilation.names.equation(ValueTerms.of(value.get(), place));
      extras.add(equation);
      return Names.defined(equation);
    });
  }

  /// Where the first such call of a branch stands.
  private static Optional<Location> first(Rule rule, Predicate<Expr> wanted) {
    var found = new ArrayList<Location>();
    var calls =
        new Visit() {
          @Override
          void expr(Expr expr) {
            if (wanted.test(expr)) {
              found.add(expr.at());
            }
            super.expr(expr);
          }
        };
    calls.head(rule.head());
    calls.body(rule.body());
    return found.stream().findFirst();
  }
}
