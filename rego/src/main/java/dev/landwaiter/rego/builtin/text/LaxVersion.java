package dev.landwaiter.rego.builtin.text;

import java.util.List;
import java.util.Optional;

/// A version `MAJOR.MINOR.PATCH[-PRE][+META]`, maybe behind a `v`; leading zeros and empty parts
/// are taken, as the original takes them.
record LaxVersion(long major, long minor, long patch, String pre)
    implements Comparable<LaxVersion> {
  /// Reads a version, or nothing when the text is none.
  static Optional<LaxVersion> parse(String text) {
    int start = text.startsWith("v") ? 1 : 0;
    int plus = text.indexOf('+');
    String rest = text.substring(start, plus < 0 ? text.length() : Math.max(start, plus));
    int minus = rest.indexOf('-');
    String pre = minus < 0 ? "" : rest.substring(minus + 1);
    String meta = plus < 0 ? "" : text.substring(plus + 1);
    List<String> numbers = List.of((minus < 0 ? rest : rest.substring(0, minus)).split("\\.", -1));
    if (numbers.size() != 3
        || !numbers.stream().allMatch(LaxVersion::isNumber)
        || !areIdentifiers(pre)
        || !areIdentifiers(meta)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new LaxVersion(
              Long.parseLong(numbers.get(0)),
              Long.parseLong(numbers.get(1)),
              Long.parseLong(numbers.get(2)),
              pre));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean areIdentifiers(String text) {
    return text.chars()
        .allMatch(c ->
            (c >= '0' && c <= '9')
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '-'
                || c == '.');
  }

  @Override
  public int compareTo(LaxVersion that) {
    int order = Long.compare(major, that.major);
    order = order != 0 ? order : Long.compare(minor, that.minor);
    order = order != 0 ? order : Long.compare(patch, that.patch);
    return order != 0 ? order : comparePre(pre, that.pre);
  }

  private static int comparePre(String left, String right) {
    if (left.isEmpty() || right.isEmpty()) {
      return Boolean.compare(left.isEmpty(), right.isEmpty());
    }
    String[] mine = left.split("\\.", -1);
    String[] theirs = right.split("\\.", -1);
    for (int i = 0; i < Math.min(mine.length, theirs.length); i++) {
      int order = compareIdentifier(mine[i], theirs[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(mine.length, theirs.length);
  }

  private static int compareIdentifier(String left, String right) {
    boolean mine = isNumber(left);
    boolean theirs = isNumber(right);
    if (mine != theirs) {
      return mine ? -1 : 1;
    }
    if (!mine) {
      return Integer.signum(left.compareTo(right));
    }
    String a = withoutZeros(left);
    String b = withoutZeros(right);
    return a.length() != b.length()
        ? Integer.compare(a.length(), b.length())
        : Integer.signum(a.compareTo(b));
  }

  private static String withoutZeros(String digits) {
    int start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    return digits.substring(start);
  }
}
