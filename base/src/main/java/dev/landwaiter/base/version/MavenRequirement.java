package dev.landwaiter.base.version;

/// Bracket requirements such as `(,1.0],[1.2,)`: sets of versions, any of which may be met.
final class MavenRequirement {
  private static final String BRACKETS = "[](),";

  private MavenRequirement() {}

  static boolean anyContains(String requirement, MavenVersion candidate)
      throws InvalidVersionException {
    String text = withoutBlanks(requirement);
    boolean any = false;
    int i = 0;
    while (true) {
      int end = setEnd(text, i);
      if (end == i) {
        throw InvalidVersionException.about("Maven requirement", requirement);
      }
      any |= contains(text.substring(i, end), candidate);
      if (end == text.length()) {
        return any;
      }
      if (text.charAt(end) != ',') {
        throw InvalidVersionException.about("Maven requirement", requirement);
      }
      i = end + 1;
    }
  }

  private static int setEnd(String text, int from) {
    int i = from;
    if (i < text.length() && opening(text.charAt(i))) {
      while (i < text.length() && text.charAt(i) != ']' && text.charAt(i) != ')') {
        i++;
      }
      return Math.min(i + 1, text.length());
    }
    while (i < text.length() && BRACKETS.indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  private static boolean contains(String set, MavenVersion candidate)
      throws InvalidVersionException {
    if (!opening(set.charAt(0))) {
      return candidate.compareTo(bound(set)) == 0;
    }
    char open = set.charAt(0);
    char close = set.charAt(set.length() - 1);
    if (set.length() < 3 || (close != ']' && close != ')')) {
      throw InvalidVersionException.about("Maven requirement", set);
    }
    String inside = set.substring(1, set.length() - 1);
    int comma = inside.indexOf(',');
    if (comma < 0) {
      if (open != '[' || close != ']') {
        throw InvalidVersionException.about("Maven requirement", set);
      }
      return candidate.compareTo(bound(inside)) == 0;
    }
    String low = inside.substring(0, comma);
    String high = inside.substring(comma + 1);
    boolean above = low.isEmpty() || above(candidate.compareTo(bound(low)), open == '[');
    boolean below = high.isEmpty() || above(-candidate.compareTo(bound(high)), close == ']');
    return above && below;
  }

  private static boolean above(int sign, boolean inclusive) {
    return sign > 0 || (sign == 0 && inclusive);
  }

  private static MavenVersion bound(String text) throws InvalidVersionException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Digits.alphanumeric(c) && "-~_.+".indexOf(c) < 0) {
        throw InvalidVersionException.about("Maven version in a requirement", text);
      }
    }
    return MavenVersion.parse(text);
  }

  private static boolean opening(char c) {
    return c == '[' || c == '(';
  }

  private static String withoutBlanks(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        kept.append(text.charAt(i));
      }
    }
    return kept.toString();
  }
}
