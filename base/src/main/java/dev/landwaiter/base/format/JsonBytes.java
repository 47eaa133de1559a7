package dev.landwaiter.base.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/// Buffers UTF-8 on its way to a stream and escapes strings as Go's `encoding/json` does.
final class JsonBytes {
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private static final int LARGEST = 32 << 10;

  private final OutputStream out;
  private final boolean[] plain = new boolean[128];

  /// Grows, for most documents are small, until writing at once pays.
  private byte[] buffer = new byte[512];

  private int used;

  JsonBytes(OutputStream out, boolean escapeHtml) {
    this.out = out;
    Arrays.fill(plain, ' ', plain.length, true);
    plain['"'] = false;
    plain['\\'] = false;
    if (escapeHtml) {
      plain['<'] = false;
      plain['>'] = false;
      plain['&'] = false;
    }
  }

  void put(int ascii) throws IOException {
    if (used == buffer.length) {
      makeRoom(1);
    }
    buffer[used++] = (byte) ascii;
  }

  void ascii(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      put(text.charAt(i));
    }
  }

  /// Bytes that are written as they are, at most 32 KiB.
  void bytes(byte[] from, int length) throws IOException {
    if (buffer.length - used < length) {
      makeRoom(length);
    }
    System.arraycopy(from, 0, buffer, used, length);
    used += length;
  }

  /// The text between quotes; halves of surrogate pairs become U+FFFD.
  void quoted(String text) throws IOException {
    int length = text.length();
    put('"');
    for (int i = plainStart(text); i < length; i++) {
      char c = text.charAt(i);
      if (c < 128) {
        if (plain[c]) {
          put(c);
        } else {
          escape(c);
        }
      } else if (Character.isHighSurrogate(c)
          && i + 1 < length
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        fourBytes(Character.toCodePoint(c, text.charAt(i)));
      } else if (Character.isSurrogate(c)) {
        unicode('\ufffd');
      } else if (c == '\u2028' || c == '\u2029') {
        unicode(c);
      } else if (c < 0x800) {
        put(0xc0 | c >> 6);
        put(0x80 | (c & 0x3f));
      } else {
        put(0xe0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3f));
        put(0x80 | (c & 0x3f));
      }
    }
    put('"');
  }

  /// Writes as much of the start as is plain and fits the buffer.
  ///
  /// Most texts are written by this alone: a loop over local variables, which is quick before it is
  /// compiled well.
  ///
  /// @return how many characters that is
  private int plainStart(String text) throws IOException {
    int length = Math.min(text.length(), LARGEST / 2);
    if (buffer.length - used < length) {
      makeRoom(length);
    }
    byte[] to = buffer;
    boolean[] fine = plain;
    int at = used;
    int i = 0;
    while (i < length) {
      char c = text.charAt(i);
      if (c >= 128 || !fine[c]) {
        break;
      }
      to[at + i] = (byte) c;
      i++;
    }
    used = at + i;
    return i;
  }

  void flush() throws IOException {
    drain();
    out.flush();
  }

  private void makeRoom(int wanted) throws IOException {
    int size = buffer.length;
    while (size < LARGEST && size - used < wanted) {
      size *= 2;
    }
    if (size > buffer.length) {
      buffer = Arrays.copyOf(buffer, size);
    }
    if (size - used < wanted) {
      drain();
    }
  }

  private void drain() throws IOException {
    out.write(buffer, 0, used);
    used = 0;
  }

  private void escape(char c) throws IOException {
    int letter =
        switch (c) {
          case '"' -> '"';
          case '\\' -> '\\';
          case '\b' -> 'b';
          case '\f' -> 'f';
          case '\n' -> 'n';
          case '\r' -> 'r';
          case '\t' -> 't';
          default -> 0;
        };
    if (letter == 0) {
      unicode(c);
    } else {
      put('\\');
      put(letter);
    }
  }

  private void unicode(char c) throws IOException {
    put('\\');
    put('u');
    put(HEX[c >> 12]);
    put(HEX[c >> 8 & 15]);
    put(HEX[c >> 4 & 15]);
    put(HEX[c & 15]);
  }

  private void fourBytes(int point) throws IOException {
    put(0xf0 | point >> 18);
    put(0x80 | (point >> 12 & 0x3f));
    put(0x80 | (point >> 6 & 0x3f));
    put(0x80 | (point & 0x3f));
  }
}
