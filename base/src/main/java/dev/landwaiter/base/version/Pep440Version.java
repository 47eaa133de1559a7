package dev.landwaiter.base.version;

import java.util.List;
import java.util.Optional;

/// A Python version, PEP 440: numbers as digit texts, `pre` one of `a`, `b`, `rc`.
record Pep440Version(
    String epoch,
    List<String> release,
    Optional<Pre> pre,
    Optional<String> post,
    Optional<String> dev,
    List<String> local) {
  /// A pre-release mark with its number.
  record Pre(String letter, String number) {
    int compareTo(Pre other) {
      int byLetter = letter.compareTo(other.letter);
      return byLetter != 0 ? byLetter : Digits.compare(number, other.number);
    }
  }

  static Pep440Version parse(String text) throws InvalidVersionException {
    return new Pep440Parser(text).parse();
  }

  Pep440Version withoutLocal() {
    return local.isEmpty() ? this : new Pep440Version(epoch, release, pre, post, dev, List.of());
  }

  /// Epoch and release alone.
  int compareBase(Pep440Version other) {
    int byEpoch = Digits.compare(epoch, other.epoch);
    return byEpoch != 0 ? byEpoch : DottedVersion.comparePadded(release, other.release);
  }

  int compareTo(Pep440Version other) {
    int byBase = compareBase(other);
    if (byBase != 0) {
      return byBase;
    }
    int byPreRank = Integer.compare(preRank(), other.preRank());
    if (byPreRank != 0) {
      return byPreRank;
    }
    if (pre.isPresent() && other.pre.isPresent()) {
      int byPre = pre.get().compareTo(other.pre.get());
      if (byPre != 0) {
        return byPre;
      }
    }
    int byPost = compareOptional(post, other.post, -1);
    if (byPost != 0) {
      return byPost;
    }
    int byDev = compareOptional(dev, other.dev, 1);
    return byDev != 0 ? byDev : compareLocal(local, other.local);
  }

  /// A lone development release is below every pre-release, a release above.
  private int preRank() {
    if (pre.isPresent()) {
      return 0;
    }
    return post.isEmpty() && dev.isPresent() ? -1 : 1;
  }

  private static int compareOptional(Optional<String> a, Optional<String> b, int absent) {
    if (a.isPresent() && b.isPresent()) {
      return Digits.compare(a.get(), b.get());
    }
    if (a.isPresent() == b.isPresent()) {
      return 0;
    }
    return a.isPresent() ? -absent : absent;
  }

  private static int compareLocal(List<String> a, List<String> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      boolean aNumber = Digits.all(a.get(i));
      boolean bNumber = Digits.all(b.get(i));
      if (aNumber != bNumber) {
        return aNumber ? 1 : -1;
      }
      int bySegment = aNumber ? Digits.compare(a.get(i), b.get(i)) : a.get(i).compareTo(b.get(i));
      if (bySegment != 0) {
        return bySegment;
      }
    }
    return Integer.compare(a.size(), b.size());
  }
}
