package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.dockerfile.syntax.MappedText;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Arguments written as a JSON array.
///
/// @param strings whether all elements are strings, as they must be
/// @param words the elements, as far as they are strings
record JsonArray(List<Word> words, boolean strings) {

  /// The array, if the text is one; anything else means itself.
  static Optional<JsonArray> of(MappedText text) {
    if (text.isEmpty() || text.charAt(0) != '[') {
      return Optional.empty();
    }
    List<Word> words = new ArrayList<>();
    JsonReader reader = new JsonReader(text, words);
    return reader.isArray()
        ? Optional.of(new JsonArray(words, reader.allStrings()))
        : Optional.empty();
  }

  static boolean isValid(MappedText text) {
    return of(text).isPresent();
  }
}
