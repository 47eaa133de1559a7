package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.ErrorCode;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Content;
import dev.landwaiter.rego.syntax.Every;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.TemplatePart;
import dev.landwaiter.rego.syntax.TemplateString;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.type.Declaration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Stage 10: template strings become calls of a function.
final class RewriteTemplateStrings implements Stage {
  private static final String FUNCTION = "internal.template_string";

  @Override
  public String id() {
    return "RewriteTemplateStrings";
  }

  @Override
  public void run(Compilation compilation) {
    var search = new Search();
    compilation.eachModule(search::module);
    if (!search.found) {
      return;
    }
    compilation.rewriteBranches((_, rule) ->
        new Templates(
                compilation.functions,
                compilation.names,
                compilation.problems,
                Variables.of(rule.head().args()))
            .branch(rule));
  }

  static Body query(Body body, Functions functions, Names names, Problems problems) {
    return new Templates(functions, names, problems, Set.of()).body(body);
  }

  private static final class Search extends Visit {
    private boolean found;

    @Override
    void term(Term term) {
      found |= term instanceof TemplateString;
      super.term(term);
    }
  }

  private static final class Templates extends Rewriting {
    private final Functions functions;
    private final Names names;
    private final Problems problems;
    private final Set<String> safe;

    Templates(Functions functions, Names names, Problems problems, Set<String> outside) {
      this.functions = functions;
      this.names = names;
      this.problems = problems;
      this.safe = new HashSet<>(outside);
      safe.add("input");
      safe.add("data");
    }

    Rule branch(Rule rule) {
      Templates inside = inside(rule.body());
      return Bodies.rule(rule, inside.head(rule.head()), inside.expressions(rule.body()));
    }

    private Templates inside(Body body) {
      var more = new HashSet<String>(safe);
      more.addAll(new Outputs(functions, names).of(body, safe));
      return new Templates(functions, names, problems, more);
    }

    private Body expressions(Body body) {
      return super.body(body);
    }

    @Override
    public Body body(Body body) {
      return inside(body).expressions(body);
    }

    @Override
    public Content content(Content content) {
      if (content instanceof Every every) {
        var more = new HashSet<String>(safe);
        every.key().ifPresent(key -> more.addAll(Variables.of(key)));
        more.addAll(Variables.of(every.value()));
        var within = new Templates(functions, names, problems, more);
        return new Every(
            every.key(),
            every.value(),
            term(every.domain()),
            within.body(every.body()),
            every.at());
      }
      return super.content(content);
    }

    @Override
    public Term term(Term term) {
      return term instanceof TemplateString template ? template(template) : super.term(term);
    }

    private Term template(TemplateString template) {
      if (!functions.capabilities().builtins().containsKey(FUNCTION)) {
        problems.compile(template.at(), "template-strings are not supported");
        return template;
      }
      List<Term> parts = template.parts().stream().map(this::part).toList();
      return new Call(
          new Ref(
              List.of(
                  new Variable("internal", template.at()),
                  Scalar.of("template_string", template.at())),
              template.at()),
          List.of(new ArrayTerm(parts, template.at())),
          template.at());
    }

    private Term part(TemplatePart part) {
      return switch (part) {
        case Scalar scalar -> scalar;
        case Expr expr when isPlain(expr, Scalar.class) -> (Scalar) expr.content();
        case Variable variable -> new SetTerm(List.of(variable), variable.at());
        case Expr expr when isPlain(expr, Variable.class) ->
            new SetTerm(List.of((Variable) expr.content()), expr.at());
        case Expr expr -> captured(expr);
        case Term term -> captured(Expr.of(term));
      };
    }

    private static boolean isPlain(Expr expr, Class<? extends Term> kind) {
      return expr.with().isEmpty() && kind.isInstance(expr.content());
    }

    private Term captured(Expr expr) {
      var needed = new SafetyVariables(functions, names, safe);
      needed.expr(expr);
      needed.names.stream()
          .filter(name -> !safe.contains(name))
          .forEach(
              name -> problems.compile(expr.at(), "var " + names.shown(name) + " is undeclared"));
      Expr inside = expr(expr);
      if (!(inside.content() instanceof Term value)) {
        return Scalar.of("", expr.at());
      }
      relations(value);
      Variable result = names.fresh(expr.at());
      Expr equation = inside.content(Names.equal(result, value));
      return new SetComprehension(result, Bodies.of(List.of(equation), expr.at()), expr.at());
    }

    private void relations(Term value) {
      new Visit() {
        @Override
        void operator(Ref operator) {
          functions
              .builtin(operator)
              .filter(builtin -> builtin.is(Declaration.Flag.RELATION))
              .ifPresent(builtin ->
                  problems.add(
                      RegoError.of(
                          ErrorCode.COMPILE,
                          "illegal call to relation built-in '"
                              + builtin.name()
                              + "' that may cause multiple outputs")));
        }
      }.term(value);
    }
  }
}
