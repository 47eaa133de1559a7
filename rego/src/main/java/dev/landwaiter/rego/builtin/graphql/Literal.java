package dev.landwaiter.rego.builtin.graphql;

/// The kinds of values in a document; with the numbers shown as `Kind`.
enum Literal {
  VARIABLE(0),
  INT(1),
  FLOAT(2),
  STRING(3),
  BLOCK(4),
  BOOLEAN(5),
  NULL(6),
  ENUM(7),
  LIST(8),
  OBJECT(9);

  private final int number;

  Literal(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /// The kind with a number; a number nobody has counts as that of variables.
  static Literal of(int number) {
    for (Literal literal : values()) {
      if (literal.number == number) {
        return literal;
      }
    }
    return VARIABLE;
  }
}
