package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Not;
import java.util.ArrayList;
import java.util.Optional;

/// Says more about mistakes that are often made.
final class Explanation {
  private static final String ITERATION =
      "`_` stands only under `not`, which cannot iterate: say `not any_match` with a rule"
          + " `any_match if { … xs[_] … }`, or `every x in xs { not … }`";

  private Explanation() {}

  /// A wildcard that stands only under a negation: what the writer meant needs an iteration.
  static RegoError of(RegoError error, Unsafe unsafe, Compilation compilation) {
    if (!compilation.settings.explainMistakes()
        || !error.message().startsWith("var _ is unsafe")
        || !isNegated(error, unsafe)) {
      return error;
    }
    var details = new ArrayList<String>(error.details());
    details.add("hint: " + ITERATION);
    return new RegoError(error.code(), error.message(), error.location(), details, error.data());
  }

  private static boolean isNegated(RegoError error, Unsafe unsafe) {
    return unsafe.missing().stream()
        .map(Unsafe.Missing::expr)
        .filter(expr -> Optional.of(expr.at()).equals(error.location()))
        .anyMatch(Explanation::negates);
  }

  private static boolean negates(Expr expr) {
    return expr.negated() || expr.content() instanceof Not;
  }
}
