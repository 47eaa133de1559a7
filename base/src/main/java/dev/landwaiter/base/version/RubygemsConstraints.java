package dev.landwaiter.base.version;

import java.util.List;

/// RubyGems requirements, for CocoaPods too (the class Gem::Requirement), with `||`.
public final class RubygemsConstraints implements Constraints {
  private static final List<String> OPERATORS =
      List.of("~>", "!=", ">=", "=>", "<=", "=<", "=", ">", "<");

  @Override
  public String id() {
    return "rubygems";
  }

  @Override
  public boolean matches(String constraint, String version) throws InvalidVersionException {
    RubygemsVersion candidate = RubygemsVersion.parse(version);
    return ClauseConstraints.matches(
        constraint,
        alternative -> Clause.readSome(alternative, OPERATORS, ".-"),
        clause -> holds(clause, candidate));
  }

  private static boolean holds(Clause clause, RubygemsVersion candidate)
      throws InvalidVersionException {
    RubygemsVersion operand = RubygemsVersion.parse(clause.operand());
    int sign = candidate.compareTo(operand);
    return clause.operator().equals("~>")
        ? sign >= 0 && candidate.release().compareTo(operand.bump()) < 0
        : clause.holds(sign);
  }
}
