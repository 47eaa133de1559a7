package dev.landwaiter.rego.builtin.crypto;

import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.encoding.Base64Text;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// One block of a PEM text (RFC 7468 with the headers of RFC 1421, which are skipped).
///
/// @param rest where the text behind the block's last line begins
@SuppressWarnings("ArrayRecordComponent") // bytes as they were read; not compared
public record PemBlock(String type, byte[] bytes, int rest) {
  private static final byte[] BEGIN = ascii("-----BEGIN ");
  private static final byte[] END = ascii("\n-----END ");
  private static final byte[] DASHES = ascii("-----");

  /// A line: its text without blanks at the end, and where the next one begins.
  private record Line(int start, int end, int next) {}

  /// The next block at or behind a position; what is no well-formed block is skipped.
  public static Optional<PemBlock> next(byte[] text, int from) {
    int at = from;
    while (true) {
      int end = find(text, END, at, text.length);
      if (end < 0) {
        return Optional.empty();
      }
      int begin = findLast(text, BEGIN, at, end);
      int skipped = end + END.length;
      if (begin >= 0 && (begin == at || text[begin - 1] == '\n')) {
        var block = read(text, begin, end);
        if (block.isPresent()) {
          return block;
        }
      }
      at = skipped;
    }
  }

  /// Whether a text begins as PEM does.
  public static boolean begins(byte[] text) {
    return startsWith(text, ascii("-----BEGIN"), 0);
  }

  private static Optional<PemBlock> read(byte[] text, int begin, int end) {
    var first = line(text, begin + BEGIN.length);
    int typeEnd = first.end - DASHES.length;
    if (typeEnd < first.start || !startsWith(text, DASHES, typeEnd)) {
      return Optional.empty();
    }
    String type = new String(text, first.start, typeEnd - first.start, StandardCharsets.ISO_8859_1);
    int at = first.next;
    boolean headers = false;
    while (at < text.length) {
      var line = line(text, at);
      if (indexOf(text, ':', line.start, line.end) < 0) {
        break;
      }
      headers = true;
      at = line.next;
    }
    if (at > end && headers) {
      return Optional.empty();
    }
    byte[] last = ascii(type + "-----");
    var tail = line(text, Math.min(text.length, end + END.length));
    if (!startsWith(text, last, tail.start) || tail.end != tail.start + last.length) {
      return Optional.empty();
    }
    try {
      byte[] bytes =
          at < end ? Base64Text.STANDARD.decode(withoutBlanks(text, at, end)) : new byte[0];
      return Optional.of(new PemBlock(type, bytes, tail.next));
    } catch (BuiltinException _) {
      return Optional.empty();
    }
  }

  private static String withoutBlanks(byte[] text, int from, int to) {
    var out = new ByteArrayOutputStream(to - from);
    for (int i = from; i < to; i++) {
      if (text[i] != ' ' && text[i] != '\t') {
        out.write(text[i]);
      }
    }
    return out.toString(StandardCharsets.ISO_8859_1);
  }

  private static Line line(byte[] text, int from) {
    int newline = indexOf(text, '\n', from, text.length);
    int next = newline < 0 ? text.length : newline + 1;
    int end = newline < 0 ? text.length : newline;
    if (newline > from && text[newline - 1] == '\r') {
      end--;
    }
    while (end > from && (text[end - 1] == ' ' || text[end - 1] == '\t')) {
      end--;
    }
    return new Line(from, end, next);
  }

  private static int indexOf(byte[] text, char c, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] == c) {
        return i;
      }
    }
    return -1;
  }

  private static int find(byte[] text, byte[] part, int from, int to) {
    for (int i = from; i + part.length <= to; i++) {
      if (startsWith(text, part, i)) {
        return i;
      }
    }
    return -1;
  }

  private static int findLast(byte[] text, byte[] part, int from, int to) {
    for (int i = to - part.length; i >= from; i--) {
      if (startsWith(text, part, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean startsWith(byte[] text, byte[] part, int at) {
    return at >= 0
        && at + part.length <= text.length
        && Arrays.equals(text, at, at + part.length, part, 0, part.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
