package dev.landwaiter.base.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A Maven version as nested lists. A nested list is always the last item of its list, so the
/// nesting is a plain sequence of levels and no input can exhaust the stack.
record MavenVersion(List<List<MavenItem>> levels) {
  static MavenVersion parse(String text) throws InvalidVersionException {
    if (text.isBlank()) {
      throw InvalidVersionException.about("Maven version", text);
    }
    return new MavenVersion(trimmed(split(text.strip().toLowerCase(Locale.ROOT))));
  }

  private static List<List<MavenItem>> split(String text) {
    List<List<MavenItem>> levels = new ArrayList<>();
    List<MavenItem> level = new ArrayList<>();
    levels.add(level);
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' || c == '-') {
        level.add(i == start ? MavenItem.ZERO : MavenItem.of(text.substring(start, i), false));
        start = i + 1;
      } else if (i > start && Digits.digit(c) != Digits.digit(text.charAt(i - 1))) {
        level.add(MavenItem.of(text.substring(start, i), Digits.digit(c)));
        start = i;
      } else {
        continue;
      }
      if (c != '.') {
        level = new ArrayList<>();
        levels.add(level);
      }
    }
    if (start < text.length()) {
      level.add(MavenItem.of(text.substring(start), false));
    }
    return levels;
  }

  /// Every list loses its trailing null items; a list inside that is not empty does not stop it.
  private static List<List<MavenItem>> trimmed(List<List<MavenItem>> levels) {
    for (List<MavenItem> level : levels) {
      while (!level.isEmpty() && level.getLast().isNull()) {
        level.removeLast();
      }
    }
    while (levels.size() > 1 && levels.getLast().isEmpty()) {
      levels.removeLast();
    }
    return levels;
  }

  int compareTo(MavenVersion other) {
    for (int depth = 0; ; depth++) {
      if (depth == levels.size() || depth == other.levels.size()) {
        return 0;
      }
      List<MavenItem> a = levels.get(depth);
      List<MavenItem> b = other.levels.get(depth);
      for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
        int byItem = a.get(i).compareTo(b.get(i));
        if (byItem != 0) {
          return byItem;
        }
      }
      boolean aNested = depth + 1 < levels.size();
      boolean bNested = depth + 1 < other.levels.size();
      if (a.size() != b.size()) {
        return a.size() > b.size()
            ? longer(a, b.size(), depth, bNested)
            : -other.longer(b, a.size(), depth, aNested);
      }
      if (!aNested || !bNested) {
        return aNested ? againstNothing(depth + 1) : bNested ? -other.againstNothing(depth + 1) : 0;
      }
    }
  }

  /// Compares the rest of the longer list `a`, from `at` on, with the other's list or nothing.
  private int longer(List<MavenItem> a, int at, int depth, boolean otherNested) {
    if (otherNested) {
      return a.get(at).numeric() ? 1 : -1;
    }
    for (int i = at; i < a.size(); i++) {
      int byItem = a.get(i).againstNothing();
      if (byItem != 0) {
        return byItem;
      }
    }
    return againstNothing(depth + 1);
  }

  private int againstNothing(int fromDepth) {
    for (int depth = fromDepth; depth < levels.size(); depth++) {
      for (MavenItem item : levels.get(depth)) {
        int byItem = item.againstNothing();
        if (byItem != 0) {
          return byItem;
        }
      }
    }
    return 0;
  }
}
