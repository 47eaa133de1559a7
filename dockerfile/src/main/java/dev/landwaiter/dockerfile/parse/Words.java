package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.dockerfile.syntax.Blank;
import dev.landwaiter.dockerfile.syntax.MappedText;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.ArrayList;
import java.util.List;

/// Splits arguments into words, in the builder's two ways.
final class Words {
  private Words() {}

  static Word word(MappedText text, int start, int end) {
    return new Word(text.toString().substring(start, end), text.span(start, end));
  }

  static Word word(MappedText text) {
    return word(text, 0, text.length());
  }

  /// Split on white space alone; quotes mean nothing.
  static List<Word> list(MappedText text) {
    List<Word> words = new ArrayList<>();
    int length = text.length();
    int at = 0;
    while (at < length) {
      int start = at;
      while (at < length && !Blank.separates(text.charAt(at))) {
        at++;
      }
      words.add(word(text, start, at));
      while (at < length && Blank.separates(text.charAt(at))) {
        at++;
      }
    }
    return words;
  }

  /// Split as ENV, LABEL and ARG do: quotes group and stay, the escape character keeps the next
  /// one.
  static List<MappedText> quoted(MappedText text, char escape) {
    List<MappedText> words = new ArrayList<>();
    int at = 0;
    int length = text.length();
    while (at < length) {
      if (Blank.isSpace(text.charAt(at))) {
        at++;
        continue;
      }
      int start = at;
      at = wordEnd(text, at, escape);
      // An escape character at the very end of the text counts for nothing.
      int end = endsEscaped(text, start, at, escape) ? at - 1 : at;
      if (end > start) {
        words.add(text.slice(start, end));
      }
    }
    return words;
  }

  private static int wordEnd(MappedText text, int start, char escape) {
    int length = text.length();
    char quote = 0;
    int at = start;
    while (at < length) {
      char c = text.charAt(at);
      if (quote == 0 && Blank.isSpace(c)) {
        return at;
      }
      if (quote != 0 && c == quote) {
        quote = 0;
      } else if (c == escape && quote != '\'') {
        at++;
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      }
      at++;
    }
    return length;
  }

  /// Whether the word reaches the end of the text with an escape character that has nothing behind.
  private static boolean endsEscaped(MappedText text, int start, int end, char escape) {
    if (end < text.length() || text.charAt(end - 1) != escape) {
      return false;
    }
    char quote = 0;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (quote != 0 && c == quote) {
        quote = 0;
      } else if (c == escape && quote != '\'') {
        if (at == end - 1) {
          return true;
        }
        at++;
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      }
    }
    return false;
  }
}
