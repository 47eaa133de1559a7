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
  static final Comparator<Location> ORDER = Unsafe::order;

  /// One expression and what it misses.
  record Missing(Expr expr, Set<String> names) {}

  private final List<Missing> missing = new ArrayList<>();

  /// Comparators of the JDK's making are linked at every start anew.
  private static int order(Location a, Location b) {
    int byFile = a.file().compareTo(b.file());
    int byRow = byFile != 0 ? byFile : Integer.compare(a.row(), b.row());
    return byRow != 0 ? byRow : Integer.compare(a.column(), b.column());
  }

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
    errors.sort(
        (a, b) -> order(a.location().orElse(Location.NONE), b.location().orElse(Location.NONE)));
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
        .sorted((a, b) -> order(a.expr().at(), b.expr().at()))
        .forEach(one -> {
          if (seen.addAll(one.names())) {
            errors.add(RegoError.of(ErrorCode.UNSAFE, "expression is unsafe", one.expr().at()));
          }
        });
    return errors;
  }
}
