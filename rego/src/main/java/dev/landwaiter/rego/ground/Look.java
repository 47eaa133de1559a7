package dev.landwaiter.rego.ground;

import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.List;

/// One look at a place of `input`.
///
/// @param path the deepest place that exists on the way to what was asked for
/// @param missing the keys asked for below it that are not there; none when all are
/// @param role what the expression that looked was for
/// @param order the number of the expression among those that tested, from 1; later is larger
/// @param distance how many computations lie between the place and what was looked at, from 0
/// @param excused whether the expression only said that no exemption holds
public record Look(
    List<Value> path, List<Value> missing, Role role, int order, int distance, boolean excused) {
  public Look {
    path = List.copyOf(path);
    missing = List.copyOf(missing);
  }

  /// What an expression is for.
  public enum Role {
    /// Without it the rule would always hold.
    TEST,
    /// Gives a name to what tests look at.
    NAME,
    /// Only makes the text of the result.
    TELL
  }

  /// The whole path asked for.
  public List<Value> asked() {
    var all = new ArrayList<>(path);
    all.addAll(missing);
    return all;
  }
}
