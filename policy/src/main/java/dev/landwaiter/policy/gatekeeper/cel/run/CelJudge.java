package dev.landwaiter.policy.gatekeeper.cel.run;

import dev.landwaiter.policy.gatekeeper.Constraint;
import dev.landwaiter.policy.gatekeeper.Judge;
import dev.landwaiter.policy.gatekeeper.Judgement;
import dev.landwaiter.policy.gatekeeper.Review;
import dev.landwaiter.policy.gatekeeper.Surroundings;
import dev.landwaiter.policy.gatekeeper.Violation;
import dev.landwaiter.policy.gatekeeper.cel.check.Checked;
import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.policy.gatekeeper.cel.value.Meter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A template in CEL, ready.
public final class CelJudge implements Judge {
  /// Longer messages of expressions do not count.
  private static final int LONGEST_MESSAGE = 5 * 1024;

  private static final String OVER =
      "validation failed due to running out of cost budget, no further validation rules will be"
          + " run";

  private static final Judgement FINE = new Judgement(List.of(), Optional.empty());

  private final FailurePolicy policy;
  private final Variables.Named variables;
  private final List<Expression> conditions;
  private final List<Validation> validations;

  CelJudge(
      FailurePolicy policy,
      List<Expression> variables,
      List<Expression> conditions,
      List<Validation> validations) {
    this.policy = policy;
    this.variables = Variables.Named.of(variables);
    this.conditions = List.copyOf(conditions);
    this.validations = List.copyOf(validations);
  }

  /// The expressions that do not compile, with what is wrong with each; several lines apiece.
  public List<String> mistakes() {
    List<String> all = new ArrayList<>();
    for (Expression variable : variables.expressions()) {
      tell("variable " + variable.name(), variable, all);
    }
    for (Expression condition : conditions) {
      tell("match condition " + condition.name(), condition, all);
    }
    for (int i = 0; i < validations.size(); i++) {
      Validation validation = validations.get(i);
      tell("expression of validation " + (i + 1), validation.expression(), all);
      for (Expression message : validation.messageExpression()) {
        tell("messageExpression of validation " + (i + 1), message, all);
      }
    }
    return all;
  }

  private static void tell(String what, Expression expression, List<String> all) {
    if (expression.checked() instanceof Checked.Wrong wrong) {
      all.add(what + ": " + wrong.text());
    }
  }

  @Override
  public Judgement judge(Review review, Constraint constraint, Surroundings surroundings) {
    var inputs = new Inputs(review, constraint, variables);
    try {
      Optional<Judgement> early = match(inputs);
      return early.isPresent() ? early.get() : validate(inputs);
    } catch (Meter.OverCost e) {
      return failed(OVER);
    } catch (StackOverflowError e) {
      return failed("validation failed: the values of its expressions nest too deeply");
    }
  }

  private Judgement failed(String message) {
    return policy == FailurePolicy.FAIL
        ? new Judgement(List.of(violation(message)), Optional.empty())
        : FINE;
  }

  private static Violation violation(String message) {
    return new Violation(message, Optional.empty());
  }

  /// Empty when the validations are to be looked at. A condition that is plainly false outweighs
  /// those that fail.
  private Optional<Judgement> match(Inputs inputs) {
    Set<String> failures = new LinkedHashSet<>();
    for (Expression condition : conditions) {
      Item item = condition.evaluate(inputs);
      if (item == Item.Bool.FALSE) {
        return Optional.of(FINE);
      }
      if (item instanceof Item.Failure failure) {
        failures.add(failure.message());
      }
    }
    if (failures.isEmpty()) {
      return Optional.empty();
    }
    String all = String.join(", ", failures);
    return Optional.of(failed(failures.size() == 1 ? all : "[" + all + "]"));
  }

  private Judgement validate(Inputs inputs) {
    List<Violation> violations = new ArrayList<>();
    for (Validation validation : validations) {
      Item item = validation.expression().evaluate(inputs);
      if (item instanceof Item.Failure failure) {
        violations.addAll(failed(failure.message()).violations());
      } else if (item != Item.Bool.TRUE) {
        violations.addAll(denied(validation, inputs).violations());
      }
    }
    return violations.isEmpty() ? FINE : new Judgement(violations, Optional.empty());
  }

  /// A message that costs too much is a failure of its own.
  private Judgement denied(Validation validation, Inputs inputs) {
    try {
      return new Judgement(List.of(violation(message(validation, inputs))), Optional.empty());
    } catch (Meter.OverCost e) {
      return failed("failed messageExpression: " + OVER);
    }
  }

  private static String message(Validation validation, Inputs inputs) {
    for (Expression expression : validation.messageExpression()) {
      if (expression.evaluate(inputs) instanceof Item.Text text) {
        String message = text.value().strip();
        boolean fits =
            message.getBytes(StandardCharsets.UTF_8).length <= LONGEST_MESSAGE
                && message.indexOf('\n') < 0;
        if (fits && !message.isEmpty()) {
          return message;
        }
      }
    }
    return validation.message().isEmpty()
        ? "failed expression: " + validation.expression().text().strip()
        : validation.message();
  }
}
