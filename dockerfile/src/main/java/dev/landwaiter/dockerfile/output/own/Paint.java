package dev.landwaiter.dockerfile.output.own;

import dev.landwaiter.dockerfile.Level;

/// Colours of a terminal (ECMA-48, "Select Graphic Rendition"); none where the report goes
/// elsewhere.
record Paint(boolean colours) {
  String bold(String text) {
    return paint("1", text);
  }

  String faint(String text) {
    return paint("2", text);
  }

  String good(String text) {
    return paint("32", text);
  }

  String level(Level level, String text) {
    return paint(code(level), text);
  }

  private static String code(Level level) {
    return switch (level) {
      case ERROR -> "1;31";
      case WARNING -> "1;33";
      case INFO -> "1;34";
      case STYLE -> "36";
      case IGNORE -> "2";
    };
  }

  private String paint(String code, String text) {
    return colours && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
