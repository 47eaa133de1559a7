package dev.landwaiter.base.version;

/// The order of Debian packages: epoch, upstream version, revision (deb-version(7)).
public final class DebOrder implements VersionOrder {
  @Override
  public String id() {
    return "deb";
  }

  @Override
  public int compare(String left, String right) throws InvalidVersionException {
    String a = checked(left);
    String b = checked(right);
    int aColon = a.indexOf(':');
    int bColon = b.indexOf(':');
    int byEpoch = Digits.compare(a, 0, Math.max(aColon, 0), b, 0, Math.max(bColon, 0));
    if (byEpoch != 0) {
      return byEpoch;
    }
    int aEnd = upstreamEnd(a);
    int bEnd = upstreamEnd(b);
    int byUpstream = compareParts(a, aColon + 1, aEnd, b, bColon + 1, bEnd);
    if (byUpstream != 0) {
      return byUpstream;
    }
    return compareParts(
        a,
        Math.min(aEnd + 1, a.length()),
        a.length(),
        b,
        Math.min(bEnd + 1, b.length()),
        b.length());
  }

  @Override
  public boolean valid(String version) {
    return wellFormed(version.strip());
  }

  private static String checked(String version) throws InvalidVersionException {
    String text = version.strip();
    if (!wellFormed(text)) {
      throw InvalidVersionException.about("Debian version", version);
    }
    return text;
  }

  private static boolean wellFormed(String text) {
    int colon = text.indexOf(':');
    int start = colon + 1;
    int end = upstreamEnd(text);
    if (colon >= 0 && !Digits.all(text, 0, colon)) {
      return false;
    }
    if (start >= end || !Digits.digit(text.charAt(start))) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (!Digits.alphanumeric(text.charAt(i)) && ".-+~:_".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    for (int i = end + 1; i < text.length(); i++) {
      if (!Digits.alphanumeric(text.charAt(i)) && "+.~_".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static int upstreamEnd(String text) {
    int dash = text.lastIndexOf('-');
    return dash < 0 ? text.length() : dash;
  }

  private static int compareParts(String a, int aFrom, int aEnd, String b, int bFrom, int bEnd) {
    int i = aFrom;
    int k = bFrom;
    while (i < aEnd || k < bEnd) {
      while (startsText(a, i, aEnd) || startsText(b, k, bEnd)) {
        int byWeight = Integer.compare(weight(a, i, aEnd), weight(b, k, bEnd));
        if (byWeight != 0) {
          return byWeight;
        }
        i++;
        k++;
      }
      int aRun = Digits.run(a, i, aEnd);
      int bRun = Digits.run(b, k, bEnd);
      int byNumber = Digits.compare(a, i, aRun, b, k, bRun);
      if (byNumber != 0) {
        return byNumber;
      }
      i = aRun;
      k = bRun;
    }
    return 0;
  }

  private static boolean startsText(String text, int i, int end) {
    return i < end && !Digits.digit(text.charAt(i));
  }

  private static int weight(String text, int i, int end) {
    if (!startsText(text, i, end)) {
      return 0;
    }
    char c = text.charAt(i);
    if (c == '~') {
      return -1;
    }
    return Digits.letter(c) ? c : c + 256;
  }
}
