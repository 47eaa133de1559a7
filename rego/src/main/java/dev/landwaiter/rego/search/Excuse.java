package dev.landwaiter.rego.search;

import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Not;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import java.util.List;
import java.util.Locale;

/// Tells expressions such as `not is_exempt(container)`, which say that no exemption holds, from
/// those that find something wrong; by the names people give to such rules.
final class Excuse {
  private static final List<String> NAMES =
      List.of("exempt", "exclu", "except", "ignore", "skip", "waive", "is_update");

  private Excuse() {}

  static boolean is(Expr expr) {
    if (expr.content() instanceof Not not) {
      return not.body().expressions().stream().anyMatch(Excuse::names);
    }
    return expr.negated() && names(expr);
  }

  private static boolean names(Expr expr) {
    return switch (expr.content()) {
      case Call call -> names(call.operator()) || call.arguments().stream().anyMatch(Excuse::ref);
      case Ref ref -> names(ref);
      default -> false;
    };
  }

  private static boolean ref(Object term) {
    return term instanceof Ref ref && names(ref);
  }

  private static boolean names(Ref ref) {
    if (ref.parts().size() < 2 || !ref.head().toString().equals("data")) {
      return false;
    }
    for (var part : ref.parts().reversed()) {
      if (part instanceof Scalar scalar && !scalar.value().asText().isEmpty()) {
        String name = scalar.value().asText().toLowerCase(Locale.ROOT);
        return NAMES.stream().anyMatch(name::contains);
      }
    }
    return false;
  }
}
