package dev.landwaiter.base.version;

import java.util.ArrayList;
import java.util.List;

/// A RubyGems version as its segments: runs of digits and runs of letters, as written.
record RubygemsVersion(List<String> segments) {
  static RubygemsVersion parse(String version) throws InvalidVersionException {
    String text = version.strip();
    if (text.isEmpty()) {
      return new RubygemsVersion(List.of("0"));
    }
    if (!wellFormed(text)) {
      throw InvalidVersionException.about("RubyGems version", version);
    }
    String plain = text.replace("-", ".pre.");
    List<String> segments = new ArrayList<>();
    int i = 0;
    while (i < plain.length()) {
      int start = i;
      if (Digits.digit(plain.charAt(i))) {
        i = Digits.run(plain, i, plain.length());
      } else {
        while (i < plain.length() && Digits.letter(plain.charAt(i))) {
          i++;
        }
      }
      if (i > start) {
        segments.add(plain.substring(start, i));
      } else {
        i++;
      }
    }
    return new RubygemsVersion(List.copyOf(segments));
  }

  private static boolean wellFormed(String text) {
    int dash = text.indexOf('-');
    String release = dash < 0 ? text : text.substring(0, dash);
    int dot = release.indexOf('.');
    String first = dot < 0 ? release : release.substring(0, dot);
    return Digits.all(first)
        && Identifiers.wellFormed(release, "")
        && (dash < 0 || Identifiers.wellFormed(text.substring(dash + 1), "-"));
  }

  int compareTo(RubygemsVersion other) {
    List<String> a = canonical();
    List<String> b = other.canonical();
    for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
      int bySegment = compareSegment(i < a.size() ? a.get(i) : "0", i < b.size() ? b.get(i) : "0");
      if (bySegment != 0) {
        return bySegment;
      }
    }
    return 0;
  }

  /// The leading numbers: what is left without the pre-release.
  RubygemsVersion release() {
    return new RubygemsVersion(segments.subList(0, numbers()));
  }

  /// The first release above everything `~>` allows.
  RubygemsVersion bump() {
    List<String> kept = new ArrayList<>(release().segments);
    if (kept.size() > 1) {
      kept.removeLast();
    }
    kept.set(kept.size() - 1, Digits.next(kept.getLast()));
    return new RubygemsVersion(kept);
  }

  private List<String> canonical() {
    int numbers = numbers();
    List<String> canonical = new ArrayList<>(withoutZeros(segments.subList(0, numbers)));
    canonical.addAll(withoutZeros(segments.subList(numbers, segments.size())));
    return canonical;
  }

  private static List<String> withoutZeros(List<String> part) {
    int end = part.size();
    while (end > 0 && Digits.all(part.get(end - 1)) && Digits.zero(part.get(end - 1))) {
      end--;
    }
    return part.subList(0, end);
  }

  private int numbers() {
    int i = 0;
    while (i < segments.size() && Digits.all(segments.get(i))) {
      i++;
    }
    return i;
  }

  private static int compareSegment(String a, String b) {
    boolean aNumber = Digits.all(a);
    boolean bNumber = Digits.all(b);
    if (aNumber != bNumber) {
      return aNumber ? 1 : -1;
    }
    return aNumber ? Digits.compare(a, b) : a.compareTo(b);
  }
}
