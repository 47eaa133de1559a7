package dev.landwaiter.policy.input;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.text.Span;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The characters of one file, and the lines and columns of its offsets.
public final class SourceText {
  private final String where;
  private final String text;
  private int @Nullable [] lineStarts;
  private int @Nullable [] pairs;

  /// @param where the name of the file, for problems
  public SourceText(String where, String text) {
    this.where = where;
    this.text = text;
  }

  public String text() {
    return text;
  }

  public String where() {
    return where;
  }

  /// The place of a character.
  ///
  /// @param offset from 0 to the length of the text
  public Position position(int offset) {
    int[] starts = lineStarts();
    int found = Arrays.binarySearch(starts, offset);
    int line = found >= 0 ? found : -found - 2;
    int units = offset - starts[line];
    return new Position(line + 1, units - (pairsBefore(offset) - pairsBefore(starts[line])) + 1);
  }

  /// The piece between two characters.
  public Span span(int from, int to) {
    return new Span(position(from), position(to));
  }

  /// What is wrong at a character.
  ///
  /// @param hint what the user can do, or empty
  public FormatException wrong(int offset, String message, String hint) {
    return new FormatException(
        new Problem(where, Optional.of(position(Math.min(offset, text.length()))), message, hint));
  }

  private int[] lineStarts() {
    int[] known = lineStarts;
    if (known == null) {
      known = new int[16];
      int lines = 1;
      for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
        if (lines == known.length) {
          known = Arrays.copyOf(known, lines * 2);
        }
        known[lines++] = at + 1;
      }
      known = Arrays.copyOf(known, lines);
      lineStarts = known;
    }
    return known;
  }

  /// How many code points before an offset take two characters.
  private int pairsBefore(int offset) {
    int[] known = pairs;
    if (known == null) {
      known =
          text.chars().allMatch(c -> !Character.isLowSurrogate((char) c))
              ? new int[0]
              : offsetsOfPairs();
      pairs = known;
    }
    int found = Arrays.binarySearch(known, offset);
    return found >= 0 ? found : -found - 1;
  }

  private int[] offsetsOfPairs() {
    int[] offsets = new int[text.length()];
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLowSurrogate(text.charAt(i))) {
        offsets[count++] = i;
      }
    }
    return Arrays.copyOf(offsets, count);
  }
}
