package dev.landwaiter.base.version;

/// RPM's comparison of two versions or two releases, segment by segment.
final class RpmSegments {
  private RpmSegments() {}

  static int compare(String a, int aFrom, int aEnd, String b, int bFrom, int bEnd) {
    int i = aFrom;
    int k = bFrom;
    while (true) {
      i = skipSeparators(a, i, aEnd);
      k = skipSeparators(b, k, bEnd);
      boolean aTilde = at(a, i, aEnd, '~');
      boolean bTilde = at(b, k, bEnd, '~');
      if (aTilde && bTilde) {
        i++;
        k++;
        continue;
      }
      if (aTilde || bTilde) {
        return aTilde ? -1 : 1;
      }
      boolean aCaret = at(a, i, aEnd, '^');
      boolean bCaret = at(b, k, bEnd, '^');
      if (aCaret && bCaret) {
        i++;
        k++;
        continue;
      }
      if (aCaret) {
        return k == bEnd ? 1 : -1;
      }
      if (bCaret) {
        return i == aEnd ? -1 : 1;
      }
      if (i == aEnd || k == bEnd) {
        return Boolean.compare(i < aEnd, k < bEnd);
      }
      boolean digits = Digits.digit(a.charAt(i));
      if (digits != Digits.digit(b.charAt(k))) {
        return digits ? 1 : -1;
      }
      int aRun = digits ? Digits.run(a, i, aEnd) : letters(a, i, aEnd);
      int bRun = digits ? Digits.run(b, k, bEnd) : letters(b, k, bEnd);
      int bySegment =
          digits ? Digits.compare(a, i, aRun, b, k, bRun) : text(a, i, aRun, b, k, bRun);
      if (bySegment != 0) {
        return bySegment;
      }
      i = aRun;
      k = bRun;
    }
  }

  private static boolean at(String text, int i, int end, char wanted) {
    return i < end && text.charAt(i) == wanted;
  }

  private static int skipSeparators(String text, int from, int end) {
    int i = from;
    while (i < end && !Digits.alphanumeric(text.charAt(i)) && "~^".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  private static int letters(String text, int from, int end) {
    int i = from;
    while (i < end && Digits.letter(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static int text(String a, int aFrom, int aEnd, String b, int bFrom, int bEnd) {
    int i = aFrom;
    int k = bFrom;
    for (; i < aEnd && k < bEnd; i++, k++) {
      int byLetter = Character.compare(a.charAt(i), b.charAt(k));
      if (byLetter != 0) {
        return byLetter;
      }
    }
    return Integer.compare(aEnd - i, bEnd - k);
  }
}
