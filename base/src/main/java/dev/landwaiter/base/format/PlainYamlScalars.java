package dev.landwaiter.base.format;

import dev.landwaiter.base.format.PlainYaml.NotPlainException;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The lines, keys and scalars of plain YAML.
final class PlainYamlScalars {
  /// Behind the longest texts that mean a boolean or null.
  private static final int WORD_LIMIT = 6;

  private static final int KEY_LIMIT = 1_000;

  /// Whether a scalar without quotes can begin with a character, whatever comes behind it.
  private static final boolean[] STARTS = new boolean[128];

  static {
    for (int c = '!'; c < 127; c++) {
      STARTS[c] = ",[]{}#&*!|>'\"%@`-?:".indexOf(c) < 0;
    }
  }

  final byte[] text;
  final int end;

  /// Where reading goes on.
  int at;

  /// Keys seen before, by a hash of their bytes: equal keys become one object.
  private final @Nullable StringValue[] keys = new @Nullable StringValue[64];

  PlainYamlScalars(byte[] text, int start, int end) {
    this.text = text;
    this.at = start;
    this.end = end;
  }

  /// Looks for bytes that are not UTF-8, and for characters that YAML forbids or takes for odd line
  /// breaks.
  ///
  /// @return how many line breaks have a carriage return before them, or -1 when there are such
  ///   characters
  static int carriageReturns(byte[] text, int start, int end) {
    int returns = 0;
    boolean ascii = true;
    for (int i = start; i < end; i++) {
      byte c = text[i];
      if (c >= ' ' && c != 0x7f) {
        continue;
      }
      ascii &= c >= 0;
      if (c == '\r' && i + 1 < end && text[i + 1] == '\n') {
        returns++;
      } else if (c >= 0 ? c != '\n' && c != '\t' : !isPlain(text, i)) {
        return -1;
      }
    }
    return ascii || isUtf8(text, start, end) ? returns : -1;
  }

  private static boolean isUtf8(byte[] text, int start, int end) {
    try {
      var _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text, start, end - start));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean isPlain(byte[] text, int at) {
    int lead = text[at] & 0xff;
    if (lead == 0xef) {
      return false;
    }
    int next = at + 1 < text.length ? text[at + 1] & 0xff : 0;
    return lead == 0xc2
        ? next >= 0xa0
        : lead != 0xe2 || next != 0x80 || (text[Math.min(at + 2, text.length - 1)] & 0xfe) != 0xa8;
  }

  /// Goes from the start of a line to the next one with more than a comment on it.
  ///
  /// @return the column of its first character, or -1 at the end
  int nextLine() throws NotPlainException {
    while (at < end) {
      int first = at;
      while (first < end && text[first] == ' ') {
        first++;
      }
      if (first == end) {
        break;
      }
      byte c = text[first];
      if (c == '#' || c == '\n') {
        at = first;
        passLine();
        continue;
      }
      int indent = first - at;
      if (c == '\t' || (indent == 0 && (c == '%' || isMarker(first)))) {
        throw new NotPlainException();
      }
      at = first;
      return indent;
    }
    at = end;
    return -1;
  }

  /// Goes to the start of the next line.
  void passLine() {
    int i = at;
    while (i < end && text[i] != '\n') {
      i++;
    }
    at = Math.min(end, i + 1);
  }

  /// Whether the start of a line begins or ends a document.
  boolean isMarker(int from) {
    if (from + 3 > end || (text[from] != '-' && text[from] != '.')) {
      return false;
    }
    return text[from + 1] == text[from]
        && text[from + 2] == text[from]
        && (from + 3 == end || isBlank(from + 3));
  }

  /// Whether an element of a list begins here.
  boolean isDash() {
    return at < end && text[at] == '-' && isBlank(at + 1);
  }

  private boolean isBlank(int i) {
    return i >= end || text[i] == ' ' || text[i] == '\n' || text[i] == '\t';
  }

  /// Passes blanks; whether the line ends there or a comment begins.
  boolean atLineEnd() {
    while (at < end && text[at] == ' ') {
      at++;
    }
    return at >= end || text[at] == '\n' || (text[at] == '#' && text[at - 1] == ' ');
  }

