package dev.landwaiter.policy.input.data;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.GoYaml;
import dev.landwaiter.base.format.InputText;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A piece of a file between two lines that hold `---` alone; most often one document.
final class YamlPart {
  private static final byte[] SEPARATOR = "\n---\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] WINDOWS = "\r\n---\r\n".getBytes(StandardCharsets.US_ASCII);

  /// The whole file in UTF-8.
  private final byte[] file;

  private final int start;
  private final int end;

  private YamlPart(byte[] file, int start, int end) {
    this.file = file;
    this.start = start;
    this.end = end;
  }

  /// Cuts a file. Lines end with CR LF when that occurs anywhere, else with LF. A first part with
  /// directives belongs to the part after it.
  ///
  /// @throws FormatException when the text is not UTF-8 (or UTF-16 with a byte order mark), or is
  ///   larger than 64 MiB
  static List<YamlPart> split(String where, byte[] bytes) throws FormatException {
    byte[] file = utf8(where, bytes);
    byte[] separator = SEPARATOR;
    for (int i = 1; i < file.length; i++) {
      if (file[i] == '\n' && file[i - 1] == '\r') {
        separator = WINDOWS;
        break;
      }
    }
    List<YamlPart> parts = new ArrayList<>(1);
    int start = 0;
    boolean directives = file.length > 0 && file[0] == '%';
    for (int at = find(file, separator, 0); at >= 0; ) {
      int behind = at + separator.length;
      if (!directives) {
        parts.add(new YamlPart(file, start, at));
        start = behind;
      }
      directives = false;
      at = find(file, separator, behind);
    }
    parts.add(new YamlPart(file, start, file.length));
    return parts;
  }

  private static byte[] utf8(String where, byte[] bytes) throws FormatException {
    for (byte each : bytes) {
      if (each < 0) {
        String text = InputText.read(where, bytes);
        boolean marked = (bytes[0] & 0xff) >= 0xef && (bytes[0] & 0xff) != 0xf0;
        return marked ? text.getBytes(StandardCharsets.UTF_8) : bytes;
      }
    }
    InputText.checkSize(where, bytes);
    return bytes;
  }

  private static int find(byte[] text, byte[] wanted, int from) {
    int last = text.length - wanted.length;
    for (int i = from; i <= last; i++) {
      // The dash is rarer than the line break before it.
      if (text[i + 2] == '-'
          && text[i] == wanted[0]
          && Arrays.equals(text, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }

  /// The line of the file on which it begins, from 1.
  int line() {
    int line = 1;
    for (int i = 0; i < start; i++) {
      line += file[i] == '\n' ? 1 : 0;
    }
    return line;
  }

  String text() {
    return new String(file, start, end - start, StandardCharsets.UTF_8);
  }

  byte[] bytes() {
    return Arrays.copyOfRange(file, start, end);
  }

  /// Its documents, at least one: an empty part is null, and nothing behind a further separator is
  /// no document.
  ///
  /// @throws FormatException without a place
  List<Value> documents() throws FormatException {
    List<Value> found = GoYaml.parseAll(file, start, end);
    if (found.size() == 1) {
      return found;
    }
    List<Value> documents = new ArrayList<>(found);
    documents.removeIf(NullValue.NULL::equals);
    if (documents.isEmpty() || found.getFirst() instanceof NullValue) {
      documents.addFirst(NullValue.NULL);
    }
    return documents;
  }
}
