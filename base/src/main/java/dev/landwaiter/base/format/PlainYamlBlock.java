package dev.landwaiter.base.format;

import dev.landwaiter.base.format.PlainYaml.NotPlainException;
import java.nio.charset.StandardCharsets;

/// Block scalars of plain YAML: literal and folded ones that tell no indentation.
final class PlainYamlBlock {
  private final PlainYamlScalars scalars;
  private final byte[] text;
  private final int end;
  private final int parent;
  private final byte[] lines;
  private int length;
  private boolean folded;
  private byte chomp;

  private PlainYamlBlock(PlainYamlScalars scalars, int parent) {
    this.scalars = scalars;
    this.text = scalars.text;
    this.end = scalars.end;
    this.parent = parent;
    this.lines = new byte[blockEnd() - scalars.at];
  }

  /// Passes a block scalar and the lines it has, and gives its text.
  ///
  /// @param parent the column of the map or list it belongs to
  static String read(PlainYamlScalars scalars, int parent) throws NotPlainException {
    var block = new PlainYamlBlock(scalars, parent);
    block.header();
    block.body();
    return new String(block.lines, 0, block.length, StandardCharsets.UTF_8);
  }

  private void header() throws NotPlainException {
    if (parent < 0) {
      throw new NotPlainException();
    }
    folded = text[scalars.at] == '>';
    scalars.at++;
    if (scalars.at < end && (text[scalars.at] == '-' || text[scalars.at] == '+')) {
      chomp = text[scalars.at];
      scalars.at++;
    }
    if (!scalars.atLineEnd()) {
      throw new NotPlainException();
    }
    scalars.passLine();
  }

  /// The first place that is surely behind the scalar.
  private int blockEnd() {
    int line = lineEnd(scalars.at);
    while (line < end) {
      int first = line + 1;
      while (first < end && text[first] == ' ') {
        first++;
      }
      if (first < end && text[first] != '\n' && first - line - 1 <= parent) {
        return line + 1;
      }
      line = lineEnd(first);
    }
    return end;
  }

  private int lineEnd(int from) {
    int i = from;
    while (i < end && text[i] != '\n') {
      i++;
    }
    return i;
  }

  private void body() throws NotPlainException {
    int indent = -1;
    int breaks = 0;
    boolean started = false;
    while (scalars.at < end) {
      int start = scalars.at;
      int first = start;
      while (first < end && text[first] == ' ' && (indent < 0 || first - start < indent)) {
        first++;
      }
      int stop = lineEnd(first);
      if (first == stop) {
        if (stop == end && stop > start) {
          throw new NotPlainException();
        }
        if (indent < 0 && first - start > parent + 1) {
          throw new NotPlainException();
        }
        breaks++;
        scalars.at = Math.min(end, stop + 1);
        continue;
      }
      if (indent < 0 ? first - start <= parent : first - start < indent) {
        break;
      }
      if (indent < 0) {
        indent = first - start;
      }
      if (text[first] == '\t' || (folded && text[first] == ' ')) {
        throw new NotPlainException();
      }
      separate(started, breaks);
      started = true;
      System.arraycopy(text, first, lines, length, stop - first);
      length += stop - first;
      breaks = stop < end ? 1 : 0;
      scalars.at = Math.min(end, stop + 1);
    }
    finish(started, breaks);
  }

  /// Writes the line breaks before a line.
  private void separate(boolean started, int breaks) {
    if (folded && started && breaks == 1) {
      lines[length++] = ' ';
      return;
    }
    for (int i = folded && started ? 1 : 0; i < breaks; i++) {
      lines[length++] = '\n';
    }
  }

  /// Writes the line breaks at the end.
  private void finish(boolean started, int breaks) throws NotPlainException {
    if (!started && breaks > 0 && chomp != '-') {
      throw new NotPlainException();
    }
    int kept = chomp == '+' ? breaks : chomp == '-' ? 0 : Math.min(1, breaks);
    for (int i = 0; i < kept; i++) {
      lines[length++] = '\n';
    }
  }
}
