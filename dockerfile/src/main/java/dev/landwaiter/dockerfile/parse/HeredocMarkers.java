package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.dockerfile.syntax.MappedText;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.ArrayList;
import java.util.List;

/// The markers of heredocs in a logical line.
///
/// @param broken whether one of them cannot be read
record HeredocMarkers(List<Marked> found, boolean broken) {

  /// A marker and its place.
  record Marked(HeredocMarker marker, Word word) {}

  /// Words are read with the backslash as escape character, whatever the file's own is. Where the
  /// line as a whole cannot be read so, it has none.
  static HeredocMarkers in(MappedText line) {
    List<Marked> found = new ArrayList<>();
    ShellWords words = new ShellWords(line.toString(), true, true);
    if (!words.read()) {
      return new HeredocMarkers(found, false);
    }
    for (ShellWords.Piece piece : words.pieces()) {
      HeredocMarker.Outcome outcome = HeredocMarker.read(piece.text());
      if (outcome.broken()) {
        return new HeredocMarkers(List.of(), true);
      }
      outcome
          .marker()
          .ifPresent(marker ->
              found.add(new Marked(marker, Words.word(line, piece.start(), piece.end()))));
    }
    return new HeredocMarkers(found, false);
  }
}
