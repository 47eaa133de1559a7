package dev.landwaiter.policy.gatekeeper.match;

/// A name, or a part of one with `*` at one end or both; a `*` elsewhere means itself (reference
/// 7.1).
public record NamePattern(Kind kind, String part) {
  /// Where the part has to stand.
  public enum Kind {
    WHOLE,
    BEGINNING,
    END,
    ANYWHERE
  }

  /// Reads a pattern; every text is one.
  public static NamePattern of(String text) {
    boolean begins = text.startsWith("*");
    boolean ends = text.endsWith("*");
    if (begins && ends) {
      return new NamePattern(
          Kind.ANYWHERE, text.length() < 2 ? "" : text.substring(1, text.length() - 1));
    }
    if (begins) {
      return new NamePattern(Kind.END, text.substring(1));
    }
    return ends
        ? new NamePattern(Kind.BEGINNING, text.substring(0, text.length() - 1))
        : new NamePattern(Kind.WHOLE, text);
  }

  public boolean matches(String name) {
    return switch (kind) {
      case WHOLE -> name.equals(part);
      case BEGINNING -> name.startsWith(part);
      case END -> name.endsWith(part);
      case ANYWHERE -> name.contains(part);
    };
  }

  /// Whether every name that is made from this beginning fits.
  public boolean matchesGenerated(String generateName) {
    return (kind == Kind.BEGINNING || kind == Kind.ANYWHERE) && matches(generateName);
  }
}
