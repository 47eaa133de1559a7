package dev.landwaiter.base.version;

import java.util.ArrayList;
import java.util.List;

/// The version part of a semver constraint: up to three numbers, the missing ones wildcards.
record PartialVersion(List<String> numbers, String preRelease) {
  private static final int FULL = 3;

  static PartialVersion parse(String text) throws InvalidVersionException {
    String bare = text.startsWith("v") ? text.substring(1) : text;
    int plus = bare.indexOf('+');
    String core = plus < 0 ? bare : bare.substring(0, plus);
    int dash = core.indexOf('-');
    String preRelease = dash < 0 ? "" : core.substring(dash + 1);
    String[] parts = (dash < 0 ? core : core.substring(0, dash)).split("\\.", -1);
    List<String> numbers = new ArrayList<>();
    boolean open = true;
    for (String part : parts) {
      boolean number = Digits.all(part);
      if (!number && !wildcard(part)) {
        throw InvalidVersionException.about("version in a constraint", text);
      }
      open &= number;
      if (open) {
        numbers.add(part);
      }
    }
    if (parts.length > FULL
        || (dash >= 0 && !Identifiers.wellFormed(preRelease, "-"))
        || (plus >= 0 && !Identifiers.wellFormed(bare.substring(plus + 1), "-"))) {
      throw InvalidVersionException.about("version in a constraint", text);
    }
    return new PartialVersion(List.copyOf(numbers), numbers.size() < FULL ? "" : preRelease);
  }

  static boolean wildcard(String part) {
    return part.equals("x") || part.equals("X") || part.equals("*");
  }

  boolean full() {
    return numbers.size() == FULL;
  }

  /// Sign of the version against this one; a wildcard equals everything.
  int against(DottedVersion version) {
    int byNumbers = againstNumbers(version);
    return byNumbers != 0 || !full()
        ? byNumbers
        : Identifiers.comparePreRelease(version.preRelease(), preRelease);
  }

  int againstNumbers(DottedVersion version) {
    for (int i = 0; i < numbers.size(); i++) {
      int byNumber = Digits.compare(version.numbers().get(i), numbers.get(i));
      if (byNumber != 0) {
        return byNumber;
      }
    }
    return 0;
  }

  /// The numbers of the first release that `~` does not allow; none for a lone wildcard.
  List<String> tildeEnd() {
    return Bounds.after(numbers, Math.min(numbers.size(), 2));
  }

  /// The numbers of the first release that `^` does not allow; none for a lone wildcard.
  List<String> caretEnd() {
    return Bounds.after(numbers, Bounds.firstNonZero(numbers));
  }
}
