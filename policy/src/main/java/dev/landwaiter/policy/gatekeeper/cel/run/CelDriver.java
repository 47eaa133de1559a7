package dev.landwaiter.policy.gatekeeper.cel.run;

import dev.landwaiter.policy.gatekeeper.Code;
import dev.landwaiter.policy.gatekeeper.Driver;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Template;
import dev.landwaiter.policy.gatekeeper.cel.check.Checked;
import dev.landwaiter.policy.gatekeeper.cel.check.Environment;
import dev.landwaiter.policy.gatekeeper.cel.check.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// Runs templates in CEL (`engine: K8sNativeValidation`).
///
/// Expressions that do not compile are no reason to refuse a template: they fail whenever an object
/// is reviewed. Whoever prepares them is told at once.
///
/// @param standard what becomes of failing expressions where the template does not say
/// @param mistakes takes the name of a template and what is wrong with one of its expressions,
///   which may have several lines
public record CelDriver(FailurePolicy standard, BiConsumer<String, String> mistakes)
    implements Driver {
  @Override
  public String engine() {
    return Code.CEL;
  }

  @Override
  public CelJudge prepare(Template template, Code code) throws RefusedException {
    CelSource source = CelSource.read(code.source());
    FailurePolicy policy =
        source.failurePolicy().isEmpty() ? standard : FailurePolicy.of(source.failurePolicy());
    var environment = new Environment();
    List<Expression> variables = new ArrayList<>();
    for (CelSource.Named variable : source.variables()) {
      variables.add(
          new Expression(
              variable.name(),
              variable.expression(),
              environment.compileVariable(variable.name(), variable.expression())));
    }
    List<Expression> conditions = new ArrayList<>();
    for (CelSource.Named condition : source.matchConditions()) {
      conditions.add(
          expression(environment, condition.name(), condition.expression(), Wanted.BOOL));
    }
    List<Validation> validations = new ArrayList<>();
    for (CelSource.Rule rule : source.validations()) {
      validations.add(validation(environment, rule));
    }
    var judge = new CelJudge(policy, variables, conditions, validations);
    judge.mistakes().forEach(mistake -> mistakes.accept(template.name(), mistake));
    return judge;
  }

  private static Validation validation(Environment environment, CelSource.Rule rule) {
    return new Validation(
        expression(environment, "", rule.expression(), Wanted.BOOL),
        rule.message().strip(),
        rule.messageExpression().isEmpty()
            ? List.of()
            : List.of(expression(environment, "", rule.messageExpression(), Wanted.TEXT)));
  }

  private static Expression expression(
      Environment environment, String name, String text, Wanted wanted) {
    Checked checked = environment.compile(text, wanted);
    return new Expression(name, text, checked);
  }
}
