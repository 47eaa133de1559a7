package dev.landwaiter.policy.input.web;

/// A word of nginx's configuration.
record NginxToken(Kind kind, String text, int from, int to) {
  enum Kind {
    END,
    WORD,
    /// With its quotes, escapes as they are written.
    QUOTED,
    /// Begins with a dollar sign.
    VARIABLE,
    SEMICOLON,
    OPENING,
    CLOSING
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  boolean isParameter() {
    return switch (kind) {
      case WORD, QUOTED, VARIABLE -> true;
      case END, SEMICOLON, OPENING, CLOSING -> false;
    };
  }
}
