package dev.landwaiter.rego.builtin.pattern;

/// A pattern without anything special but `^` in front and `$` behind, which needs no automaton.
record PlainPattern(boolean isPlain, boolean atStart, boolean atEnd, String text) {
  private static final String SPECIAL = "\\.+*?()|[]{}^$";

  static PlainPattern of(String pattern) {
    boolean start = pattern.startsWith("^");
    boolean end = pattern.length() > (start ? 1 : 0) && pattern.endsWith("$");
    String text = pattern.substring(start ? 1 : 0, pattern.length() - (end ? 1 : 0));
    boolean plain = text.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0);
    return new PlainPattern(plain, start, end, text);
  }

  boolean finds(String searched) {
    if (atStart) {
      return atEnd ? searched.equals(text) : searched.startsWith(text);
    }
    return atEnd ? searched.endsWith(text) : searched.contains(text);
  }
}
