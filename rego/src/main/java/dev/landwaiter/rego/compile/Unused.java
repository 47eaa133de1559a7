package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.ErrorCode;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Expr;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds variables that a body declares and nothing uses.
final class Unused {
  private final Scopes scopes;
  private final List<RegoError> errors;

  Unused(Scopes scopes, List<RegoError> errors) {
    this.scopes = scopes;
    this.errors = errors;
  }

  /// @param strict whether assigned variables count too, not only declared ones
  void check(Body source, Body result, Set<String> used, boolean strict) {
    var outside = new HashSet<String>(used);
    used.forEach(name -> outside.add(scopes.declared(name).orElse(name)));
    if (strict && errors.isEmpty()) {
      for (Map.Entry<String, String> entry : scopes.of(Scopes.Occurrence.ASSIGNED)) {
        String name = entry.getValue();
        if (!name.startsWith("$") && scopes.count(name) <= 1 && !outside.contains(entry.getKey())) {
          error(place(result, entry.getKey()), "assigned var " + name + " unused");
        }
      }
    }
    if (errors.isEmpty()) {
      declared(source, result, outside);
    }
  }

  private void declared(Body source, Body result, Set<String> outside) {
    Set<String> inside = Variables.of(result);
    for (Map.Entry<String, String> entry : scopes.of(Scopes.Occurrence.DECLARED)) {
      String name = entry.getValue();
      if (!inside.contains(entry.getKey())
          && !outside.contains(entry.getKey())
          && !name.startsWith("$")
          && !Names.isGenerated(name)) {
        Location at =
            source.expressions().stream()
                .filter(expr -> Declared.in(expr).contains(name))
                .findFirst()
                .orElse(source.expressions().getFirst())
                .at();
        error(at, "declared var " + name + " unused");
      }
    }
  }

  private static Location place(Body result, String generated) {
    return result.expressions().stream()
        .filter(expr -> Variables.of(expr).contains(generated))
        .findFirst()
        .map(Expr::at)
        .orElse(result.expressions().getFirst().at());
  }

  private void error(Location at, String message) {
    errors.add(RegoError.of(ErrorCode.COMPILE, message, at));
  }
}
