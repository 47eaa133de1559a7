package dev.landwaiter.policy.input.hcl;

/// A word of HCL 1.
///
/// @param text as it is written, or decoded when it is a text
record Hcl1Token(Kind kind, String text, int from, int to) {
  enum Kind {
    END,
    NAME,
    INTEGER,
    FLOAT,
    BOOLEAN,
    TEXT,
    OPENING_BRACE,
    CLOSING_BRACE,
    OPENING_BRACKET,
    CLOSING_BRACKET,
    COMMA,
    ASSIGNMENT,
    OTHER
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  boolean isLiteral() {
    return switch (kind) {
      case INTEGER, FLOAT, BOOLEAN, TEXT -> true;
      case END,
          NAME,
          OPENING_BRACE,
          CLOSING_BRACE,
          OPENING_BRACKET,
          CLOSING_BRACKET,
          COMMA,
          ASSIGNMENT,
          OTHER ->
          false;
    };
  }
}
