package dev.landwaiter.base.version;

import java.util.List;
import java.util.Locale;

/// PEP 440 version specifiers, with `||` for alternatives; pre-releases always take part.
public final class Pep440Constraints implements Constraints {
  private static final List<String> OPERATORS =
      List.of("===", "~=", "==", "!=", ">=", "<=", "=", ">", "<");

  private final boolean localAware;

  /// @param localAware whether ordered operators look at the local part, as one supplier of patched
  ///   packages needs; the standard forbids it
  public Pep440Constraints(boolean localAware) {
    this.localAware = localAware;
  }

  @Override
  public String id() {
    return localAware ? "pep440-local" : "pep440";
  }

  @Override
  public boolean matches(String constraint, String version) throws InvalidVersionException {
    Pep440Version candidate = Pep440Version.parse(version);
    return ClauseConstraints.matches(
        constraint,
        alternative -> Clause.readSome(alternative, OPERATORS, ".-_+!*"),
        clause -> holds(clause, version, candidate));
  }

  private boolean holds(Clause clause, String version, Pep440Version candidate)
      throws InvalidVersionException {
    String operator = clause.operator();
    String operand = clause.operand();
    if (operator.equals("===")) {
      return operand.toLowerCase(Locale.ROOT).equals(version.strip().toLowerCase(Locale.ROOT));
    }
    boolean equality = List.of("", "=", "==", "!=").contains(operator);
    if (operand.equals("*") && equality && !operator.equals("!=")) {
      return new Clause(">=", operand).holds(candidate.compareTo(Pep440Version.parse("0.0.0")));
    }
    if (operand.endsWith(".*")) {
      Pep440Prefix prefix = Pep440Prefix.parse(operand.substring(0, operand.length() - 2));
      if (!equality) {
        throw InvalidVersionException.about("specifier", operator + operand);
      }
      return prefix.startOf(candidate) != operator.equals("!=");
    }
    Pep440Version specified = Pep440Version.parse(operand);
    boolean local = !specified.local().isEmpty();
    if (local && !equality && !localAware) {
      throw InvalidVersionException.about("specifier without a local part", operator + operand);
    }
    Pep440Version compared = local ? candidate : candidate.withoutLocal();
    int sign = compared.compareTo(specified);
    return switch (operator) {
      case "~=" -> sign >= 0 && Pep440Prefix.compatible(specified).startOf(candidate);
      case ">" -> sign > 0 && !laterOfSameBase(compared, specified);
      default -> clause.holds(sign);
    };
  }

  /// `>` means later releases, not what was published after the same release.
  private static boolean laterOfSameBase(Pep440Version candidate, Pep440Version specified) {
    boolean post = candidate.post().isPresent() && specified.post().isEmpty();
    boolean local = !candidate.local().isEmpty() && specified.local().isEmpty();
    return (post || local) && candidate.compareBase(specified) == 0;
  }
}
