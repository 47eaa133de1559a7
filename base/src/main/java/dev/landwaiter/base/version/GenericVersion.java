package dev.landwaiter.base.version;

import java.util.List;

/// A version of the generic order: any count of numbers, a pre-release, a build that is ignored.
record GenericVersion(List<String> numbers, String preRelease) {
  private static final String OTHERS = "-~";

  static GenericVersion parse(String text) throws InvalidVersionException {
    int start = text.startsWith("v") ? 1 : 0;
    int end = releaseEnd(text, start);
    int plus = text.indexOf('+', end);
    int tailEnd = plus < 0 ? text.length() : plus;
    List<String> numbers = DottedVersion.numbers(text.substring(start, end));
    String tail = text.substring(end, tailEnd);
    if (numbers.isEmpty()
        || (!tail.isEmpty() && !wellFormed(tail))
        || (plus >= 0 && !Identifiers.wellFormed(text.substring(plus + 1), OTHERS))) {
      throw InvalidVersionException.about("version", text);
    }
    boolean dashed = tail.length() > 1 && tail.charAt(0) == '-';
    return new GenericVersion(numbers, dashed ? tail.substring(1) : tail);
  }

  private static int releaseEnd(String text, int start) {
    int i = start;
    while (i < text.length() && (Digits.digit(text.charAt(i)) || text.charAt(i) == '.')) {
      i++;
    }
    return i;
  }

  static boolean wellFormed(String tail) {
    return tail.charAt(0) != '.' && Identifiers.wellFormed(tail, OTHERS);
  }

  int compareTo(GenericVersion other) {
    int byRelease = DottedVersion.comparePadded(numbers, other.numbers);
    return byRelease != 0 ? byRelease : Identifiers.comparePreRelease(preRelease, other.preRelease);
  }
}
