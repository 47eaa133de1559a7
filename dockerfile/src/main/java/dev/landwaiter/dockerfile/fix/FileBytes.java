package dev.landwaiter.dockerfile.fix;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.dockerfile.Edit;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// The bytes of a file, in which places are found without decoding what is not touched.
///
/// Lines that are no UTF-8 have no places but their start: nothing is changed in them.
final class FileBytes {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final byte[] bytes;
  private final int[] starts;
  private final int lines;

  FileBytes(byte[] bytes) {
    this.bytes = bytes;
    int[] found = new int[64];
    found[0] = bytes.length >= 3 && Arrays.equals(bytes, 0, 3, MARK, 0, 3) ? 3 : 0;
    int count = 1;
    for (int i = found[0]; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        if (count == found.length) {
          found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = i + 1;
      }
    }
    this.starts = found;
    this.lines = count;
  }

  byte[] bytes() {
    return bytes;
  }

  /// The file with these edits, which are in file order and do not touch each other.
  FileBytes with(List<Edit> edits) {
    var changed = new ByteArrayOutputStream(bytes.length + 64);
    int at = 0;
    for (Edit each : edits) {
      int start = offset(each.span().start()).orElseThrow();
      changed.write(bytes, at, start - at);
      byte[] text = lineEnds(each).getBytes(StandardCharsets.UTF_8);
      changed.write(text, 0, text.length);
      at = offset(each.span().end()).orElseThrow();
    }
    changed.write(bytes, at, bytes.length - at);
    return new FileBytes(changed.toByteArray());
  }

  /// Whether the places of the edit can be found.
  boolean knows(Edit edit) {
    OptionalInt start = offset(edit.span().start());
    OptionalInt end = offset(edit.span().end());
    return start.isPresent() && end.isPresent() && start.getAsInt() <= end.getAsInt();
  }

  /// New lines end as the line does in which they are put.
  private String lineEnds(Edit edit) {
    int line = edit.span().start().line();
    int end = line < lines ? starts[line] : 0;
    return end >= 2 && bytes[end - 2] == '\r' ? edit.text().replace("\n", "\r\n") : edit.text();
  }

  private OptionalInt offset(Position place) {
    if (place.line() > lines) {
      return OptionalInt.empty();
    }
    int start = starts[place.line() - 1];
    if (place.column() == 1) {
      return OptionalInt.of(start);
    }
    int end = place.line() < lines ? starts[place.line()] : bytes.length;
    String line;
    try {
      line =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, start, end - start))
              .toString();
    } catch (CharacterCodingException _) {
      return OptionalInt.empty();
    }
    if (line.codePointCount(0, line.length()) < place.column() - 1) {
      return OptionalInt.empty();
    }
    String before = line.substring(0, line.offsetByCodePoints(0, place.column() - 1));
    return OptionalInt.of(start + before.getBytes(StandardCharsets.UTF_8).length);
  }
}
