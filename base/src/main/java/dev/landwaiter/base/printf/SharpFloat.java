package dev.landwaiter.base.printf;

/// The flag `#` of floats: always a point, and for `g` the trailing zeros.
final class SharpFloat {
  private static final int USUAL = 6;

  private SharpFloat() {}

  static String of(String text, char verb, int precision) {
    int start = text.isEmpty() || Character.isLetterOrDigit(text.charAt(0)) ? 0 : 1;
    boolean general = verb == 'g' || verb == 'G' || verb == 'x';
    int digits = !general ? 0 : precision < 0 ? USUAL : precision;
    int end = text.length();
    boolean point = false;
    boolean significant = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean hex = verb == 'x' || verb == 'X';
      if (c == '.') {
        point = true;
      } else if (c == 'p' || c == 'P' || (!hex && (c == 'e' || c == 'E'))) {
        end = i;
      } else {
        significant |= c != '0';
        digits -= significant ? 1 : 0;
      }
    }
    var out = new StringBuilder().append(text, 0, end);
    if (!point) {
      digits -= end == start + 1 && text.charAt(start) == '0' ? 1 : 0;
      out.append('.');
    }
    return out.repeat('0', Math.max(0, digits)).append(text, end, text.length()).toString();
  }
}
