package dev.landwaiter.inventory.database.sqlite;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One value of a row (SQLite database file format, section 2.1, serial types).
public sealed interface Cell {
  /// No value; also what an `INTEGER PRIMARY KEY` column holds, whose value is the rowid.
  enum Null implements Cell {
    NULL
  }

  record Whole(long value) implements Cell {}

  record Real(double value) implements Cell {}

  /// A text in UTF-8.
  record Text(String value) implements Cell {}

  /// Bytes, which nobody may change.
  @SuppressWarnings("ArrayRecordComponent")
  record Blob(byte[] value) implements Cell {}

  static Cell of(String text) {
    return new Text(text);
  }

  static Cell of(long number) {
    return new Whole(number);
  }

  static Cell of(byte[] bytes) {
    return new Blob(bytes);
  }

  /// The text, or the empty text for every other kind.
  default String text() {
    return this instanceof Text text ? text.value : "";
  }

  /// The integer, or 0 for every other kind.
  default long number() {
    return this instanceof Whole whole ? whole.value : 0;
  }

  /// The bytes of a blob or of a text, or none for every other kind.
  default byte[] bytes() {
    return switch (this) {
      case Blob blob -> blob.value;
      case Text text -> text.value.getBytes(StandardCharsets.UTF_8);
      case Null _, Whole _, Real _ -> new byte[0];
    };
  }

  /// The order of an index with binary collation: null, numbers, texts, blobs.
  static int compare(Cell left, Cell right) {
    int kinds = Integer.compare(left.kind(), right.kind());
    if (kinds != 0) {
      return kinds;
    }
    if (left instanceof Whole a && right instanceof Whole b) {
      return Long.compare(a.value, b.value);
    }
    return left.kind() == 1
        ? Double.compare(left.real(), right.real())
        : Arrays.compareUnsigned(left.bytes(), right.bytes());
  }

  private int kind() {
    return switch (this) {
      case Null _ -> 0;
      case Whole _, Real _ -> 1;
      case Text _ -> 2;
      case Blob _ -> 3;
    };
  }

  private double real() {
    return this instanceof Real real ? real.value : number();
  }
}
