package dev.landwaiter.dockerfile.stage;

import java.util.ArrayList;
import java.util.List;

/// Collects the words a text falls into while it is expanded.
class Splitter {
  /// Collects nothing.
  static final Splitter NONE =
      new Splitter() {
        @Override
        void open(String text) {}

        @Override
        void closed(String text) {}
      };

  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inside;

  /// Takes text in which white space ends words.
  void open(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c)) {
        word.append(c);
        inside = true;
      } else if (inside) {
        end();
      }
    }
  }

  /// Takes text that was quoted.
  void closed(String text) {
    word.append(text);
    inside = true;
  }

  private void end() {
    words.add(word.toString());
    word.setLength(0);
    inside = false;
  }

  List<String> words() {
    if (!word.isEmpty()) {
      end();
    }
    return words;
  }
}
