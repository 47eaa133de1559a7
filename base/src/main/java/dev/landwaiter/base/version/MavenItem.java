package dev.landwaiter.base.version;

/// One number or qualifier of a Maven version; aliases are resolved.
record MavenItem(String text, boolean numeric) {
  static final MavenItem ZERO = new MavenItem("0", true);
  private static final int RELEASE = 5;

  static MavenItem of(String piece, boolean beforeDigit) {
    if (Digits.digit(piece.charAt(0))) {
      return new MavenItem(piece, true);
    }
    return new MavenItem(canonical(piece, beforeDigit), false);
  }

  private static String canonical(String piece, boolean beforeDigit) {
    return switch (piece) {
      case "a" -> beforeDigit ? "alpha" : piece;
      case "b" -> beforeDigit ? "beta" : piece;
      case "m" -> beforeDigit ? "milestone" : piece;
      case "ga", "final", "release" -> "";
      case "cr" -> "rc";
      default -> piece;
    };
  }

  boolean isNull() {
    return numeric ? Digits.zero(text) : text.isEmpty();
  }

  int compareTo(MavenItem other) {
    if (numeric != other.numeric) {
      return numeric ? 1 : -1;
    }
    if (numeric) {
      return Digits.compare(text, other.text);
    }
    int byRank = Integer.compare(rank(), other.rank());
    return byRank != 0 || rank() <= RELEASE + 1 ? byRank : text.compareTo(other.text);
  }

  int againstNothing() {
    if (numeric) {
      return isNull() ? 0 : 1;
    }
    return Integer.compare(rank(), RELEASE);
  }

  private int rank() {
    return switch (text) {
      case "alpha" -> 0;
      case "beta" -> 1;
      case "milestone" -> 2;
      case "rc" -> 3;
      case "snapshot" -> 4;
      case "" -> RELEASE;
      case "sp" -> RELEASE + 1;
      default -> RELEASE + 2;
    };
  }
}