  /// Passes blanks inside a collection in flow style, and gives the character behind them.
  ///
  /// @param parent the column that further lines are indented deeper than, or -1 when there are
  ///   none
  byte next(int parent) throws NotPlainException {
    int line = -1;
    while (at < end && (text[at] == ' ' || (text[at] == '\n' && parent >= 0))) {
      line = text[at] == '\n' ? at : line;
      at++;
    }
    if (at == end || (line >= 0 && at - line - 1 <= parent)) {
      throw new NotPlainException();
    }
    return text[at];
  }

  /// Where the colon stands that makes what begins here a key, or -1.
  int keyEnd() throws NotPlainException {
    byte first = text[at];
    int i = at;
    if (first == '"' || first == '\'') {
      i = quoteEnd(at) + 1;
      if (i == 0) {
        return -1;
      }
      while (i < end && text[i] == ' ') {
        i++;
      }
      return i < end && text[i] == ':' && isBlank(i + 1) ? i : -1;
    }
    if (!isStart(at)) {
      return -1;
    }
    for (; i < end; i++) {
      byte c = text[i];
      if (c == '\n' || (c == '#' && text[i - 1] == ' ')) {
        return -1;
      }
      if (c == ':' && isBlank(i + 1)) {
        if (i - at > KEY_LIMIT) {
          throw new NotPlainException();
        }
        return i;
      }
    }
    return -1;
  }

  private boolean isStart(int i) {
    byte c = text[i];
    return c < 0 || STARTS[c] || ((c == '-' || c == '?' || c == ':') && !isBlank(i + 1));
  }

  /// Passes a key with its colon.
  StringValue key() throws NotPlainException {
    int colon = keyEnd();
    if (colon < 0) {
      throw new NotPlainException();
    }
    int start = at;
    at = colon + 1;
    if (text[start] == '"' || text[start] == '\'') {
      at = start;
      String key = PlainYamlQuoted.read(this, -1);
      at = colon + 1;
      return new StringValue(key);
    }
    return plainKey(start, trimmed(start, colon));
  }

  private StringValue plainKey(int start, int stop) throws NotPlainException {
    int hash = 0;
    for (int i = start; i < stop; i++) {
      if (text[i] == '\t') {
        throw new NotPlainException();
      }
      hash = 31 * hash + text[i];
    }
    int slot = (hash ^ hash >>> 16) & keys.length - 1;
    StringValue known = keys[slot];
    if (known != null && isText(known.text(), start, stop)) {
      return known;
    }
    StringValue key =
        switch (plain(start, stop)) {
          case StringValue name when !name.text().equals("<<") -> name;
          case BooleanValue flag -> new StringValue(flag.flag() ? "true" : "false");
          default -> throw new NotPlainException();
        };
    keys[slot] = key;
    return key;
  }

  /// Whether a piece has the characters of a text and no others.
  private boolean isText(String known, int start, int stop) {
    if (known.length() != stop - start) {
      return false;
    }
    for (int i = start; i < stop; i++) {
      if (known.charAt(i - start) != text[i]) {
        return false;
      }
    }
    return true;
  }

  private int trimmed(int start, int stop) {
    int last = stop;
    while (last > start && text[last - 1] == ' ') {
      last--;
    }
    return last;
  }

  /// A scalar in block style, which may go on over lines that are indented deeper than its parent.
  Value scalar(int parent) throws NotPlainException {
    int start = at;
    if (text[start] == '"' || text[start] == '\'') {
      return new StringValue(PlainYamlQuoted.read(this, parent));
    }
    if (!isStart(start)) {
      throw new NotPlainException();
    }
    int stop = plainEnd(start);
    at = stop;
    int next = parent < 0 || stop >= end || text[stop] != '\n' ? -1 : continuation(stop, parent);
    if (next < 0) {
      return plain(start, trimmed(start, stop));
    }
    var whole = new StringBuilder(string(start, trimmed(start, stop)));
    while (next >= 0) {
      int breaks = 0;
      for (int i = stop + 1; i < next; i++) {
        breaks += text[i] == '\n' ? 1 : 0;
      }
      whole.repeat(breaks == 0 ? " " : "\n", Math.max(1, breaks));
      stop = plainEnd(next);
      whole.append(string(next, trimmed(next, stop)));
      at = stop;
      next = stop >= end || text[stop] != '\n' ? -1 : continuation(stop, parent);
    }
    try {
      return YamlScalar.plain(whole.toString());
    } catch (IllegalArgumentException e) {
      throw new NotPlainException();
    }
  }

