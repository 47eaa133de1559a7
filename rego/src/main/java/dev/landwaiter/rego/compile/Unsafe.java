package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.ErrorCode;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.syntax.Expr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Variables that expressions need and nothing binds.
final class Unsafe {
  private static final Set<String> KEYWORDS =
      Set.of("in", "every", "contains", "if", "not", "and", "or");
  static final Comparator<Location> ORDER =
      Comparator.comparing(Location::file)
          .thenComparingInt(Location::row)
          .thenComparingInt(Location::column);

  /// One expression and what it misses.
  record Missing(Expr expr, Set<String> names) {}

  private final List<Missing> missing = new ArrayList<>();

  void add(Expr expr, Set<String> names) {
    if (!names.isEmpty()) {
      missing.add(new Missing(expr, new LinkedHashSet<>(names)));
    }
  }

  void addAll(Unsafe other) {
    missing.addAll(other.missing);
  }

  boolean isEmpty() {
    return missing.isEmpty();
  }

  List<Missing> missing() {
    return missing;
  }

  /// @param rule what follows the messages, such as ` in rule p`
  List<RegoError> errors(Names names, String rule) {
    Map<String, Location> first = new LinkedHashMap<>();
    for (Missing one : missing) {
      for (String name : one.names()) {
        first.merge(name, one.expr().at(), (a, b) -> ORDER.compare(a, b) <= 0 ? a : b);
      }
    }
    var errors = new ArrayList<RegoError>();
    first.forEach((name, at) -> {
      String source = names.source(name);
      if (!Names.isGenerated(source)) {
        errors.add(error(names.shown(name), at, rule));
      }
    });
    errors.sort(Comparator.comparing(error -> error.location().orElse(Location.NONE), ORDER));
    return errors.isEmpty() ? unnamed() : errors;
  }

  static RegoError error(String name, Location at, String rule) {
    String hint =
        KEYWORDS.contains(name)
            ? " (hint: `import future.keywords." + name + "` to import a future keyword)"
            : "";
    return RegoError.of(ErrorCode.UNSAFE, "var " + name + " is unsafe" + rule + hint, at);
  }

  /// Where only names the compiler made are unsafe, they would say nothing to a reader.
  private List<RegoError> unnamed() {
    var errors = new ArrayList<RegoError>();
    var seen = new HashSet<String>();
    missing.stream()
        .sorted(Comparator.comparing(one -> one.expr().at(), ORDER))
        .forEach(one -> {
          if (seen.addAll(one.names())) {
            errors.add(RegoError.of(ErrorCode.UNSAFE, "expression is unsafe", one.expr().at()));
          }
        });
    return errors;
  }
}
