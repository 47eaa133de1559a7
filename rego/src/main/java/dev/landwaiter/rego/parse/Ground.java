package dev.landwaiter.rego.parse;

import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.Term;

/// Terms without variables.
final class Ground {
  private Ground() {}

  static boolean is(Term term) {
    return switch (term) {
      case Scalar _ -> true;
      case Ref ref -> ref.isGround();
      case ArrayTerm array -> array.elements().stream().allMatch(Ground::is);
      case SetTerm set -> set.elements().stream().allMatch(Ground::is);
      case ObjectTerm object ->
          object.entries().stream().allMatch(entry -> is(entry.key()) && is(entry.value()));
      default -> false;
    };
  }
}
