package dev.landwaiter.base.version;

import java.util.List;
import java.util.Optional;

/// Every constraint language of packages, once. Those of suppliers of system packages are made from
/// an order: [OrderedConstraints].
public final class ConstraintLanguages {
  private static final List<Constraints> ALL =
      List.of(
          SemverConstraints.npm(),
          SemverConstraints.semver(),
          new BitnamiConstraints(),
          new Pep440Constraints(false),
          new Pep440Constraints(true),
          new MavenConstraints(),
          new RubygemsConstraints(),
          new GenericConstraints());

  private ConstraintLanguages() {}

  /// All languages; the list cannot be changed.
  public static List<Constraints> all() {
    return ALL;
  }

  /// The language with this id, such as `pep440`.
  public static Optional<Constraints> byId(String id) {
    return ALL.stream().filter(language -> language.id().equals(id)).findFirst();
  }
}
