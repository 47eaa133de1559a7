package dev.landwaiter.policy.input;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.text.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The characters of one file, with its name; lines and columns are looked up when somebody asks.
public final class SourceText {
  private final String where;
  private final String text;
  private @Nullable TextPlaces places;

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

  /// The piece between two characters.
  public Span span(int from, int to) {
    return places().span(from, to);
  }

  /// What is wrong at a character.
  ///
  /// @param hint what the user can do, or empty
  public FormatException wrong(int offset, String message, String hint) {
    int inside = Math.min(offset, text.length());
    return new FormatException(new Problem(where, Optional.of(places().at(inside)), message, hint));
  }

  private TextPlaces places() {
    TextPlaces known = places;
    if (known == null) {
      known = new TextPlaces(text);
      places = known;
    }
    return known;
  }
}
