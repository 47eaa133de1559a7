package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.Term;

/// Whether a term holds refs or comprehensions.
final class NeedsEvaluation extends Visit {
  private boolean found;

  private NeedsEvaluation() {}

  static boolean of(Term term) {
    var search = new NeedsEvaluation();
    search.term(term);
    return search.found;
  }

  @Override
  void term(Term term) {
    switch (term) {
      case Ref _, ArrayComprehension _, SetComprehension _, ObjectComprehension _ -> found = true;
      default -> super.term(term);
    }
  }
}
