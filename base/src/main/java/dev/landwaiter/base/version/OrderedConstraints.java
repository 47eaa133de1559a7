package dev.landwaiter.base.version;

import java.util.List;

/// Constraints of suppliers of patched system packages: comparisons in the order of the base
/// distribution, all of which must hold. Alternatives are separate texts, not part of the language.
public final class OrderedConstraints implements Constraints {
  private static final List<String> OPERATORS =
      List.of("==", "/=", "!=", ">=", "<=", "=", ">", "<");

  private final VersionOrder order;

  public OrderedConstraints(VersionOrder order) {
    this.order = order;
  }

  @Override
  public String id() {
    return order.id();
  }

  @Override
  public boolean matches(String constraint, String version) throws InvalidVersionException {
    boolean all = true;
    for (Clause clause : Clause.readSome(constraint, OPERATORS, ".-+~:_^")) {
      if (!Digits.digit(clause.operand().charAt(0))) {
        throw InvalidVersionException.about("version in a constraint", clause.operand());
      }
      all &= clause.holds(order.compare(version, clause.operand()));
    }
    return all;
  }
}
