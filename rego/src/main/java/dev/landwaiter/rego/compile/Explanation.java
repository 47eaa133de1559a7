package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Not;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says more about mistakes that are often made.
final class Explanation {
  private static final String ANY = "[_]";

  private Explanation() {}

  /// A wildcard that stands only under a negation: what the writer meant needs an iteration.
  static RegoError of(RegoError error, Unsafe unsafe, boolean wanted) {
    if (!wanted || !error.message().startsWith("var _ is unsafe")) {
      return error;
    }
    Optional<Expr> negation =
        unsafe.missing().stream()
            .map(Unsafe.Missing::expr)
            .filter(expr -> Optional.of(expr.at()).equals(error.location()))
            .filter(expr -> expr.negated() || expr.content() instanceof Not)
            .findFirst();
    if (negation.isEmpty()) {
      return error;
    }
    var details = new ArrayList<String>(error.details());
    details.addAll(lines(negation.get()));
    return new RegoError(error.code(), error.message(), error.location(), details, error.data());
  }

  private static List<String> lines(Expr expr) {
    String source = expr.at().text();
    Optional<String> iterated =
        iterations(expr).stream()
            .map(ref -> ref.at().text())
            .filter(text -> text.endsWith(ANY) && source.contains(text))
            .findFirst();
    if (iterated.isEmpty()) {
      return List.of("hint: `_` stands only under `not`, where nothing chooses a value for it");
    }
    String collection = iterated.get().substring(0, iterated.get().length() - ANY.length());
    String single = source.replace(iterated.get(), "x");
    return List.of(
        "hint: `" + iterated.get() + "` stands only under `not`, where nothing chooses an element",
        "hint: to say it of every element: every x in " + collection + " { " + single + " }",
        "hint: to say it of some element: some x in " + collection + "; " + single);
  }

  private static List<Ref> iterations(Expr expr) {
    var found = new ArrayList<Ref>();
    new Visit() {
      @Override
      void term(Term term) {
        if (term instanceof Ref ref
            && ref.parts().getLast() instanceof Variable last
            && last.isWildcard()) {
          found.add(ref);
        }
        super.term(term);
      }
    }.expr(expr);
    return found;
  }
}
