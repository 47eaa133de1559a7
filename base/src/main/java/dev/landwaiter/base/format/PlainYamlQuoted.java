package dev.landwaiter.base.format;

import dev.landwaiter.base.format.PlainYaml.NotPlainException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Scalars in quotes of plain YAML.
final class PlainYamlQuoted {
  private final PlainYamlScalars scalars;
  private final byte[] text;
  private final byte quote;
  private final int parent;
  private byte[] bare = new byte[64];
  private int length;

  /// How much of what was read is not white space that an end of a line would take away.
  private int kept;

  private PlainYamlQuoted(PlainYamlScalars scalars, int parent) {
    this.scalars = scalars;
    this.text = scalars.text;
    this.quote = text[scalars.at];
    this.parent = parent;
  }

  /// Passes the scalar, and gives its text.
  ///
  /// @param parent the column that further lines are indented deeper than, or -1 when there are
  ///   none
  static String read(PlainYamlScalars scalars, int parent) throws NotPlainException {
    byte[] text = scalars.text;
    byte quote = text[scalars.at];
    int start = scalars.at + 1;
    int i = start;
    while (i < scalars.end && text[i] != quote && text[i] != '\\' && text[i] != '\n') {
      i++;
    }
    boolean simple = i < scalars.end && text[i] == quote;
    if (simple && (quote == '"' || i + 1 == scalars.end || text[i + 1] != quote)) {
      scalars.at = i + 1;
      return scalars.string(start, i);
    }
    return new PlainYamlQuoted(scalars, parent).read();
  }

  private String read() throws NotPlainException {
    int i = scalars.at + 1;
    while (true) {
      byte c = byteAt(i);
      if (c == quote) {
        if (quote == '"' || i + 1 >= scalars.end || text[i + 1] != quote) {
          break;
        }
        add(c);
        i += 2;
      } else if (c == '\\' && quote == '"') {
        i = escape(i + 1);
        kept = length;
      } else if (c == '\n') {
        i = lineBreak(i);
      } else {
        add(c);
        i++;
      }
    }
    scalars.at = i + 1;
    return new String(bare, 0, length, StandardCharsets.UTF_8);
  }

  private byte byteAt(int i) throws NotPlainException {
    if (i >= scalars.end) {
      throw new NotPlainException();
    }
    return text[i];
  }

  private void add(byte c) {
    if (length == bare.length) {
      bare = Arrays.copyOf(bare, 2 * length);
    }
    bare[length++] = c;
  }

  /// Reads what stands behind a backslash; a line that ends so goes on without a blank.
  private int escape(int at) throws NotPlainException {
    byte c = byteAt(at);
    switch (c) {
      case '"', '\\', '/', ' ' -> add(c);
      case 'n' -> add((byte) '\n');
      case 't' -> add((byte) '\t');
      case 'r' -> add((byte) '\r');
      case 'u' -> {
        unicode(at + 1);
        return at + 5;
      }
      case '\n' -> {
        return nextLine(at, false);
      }
      default -> throw new NotPlainException();
    }
    return at + 1;
  }

  private void unicode(int at) throws NotPlainException {
    int point = 0;
    for (int i = at; i < at + 4; i++) {
      int digit = Character.digit(byteAt(i), 16);
      if (digit < 0) {
        throw new NotPlainException();
      }
      point = point * 16 + digit;
    }
    if (Character.isSurrogate((char) point)) {
      throw new NotPlainException();
    }
    for (byte each : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
      add(each);
    }
  }

  private int lineBreak(int at) throws NotPlainException {
    while (length > kept && (bare[length - 1] == ' ' || bare[length - 1] == '\t')) {
      length--;
    }
    return nextLine(at, true);
  }

  /// Goes on behind a line break and empty lines after it.
  private int nextLine(int at, boolean folds) throws NotPlainException {
    int line = at + 1;
    int breaks = 0;
    int i = line;
    while (byteAt(i) == ' ' || text[i] == '\n') {
      if (text[i] == '\n') {
        breaks++;
        line = i + 1;
      }
      i++;
    }
    if (parent < 0 || i - line <= parent || text[i] == '\t') {
      throw new NotPlainException();
    }
    if (breaks == 0 && folds) {
      add((byte) ' ');
    }
    for (int k = 0; k < breaks; k++) {
      add((byte) '\n');
    }
    kept = length;
    return i;
  }
}
