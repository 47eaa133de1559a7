package dev.landwaiter.scan;

import dev.landwaiter.base.finding.Relationship;
import java.util.Set;

/// Which packages are looked at.
///
/// @param system whether those of the distribution are
/// @param languages whether those of languages are
public record PackageSelection(boolean system, boolean languages, Set<Relationship> relationships) {
  public static final PackageSelection ALL =
      new PackageSelection(true, true, Set.of(Relationship.values()));
}
