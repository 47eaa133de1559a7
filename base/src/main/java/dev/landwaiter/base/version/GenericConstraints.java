package dev.landwaiter.base.version;

import java.util.List;

/// Constraints on the tolerant order, with wildcards as components.
public final class GenericConstraints implements Constraints {
  private static final List<String> OPERATORS =
      List.of("~>", "==", "!=", ">=", "=>", "<=", "=<", "=", ">", "<", "~", "^");

  @Override
  public String id() {
    return "generic";
  }

  @Override
  public boolean matches(String constraint, String version) throws InvalidVersionException {
    GenericVersion candidate = GenericVersion.parse(version);
    return ClauseConstraints.matches(
        constraint,
        alternative -> Clause.readSome(alternative, OPERATORS, ".-~+*"),
        clause -> holds(clause, candidate));
  }

  private static boolean holds(Clause clause, GenericVersion candidate)
      throws InvalidVersionException {
    GenericPattern operand = GenericPattern.parse(clause.operand());
    int sign = operand.against(candidate);
    List<String> numbers = operand.version().numbers();
    int size = numbers.size();
    return switch (clause.operator()) {
      case "~>" -> sign >= 0 && before(candidate, Bounds.after(numbers, Math.max(size - 1, 1)));
      case "~" -> sign >= 0 && before(candidate, Bounds.after(numbers, Math.min(size, 2)));
      case "^" ->
          sign >= 0 && before(candidate, Bounds.after(numbers, Bounds.firstNonZero(numbers)));
      default -> clause.holds(sign);
    };
  }

  private static boolean before(GenericVersion candidate, List<String> bound) {
    return Bounds.before(candidate.numbers(), candidate.preRelease(), bound);
  }
}
