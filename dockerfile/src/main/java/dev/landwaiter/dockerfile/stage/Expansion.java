package dev.landwaiter.dockerfile.stage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A word after its variables were replaced and its quotes taken away.
///
/// @param text empty where `error` is present
/// @param words the text split at white space that stood outside quotes; only asked for by
///   [Expander#words]
/// @param used names that were set
/// @param unset names that were not, and the offset of the first `$` of each in the word
/// @param error why the word cannot be read, one sentence without a final stop
public record Expansion(
    String text,
    List<String> words,
    Set<String> used,
    Map<String, Integer> unset,
    Optional<String> error) {
  public Expansion {
    words = List.copyOf(words);
  }

  static Expansion plain(String text) {
    return new Expansion(text, List.of(), Set.of(), Map.of(), Optional.empty());
  }

  /// Whether any variable was looked up.
  public boolean constant() {
    return used.isEmpty() && unset.isEmpty();
  }
}
