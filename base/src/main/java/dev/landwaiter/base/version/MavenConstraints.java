package dev.landwaiter.base.version;

import java.util.List;

/// Maven's constraints: comparisons first, else bracket requirements as in a POM (`[1.0,2.0)`,
/// Maven's POM reference, "Dependency Version Requirement Specification").
public final class MavenConstraints implements Constraints {
  private static final List<String> OPERATORS =
      List.of("==", "!=", ">=", "=>", "<=", "=<", "=", ">", "<");

  @Override
  public String id() {
    return "maven";
  }

  @Override
  public boolean matches(String constraint, String version) throws InvalidVersionException {
    MavenVersion candidate = MavenVersion.parse(version);
    boolean any = false;
    for (String alternative : Clause.alternatives(constraint)) {
      any |= alternative(alternative, candidate);
    }
    return any;
  }

  private static boolean alternative(String text, MavenVersion candidate)
      throws InvalidVersionException {
    if (text.indexOf('[') >= 0 || text.indexOf('(') >= 0) {
      return MavenRequirement.anyContains(text, candidate);
    }
    boolean all = true;
    for (Clause clause : Clause.readSome(text, OPERATORS, "-~_.+")) {
      all &= clause.holds(candidate.compareTo(MavenVersion.parse(clause.operand())));
    }
    return all;
  }
}
