package dev.landwaiter.dockerfile.syntax;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import java.util.Arrays;

/// Text joined from pieces of a file, in which every character still knows its place there.
///
/// Offsets count `char`s of the joined text from 0. Two texts are equal when they read the same.
public final class MappedText implements CharSequence {
  private final Whole whole;
  private final int from;
  private final int to;
  private final String text;

  private MappedText(Whole whole, int from, int to) {
    this.whole = whole;
    this.from = from;
    this.to = to;
    this.text =
        from == 0 && to == whole.text.length() ? whole.text : whole.text.substring(from, to);
  }

  /// A text that stands in one line (or goes on at column 1 behind each of its line feeds).
  public static MappedText at(Position place, String text) {
    int feed = text.indexOf('\n');
    if (feed >= 0 && feed < text.length() - 1) {
      return new Joined().add(place, text).text();
    }
    var whole = new Whole(text, new int[1], new int[] {place.line()}, new int[] {place.column()});
    return new MappedText(whole, 0, text.length());
  }

  /// The place of the character at this offset; at the end, the place behind the last one.
  public Position position(int offset) {
    int at = from + offset;
    int piece = whole.piece(at);
    if (at == to && at > from && at == whole.starts[piece]) {
      // Behind the last character is where its own piece ends, not where the next one begins.
      piece = Math.max(0, piece - 1);
    }
    return whole.position(piece, at);
  }

  /// The offset of the first character that stands at this place or behind it.
  public int offset(Position place) {
    int low = 0;
    int high = length();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (position(middle).compareTo(place) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The span of a part.
  public Span span(int start, int end) {
    if (end <= start) {
      Position place = position(start);
      return new Span(place, place);
    }
    Position last = position(end - 1);
    return new Span(position(start), new Position(last.line(), last.column() + 1));
  }

  public Span span() {
    return span(0, length());
  }

  public MappedText slice(int start, int end) {
    if (start == 0 && end == length()) {
      return this;
    }
    return new MappedText(whole, from + start, from + end);
  }

  public MappedText slice(int start) {
    return slice(start, length());
  }

  /// Without white space (as the builder understands it) at both ends.
  public MappedText trim() {
    int start = 0;
    int end = length();
    while (start < end && Blank.isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && Blank.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return slice(start, end);
  }

  @Override
  public int length() {
    return to - from;
  }

  @Override
  public char charAt(int index) {
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MappedText that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  /// Joins pieces.
  public static final class Joined {
    private final StringBuilder whole = new StringBuilder();
    private int[] starts = new int[4];
    private int[] lines = new int[4];
    private int[] columns = new int[4];
    private int pieces;

    /// Adds a piece that stands at this place; behind a line feed it goes on at column 1.
    public Joined add(Position place, String piece) {
      return add(place, piece, 0, piece.length());
    }

    /// Adds the part of `source` from `start` to `end`, which stands at this place.
    public Joined add(Position place, String source, int start, int end) {
      int line = place.line();
      int column = place.column();
      int from = start;
      for (int feed = source.indexOf('\n', from, end); feed >= 0; ) {
        piece(line, column, source, from, feed + 1);
        line++;
        column = 1;
        from = feed + 1;
        feed = source.indexOf('\n', from, end);
      }
      if (from < end || start == end) {
        piece(line, column, source, from, end);
      }
      return this;
    }

    /// Adds a text that does not stand in the file but for what stands at this place, such as the
    /// value of a variable: all its characters are there.
    public Joined stand(Position place, String text) {
      piece(place.line(), -place.column(), text, 0, text.length());
      return this;
    }

    /// Adds the text of a word. Escapes in an element of an array shift what stands behind them a
    /// little; a word of several lines is where it begins.
    public Joined add(Word word) {
      String text = word.text();
      Position start = word.span().start();
      Position end = word.span().end();
      boolean fits =
          start.line() == end.line()
              && text.codePointCount(0, text.length()) <= end.column() - start.column()
              && text.indexOf('\n') < 0;
      return fits ? add(start, text) : stand(start, text);
    }

    /// Adds a text whose characters keep their places.
    public Joined add(MappedText text) {
      int at = 0;
      while (at < text.length()) {
        int[] others = text.whole.starts;
        int piece = text.whole.piece(text.from + at);
        boolean last = piece + 1 == others.length;
        int end = last ? text.length() : Math.min(text.length(), others[piece + 1] - text.from);
        Position place = text.position(at);
        boolean stands = text.whole.columns[piece] < 0;
        int column = stands ? -place.column() : place.column();
        piece(place.line(), column, text.text, at, end);
        at = end;
      }
      return this;
    }

    private void piece(int line, int column, String piece, int start, int end) {
      // An empty piece gives way to the next one, so that starts stay ascending.
      if (pieces > 0 && starts[pieces - 1] == whole.length()) {
        pieces--;
      }
      if (pieces == starts.length) {
        starts = Arrays.copyOf(starts, 2 * pieces);
        lines = Arrays.copyOf(lines, 2 * pieces);
        columns = Arrays.copyOf(columns, 2 * pieces);
      }
      starts[pieces] = whole.length();
      lines[pieces] = line;
      columns[pieces] = column;
      pieces++;
      whole.append(piece, start, end);
    }

    public MappedText text() {
      if (pieces == 0) {
        add(Position.START, "");
      }
      var joined =
          new Whole(
              whole.toString(),
              Arrays.copyOf(starts, pieces),
              Arrays.copyOf(lines, pieces),
              Arrays.copyOf(columns, pieces));
      return new MappedText(joined, 0, joined.text.length());
    }
  }

  /// What all slices of one text share.
  private static final class Whole {
    private final String text;

    /// Where each piece begins, ascending, the first 0, and its place in the file.
    private final int[] starts;

    private final int[] lines;
    private final int[] columns;

    private final Halves halves;

    Whole(String text, int[] starts, int[] lines, int[] columns) {
      this.text = text;
      this.starts = starts;
      this.lines = lines;
      this.columns = columns;
      this.halves = Halves.of(text);
    }

    int piece(int at) {
      int piece = Arrays.binarySearch(starts, at);
      return piece >= 0 ? piece : -piece - 2;
    }

    Position position(int piece, int at) {
      int column = columns[piece];
      return new Position(
          lines[piece], column < 0 ? -column : column + halves.points(starts[piece], at));
    }
  }
}
