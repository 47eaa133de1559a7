package dev.landwaiter.base.version;

import java.util.ArrayList;
import java.util.List;

/// A version of the shape `1.2.3-pre+build`: numbers as digit texts, the rest empty when absent.
record DottedVersion(List<String> numbers, String preRelease, String build) {
  /// Reads the shape; how many numbers are fitting is the caller's business.
  ///
  /// @param name what the text should have been, for the message
  /// @throws InvalidVersionException when the text has another shape
  static DottedVersion parse(String text, String name) throws InvalidVersionException {
    int plus = text.indexOf('+');
    String build = plus < 0 ? "" : text.substring(plus + 1);
    String core = plus < 0 ? text : text.substring(0, plus);
    int dash = core.indexOf('-');
    String preRelease = dash < 0 ? "" : core.substring(dash + 1);
    List<String> numbers = numbers(dash < 0 ? core : core.substring(0, dash));
    if (numbers.isEmpty()
        || (plus >= 0 && !Identifiers.wellFormed(build, "-"))
        || (dash >= 0 && !Identifiers.wellFormed(preRelease, "-"))) {
      throw InvalidVersionException.about(name, text);
    }
    return new DottedVersion(numbers, preRelease, build);
  }

  /// The numbers of a text such as `1.02.3`, or none when it is not that.
  static List<String> numbers(String text) {
    List<String> numbers = new ArrayList<>();
    int from = 0;
    while (from <= text.length()) {
      int dot = text.indexOf('.', from);
      int end = dot < 0 ? text.length() : dot;
      if (!Digits.all(text, from, end)) {
        return List.of();
      }
      numbers.add(text.substring(from, end));
      from = end + 1;
    }
    return List.copyOf(numbers);
  }

  /// Compares lists of numbers; a missing number is 0.
  static int comparePadded(List<String> a, List<String> b) {
    for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
      int byNumber = Digits.compare(i < a.size() ? a.get(i) : "", i < b.size() ? b.get(i) : "");
      if (byNumber != 0) {
        return byNumber;
      }
    }
    return 0;
  }

  /// Compares lists of numbers; of two with the same start the shorter is older.
  static int compareLists(List<String> a, List<String> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int byNumber = Digits.compare(a.get(i), b.get(i));
      if (byNumber != 0) {
        return byNumber;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  /// Semantic Versioning's precedence: numbers, then pre-release; the build does not count.
  int compareTo(DottedVersion other) {
    int byNumbers = comparePadded(numbers, other.numbers);
    return byNumbers != 0 ? byNumbers : Identifiers.comparePreRelease(preRelease, other.preRelease);
  }

  /// Whether a number of the release or pre-release has leading zeros.
  boolean padded() {
    return numbers.stream().anyMatch(number -> number.length() > 1 && number.charAt(0) == '0')
        || Identifiers.paddedNumber(preRelease);
  }
}