  /// Where a scalar without quotes ends on its line: at the line's end or before a comment.
  private int plainEnd(int start) throws NotPlainException {
    int i = start;
    for (; i < end && text[i] != '\n'; i++) {
      byte c = text[i];
      if (c == '\t' || (c == ':' && isBlank(i + 1))) {
        throw new NotPlainException();
      }
      if (c == '#' && text[i - 1] == ' ') {
        break;
      }
    }
    return i;
  }

  /// Where a scalar goes on behind the line that ends here, or -1.
  private int continuation(int lineEnd, int parent) {
    int line = lineEnd + 1;
    for (int i = line; i < end; i++) {
      if (text[i] == '\n') {
        line = i + 1;
      } else if (text[i] != ' ') {
        return i - line > parent && text[i] != '#' ? i : -1;
      }
    }
    return -1;
  }

  /// A scalar inside a collection in flow style.
  Value flowScalar(int parent) throws NotPlainException {
    int start = at;
    if (text[start] == '"' || text[start] == '\'') {
      return new StringValue(PlainYamlQuoted.read(this, parent));
    }
    int stop = flowEnd();
    at = stop;
    return plain(start, trimmed(start, stop));
  }

  StringValue flowKey() throws NotPlainException {
    int start = at;
    StringValue key;
    boolean quoted = text[start] == '"' || text[start] == '\'';
    if (quoted) {
      key = new StringValue(PlainYamlQuoted.read(this, -1));
    } else {
      int stop = flowEnd();
      at = stop;
      key = plainKey(start, trimmed(start, stop));
    }
    if (next(-1) != ':' || (!quoted && !isBlank(at + 1))) {
      throw new NotPlainException();
    }
    at++;
    return key;
  }

  private int flowEnd() throws NotPlainException {
    boolean dash = text[at] == '-' && at + 1 < end && ",[]{}".indexOf(text[at + 1]) < 0;
    if (!isStart(at) || !(dash || text[at] < 0 || STARTS[text[at]])) {
      throw new NotPlainException();
    }
    for (int i = at; i < end; i++) {
      switch (text[i]) {
        case ',', ']', '}' -> {
          return i;
        }
        case ':' -> {
          if (isBlank(i + 1)) {
            return i;
          }
          if (",[]{}".indexOf(text[i + 1]) >= 0) {
            throw new NotPlainException();
          }
        }
        case '[', '{', '#', '\n', '\t', '?' -> throw new NotPlainException();
        default -> {}
      }
    }
    throw new NotPlainException();
  }

  /// What a scalar without quotes means.
  private Value plain(int start, int stop) throws NotPlainException {
    byte first = text[start];
    boolean word = stop - start < WORD_LIMIT;
    boolean letter = (first | 0x20) >= 'a' && (first | 0x20) <= 'z';
    if (letter ? !word : first == '/' || first == '_' || first == '$' || first < 0) {
      return new StringValue(string(start, stop));
    }
    long number = stop - start < 16 ? digits(start, stop) : -1;
    if (number >= 0) {
      return NumberValue.of(number);
    }
    try {
      return YamlScalar.plain(string(start, stop));
    } catch (IllegalArgumentException e) {
      throw new NotPlainException();
    }
  }

  /// A number in decimal without a zero before it, or -1.
  private long digits(int start, int stop) {
    if (text[start] == '0' && stop - start > 1) {
      return -1;
    }
    long number = 0;
    for (int i = start; i < stop; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  String string(int start, int stop) {
    return new String(text, start, stop - start, StandardCharsets.UTF_8);
  }

  /// The quote that ends the scalar in quotes which begins here, or -1 when none does on its line.
  private int quoteEnd(int start) {
    byte quote = text[start];
    for (int i = start + 1; i < end && text[i] != '\n'; i++) {
      if (text[i] == '\\' && quote == '"') {
        i++;
      } else if (text[i] == quote) {
        if (quote == '"' || i + 1 == end || text[i + 1] != '\'') {
          return i;
        }
        i++;
      }
    }
    return -1;
  }
}
