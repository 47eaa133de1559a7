package dev.landwaiter.base.version;

/// The version part of a generic constraint: a version, or numbers that end in wildcards.
record GenericPattern(GenericVersion version, boolean open) {
  static GenericPattern parse(String text) throws InvalidVersionException {
    int end = text.length();
    while (endsInWildcard(text, end)) {
      end -= 2;
    }
    String kept = text.substring(0, end);
    boolean open = end < text.length();
    GenericVersion version = GenericVersion.parse(kept);
    if (open && (!version.preRelease().isEmpty() || kept.indexOf('+') >= 0)) {
      throw InvalidVersionException.about("version in a constraint", text);
    }
    return new GenericPattern(version, open);
  }

  private static boolean endsInWildcard(String text, int end) {
    return end >= 2
        && text.charAt(end - 2) == '.'
        && PartialVersion.wildcard(text.substring(end - 1, end));
  }

  /// Sign of the version against this pattern; what the wildcards stand for is equal.
  int against(GenericVersion candidate) {
    if (!open) {
      return candidate.compareTo(version);
    }
    for (int i = 0; i < version.numbers().size(); i++) {
      String number = i < candidate.numbers().size() ? candidate.numbers().get(i) : "";
      int byNumber = Digits.compare(number, version.numbers().get(i));
      if (byNumber != 0) {
        return byNumber;
      }
    }
    return 0;
  }
}
