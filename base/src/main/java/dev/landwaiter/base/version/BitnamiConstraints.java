package dev.landwaiter.base.version;

import java.util.List;

/// Constraints on Bitnami's versions: as semver's, but without a revision every revision is meant.
public final class BitnamiConstraints implements Constraints {
  private static final List<String> OPERATORS = SemverConstraints.withUnequal();

  @Override
  public String id() {
    return "bitnami";
  }

  @Override
  public boolean matches(String constraint, String version) throws InvalidVersionException {
    DottedVersion candidate = BitnamiOrder.parse(version);
    return ClauseConstraints.matches(
        constraint,
        alternative -> Clause.read(alternative, OPERATORS, ".-+*"),
        clause -> holds(clause, candidate));
  }

  private static boolean holds(Clause clause, DottedVersion candidate)
      throws InvalidVersionException {
    PartialVersion operand = PartialVersion.parse(clause.operand());
    String revision = operand.preRelease();
    if (!revision.isEmpty() && !Digits.all(revision)) {
      throw InvalidVersionException.about("Bitnami revision", revision);
    }
    int sign =
        revision.isEmpty()
            ? operand.againstNumbers(candidate)
            : BitnamiOrder.compare(candidate, new DottedVersion(operand.numbers(), revision, ""));
    return switch (clause.operator()) {
      case "~" -> sign >= 0 && Bounds.before(candidate.numbers(), "", operand.tildeEnd());
      case "^" -> sign >= 0 && Bounds.before(candidate.numbers(), "", operand.caretEnd());
      default -> clause.holds(sign);
    };
  }
}
