package dev.landwaiter.rego.syntax;

import dev.landwaiter.rego.Location;
import java.util.List;
import java.util.Optional;

/// What a rule defines.
///
/// @param ref the full path of the rule inside its package, its name first
/// @param args the parameters of a function; empty for other rules
/// @param key what a multi-value rule (`contains`) holds
/// @param value what a single-value rule yields; `true` where none was written
/// @param assign whether the value was written behind `:=` (in version 1 `=` counts too)
/// @param legacyName `p` of heads `p` and (old style) `p[x]`, which the JSON form shows as `name`
public record Head(
    Ref ref,
    List<Term> args,
    Optional<Term> key,
    Optional<Term> value,
    boolean assign,
    Optional<String> legacyName,
    Location at) {
  public Head {
    args = List.copyOf(args);
  }

  /// Whether the rule gathers values into a set.
  public boolean isMultiValue() {
    return key.isPresent();
  }

  @Override
  public String toString() {
    return TermText.of(this);
  }
}
