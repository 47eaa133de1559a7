package dev.landwaiter.rego.ground;

import dev.landwaiter.base.value.Value;
import java.util.List;

/// One way in which a rule came to a result.
///
/// @param result the value of a complete rule, or one element of a set
/// @param looks in the order of evaluation; none when the rule did not look at `input`
public record Derivation(Value result, List<Look> looks) {
  public Derivation {
    looks = List.copyOf(looks);
  }
}
