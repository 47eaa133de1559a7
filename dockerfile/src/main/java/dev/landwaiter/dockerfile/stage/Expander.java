package dev.landwaiter.dockerfile.stage;

import java.util.List;
import java.util.Optional;

/// Replaces variables in words and takes quotes away (reference: 7.1).
///
/// One expander serves one file. Bounds: 64 KiB of text from one word, 16 MiB from all of them, 200
/// forms inside one another, 20 million comparisons of patterns.
public final class Expander {
  /// The longest text a word may become, in characters.
  public static final int MAX_TEXT = 64 * 1024;

  private final char escape;
  private final boolean quotes;
  private final Effort effort = new Effort();

  private Expander(char escape, boolean quotes) {
    this.escape = escape;
    this.quotes = quotes;
  }

  /// For arguments of instructions.
  ///
  /// @param escape the escape character of the file
  public static Expander of(char escape) {
    return new Expander(escape, true);
  }

  /// For bodies of documents: quotes are text, the backslash is the escape character.
  public static Expander forBodies() {
    return new Expander('\\', false);
  }

  /// The word as one text.
  public Expansion expand(String word, Variables variables) {
    return plain(word) ? Expansion.plain(word) : read(word, variables, false);
  }

  /// The word as the words it becomes.
  public Expansion words(String word, Variables variables) {
    return read(word, variables, true);
  }

  private boolean plain(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '$' || c == escape || (quotes && (c == '"' || c == '\''))) {
        return false;
      }
    }
    return word.length() <= MAX_TEXT;
  }

  private Expansion read(String word, Variables variables, boolean split) {
    var reader = new WordReader(word, escape, quotes, variables, effort);
    var splitter = new Splitter();
    String text = "";
    Optional<String> error = Optional.empty();
    try {
      text = reader.read(split ? splitter : Splitter.NONE);
    } catch (BadWordException e) {
      error = Optional.of(e.reason());
    }
    List<String> words = split && error.isEmpty() ? splitter.words() : List.of();
    return new Expansion(text, words, reader.used(), reader.unset(), error);
  }
}
