package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.text.Plain;

/// Lines of a tree: each a dash and a text, two spaces deeper than what it belongs to.
final class InspectedTree {
  private final StringBuilder text = new StringBuilder();

  /// Adds a line without a value.
  ///
  /// @param depth from 0
  InspectedTree head(int depth, String name) {
    return add(depth, name + ":");
  }

  /// Adds a line with a value.
  InspectedTree line(int depth, String name, Object value) {
    return add(depth, name + ": " + value);
  }

  /// Adds a line that tells how much of something is there.
  InspectedTree present(int depth, String name, int bytes) {
    return line(depth, name, "Present (" + bytes + " bytes)");
  }

  private InspectedTree add(int depth, String line) {
    text.append("  ".repeat(depth)).append("- ");
    text.append(Plain.lines(line.replace('\n', ' ').replace('\r', ' '))).append('\n');
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
