package dev.landwaiter.dockerfile.stage;

import java.util.ArrayList;
import java.util.List;

/// The patterns of `${name#pattern}` and its kin: `*` is any text, `?` any one character.
///
/// Pieces between stars are looked for from left to right, so a match takes at most as many steps
/// as the product of both lengths; the file's effort bounds that.
final class Wildcards {
  private static final char ANY = 0xFFFF;

  /// What stands between the stars, `?` as [#ANY]; one piece where there is no star.
  private final List<String> pieces;

  private final Effort effort;

  private Wildcards(List<String> pieces, Effort effort) {
    this.pieces = pieces;
    this.effort = effort;
  }

  static Wildcards read(String pattern, Effort effort) throws BadWordException {
    List<String> pieces = new ArrayList<>();
    var piece = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      switch (c) {
        case '*' -> {
          pieces.add(piece.toString());
          piece.setLength(0);
        }
        case '?' -> piece.append(ANY);
        case '\\' -> {
          i++;
          char next = i < pattern.length() ? pattern.charAt(i) : ' ';
          if ("*?\\}/".indexOf(next) < 0) {
            throw new BadWordException("The pattern '" + pattern + "' has no such escape");
          }
          piece.append(next);
        }
        default -> piece.append(c);
      }
    }
    pieces.add(piece.toString());
    return new Wildcards(pieces, effort);
  }

  /// Without the shortest prefix that matches; a pattern that begins with `#` means the longest.
  static String withoutPrefix(String value, String pattern, Effort effort) throws BadWordException {
    boolean longest = pattern.startsWith("#");
    int end = read(longest ? pattern.substring(1) : pattern, effort).end(value, 0, longest);
    return end < 0 ? value : value.substring(end);
  }

  /// Without the shortest suffix that matches; a pattern that begins with `%` means the longest.
  static String withoutSuffix(String value, String pattern, Effort effort) throws BadWordException {
    boolean longest = pattern.startsWith("%");
    Wildcards forward = read(longest ? pattern.substring(1) : pattern, effort);
    List<String> turned = new ArrayList<>();
    for (String piece : forward.pieces.reversed()) {
      turned.add(reversed(piece));
    }
    int end = new Wildcards(turned, effort).end(reversed(value), 0, longest);
    return end < 0 ? value : value.substring(0, value.length() - end);
  }

  private static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  /// With the first, or every, longest match replaced.
  String replace(String value, String replacement, boolean all) throws BadWordException {
    var text = new StringBuilder();
    int from = 0;
    int copied = 0;
    while (from <= value.length()) {
      int start = start(value, from);
      int end = start < 0 ? -1 : end(value, start, true);
      if (end < 0) {
        break;
      }
      boolean behindMatch = end == start && start == copied && copied > 0;
      if (!behindMatch) {
        text.append(value, copied, start).append(replacement);
        copied = end;
      }
      if (text.length() > Expander.MAX_TEXT) {
        throw new BadWordException(
            "The text becomes longer than " + Expander.MAX_TEXT + " characters");
      }
      from = end == start ? end + 1 : end;
      if (!all) {
        break;
      }
    }
    return text.append(value, copied, value.length()).toString();
  }

  private int start(String value, int from) throws BadWordException {
    return pieces.size() > 1 && pieces.getFirst().isEmpty()
        ? from
        : find(value, pieces.getFirst(), from);
  }

  /// Where a match that begins at `from` ends, or -1.
  private int end(String value, int from, boolean longest) throws BadWordException {
    String first = pieces.getFirst();
    if (!fits(value, first, from)) {
      return -1;
    }
    int at = from + first.length();
    for (int i = 1; i < pieces.size(); i++) {
      String piece = pieces.get(i);
      int found =
          longest && i == pieces.size() - 1 ? last(value, piece, at) : find(value, piece, at);
      if (found < 0) {
        return -1;
      }
      at = found + piece.length();
    }
    return at;
  }

  private int find(String value, String piece, int from) throws BadWordException {
    for (int at = from; at + piece.length() <= value.length(); at++) {
      if (fits(value, piece, at)) {
        return at;
      }
    }
    return -1;
  }

  private int last(String value, String piece, int from) throws BadWordException {
    for (int at = value.length() - piece.length(); at >= from; at--) {
      if (fits(value, piece, at)) {
        return at;
      }
    }
    return -1;
  }

  private boolean fits(String value, String piece, int at) throws BadWordException {
    if (at + piece.length() > value.length()) {
      return false;
    }
    int i = 0;
    while (i < piece.length()
        && (piece.charAt(i) == ANY || piece.charAt(i) == value.charAt(at + i))) {
      i++;
    }
    effort.compare(i + 1);
    return i == piece.length();
  }
}
