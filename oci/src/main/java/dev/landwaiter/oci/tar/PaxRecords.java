package dev.landwaiter.oci.tar;

import dev.landwaiter.oci.Fields;
import dev.landwaiter.oci.ImageException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What an extended header says about the next entry (POSIX.1-2017, pax, "pax Extended Header"; GNU
/// tar manual, "PAX Format, Versions 0.0 to 1.0"). Texts are empty and numbers -1 where it says
/// nothing.
final class PaxRecords {
  String path = "";
  String linkPath = "";
  long size = -1;
  String sparseName = "";
  String sparseMajor = "";
  long sparseSize = -1;
  final List<Long> sparseMap = new ArrayList<>();

  /// Reads the records `LENGTH KEY=VALUE\n` of a header.
  static PaxRecords parse(String where, byte[] body, int length) throws ImageException {
    var records = new PaxRecords();
    int at = 0;
    while (at < length) {
      int start = at;
      int recordLength = 0;
      while (at < length && body[at] >= '0' && body[at] <= '9' && recordLength <= length) {
        recordLength = recordLength * 10 + (body[at++] - '0');
      }
      int end = start + recordLength;
      int equals = at + 1;
      while (equals < Math.min(end, length) && body[equals] != '=') {
        equals++;
      }
      boolean sound =
          recordLength > 0
              && end <= length
              && equals < end
              && body[at] == ' '
              && body[end - 1] == '\n';
      if (!sound) {
        throw Fields.invalid(where + ": an extended tar header is damaged");
      }
      records.put(where, body, new int[] {at + 1, equals, end - 1});
      at = end;
    }
    return records;
  }

  /// @param bounds start of the key, place of the equals sign, end of the value
  private void put(String where, byte[] body, int[] bounds) throws ImageException {
    byte first = body[bounds[0]];
    if (first != 'p' && first != 'l' && first != 's' && first != 'G') {
      return;
    }
    String key = text(body, bounds[0], bounds[1]);
    String value = text(body, bounds[1] + 1, bounds[2]);
    switch (key) {
      case "path" -> path = withoutNul(where, value);
      case "linkpath" -> linkPath = withoutNul(where, value);
      case "size" -> size = number(where, key, value);
      case "GNU.sparse.name" -> sparseName = withoutNul(where, value);
      case "GNU.sparse.major" -> sparseMajor = value;
      case "GNU.sparse.size", "GNU.sparse.realsize" -> sparseSize = number(where, key, value);
      case "GNU.sparse.offset", "GNU.sparse.numbytes" -> sparseMap.add(number(where, key, value));
      case "GNU.sparse.map" -> {
        for (String part : value.split(",", -1)) {
          sparseMap.add(number(where, key, part));
        }
      }
      default -> {}
    }
  }

  private static String text(byte[] body, int from, int to) {
    return new String(body, from, to - from, StandardCharsets.UTF_8);
  }

  private static String withoutNul(String where, String value) throws ImageException {
    if (value.indexOf(0) >= 0) {
      throw Fields.invalid(where + ": a name in an extended tar header holds a NUL character");
    }
    return value;
  }

  private static long number(String where, String key, String value) throws ImageException {
    if (value.isEmpty()) {
      return -1;
    }
    long number = SparseMap.decimal(value);
    if (number < 0) {
      throw Fields.invalid(
          where + ": '" + Fields.shown(value) + "' is no " + key + " in an extended tar header");
    }
    return number;
  }
}
