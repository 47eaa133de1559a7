package dev.landwaiter.rego.search;

import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import java.util.List;

/// One branch of one definition of a rule.
///
/// @param path its full path from `data`
/// @param value what it yields: the value, or the key of a multi-value rule
record Clause(Rule rule, Ref path, Block block, List<Term> arguments, Term value) {
  boolean isMultiValue() {
    return rule.head().isMultiValue();
  }

  boolean isGround() {
    for (int i = 1; i < path.parts().size(); i++) {
      if (!(path.parts().get(i) instanceof Scalar)) {
        return false;
      }
    }
    return true;
  }
}
