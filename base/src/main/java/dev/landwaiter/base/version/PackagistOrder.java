package dev.landwaiter.base.version;

import java.util.ArrayList;
import java.util.List;

/// The order of Composer packages on Packagist: PHP's `version_compare`, to which only `rc` may be
/// in capitals; other words in capitals are words it does not know.
public final class PackagistOrder implements VersionOrder {
  private static final int RELEASE = 4;

  @Override
  public String id() {
    return "packagist";
  }

  @Override
  public int compare(String left, String right) throws InvalidVersionException {
    List<String> a = parts(left);
    List<String> b = parts(right);
    for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
      int byPart;
      if (i >= a.size()) {
        byPart = -againstEnd(b.get(i));
      } else if (i >= b.size()) {
        byPart = againstEnd(a.get(i));
      } else {
        byPart = comparePart(a.get(i), b.get(i));
      }
      if (byPart != 0) {
        return byPart;
      }
    }
    return 0;
  }

  @Override
  public boolean valid(String version) {
    return !split(version).isEmpty();
  }

  private static List<String> parts(String text) throws InvalidVersionException {
    List<String> parts = split(text);
    if (parts.isEmpty()) {
      throw InvalidVersionException.about("Packagist version", text);
    }
    return parts;
  }

  private static List<String> split(String version) {
    boolean prefixed =
        version.length() > 1
            && (version.charAt(0) == 'v' || version.charAt(0) == 'V')
            && Digits.digit(version.charAt(1));
    List<String> parts = new ArrayList<>();
    int i = prefixed ? 1 : 0;
    while (i < version.length()) {
      int start = i;
      if (Digits.digit(version.charAt(i))) {
        i = Digits.run(version, i, version.length());
      } else {
        while (i < version.length() && word(version.charAt(i))) {
          i++;
        }
      }
      if (i > start) {
        parts.add(version.substring(start, i));
      } else {
        i++;
      }
    }
    return parts;
  }

  private static boolean word(char c) {
    return !Digits.digit(c) && ".-_+".indexOf(c) < 0;
  }

  private static int comparePart(String a, String b) {
    boolean aNumber = Digits.digit(a.charAt(0));
    boolean bNumber = Digits.digit(b.charAt(0));
    if (aNumber && bNumber) {
      return Digits.compare(a, b);
    }
    return Integer.compare(aNumber ? RELEASE : rank(a), bNumber ? RELEASE : rank(b));
  }

  private static int againstEnd(String part) {
    return Digits.digit(part.charAt(0)) ? 1 : Integer.compare(rank(part), RELEASE);
  }

  /// PHP looks at how the word starts; one it does not know is below all.
  private static int rank(String word) {
    if (word.startsWith("dev")) {
      return 0;
    }
    if (word.startsWith("a")) {
      return 1;
    }
    if (word.startsWith("b")) {
      return 2;
    }
    if (word.startsWith("rc") || word.startsWith("RC")) {
      return 3;
    }
    return word.startsWith("p") ? RELEASE + 1 : -1;
  }
}
