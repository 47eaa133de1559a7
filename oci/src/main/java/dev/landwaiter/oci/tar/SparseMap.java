package dev.landwaiter.oci.tar;

import dev.landwaiter.oci.Fields;
import dev.landwaiter.oci.ImageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Where the stored pieces of a sparse file belong; what lies between them is zero (GNU tar manual,
/// "Storing Sparse Files").
///
/// @param pieces offset and length of each piece in turn
record SparseMap(List<Long> pieces) {
  private static final int TEXT_LIMIT = 19;

  /// A plain decimal number that fits a `long`, or -1.
  static long decimal(String text) {
    boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (text.isEmpty() || text.length() > TEXT_LIMIT || !digits) {
      return -1;
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /// Reads the map in an old GNU header, and the blocks that continue it.
  ///
  /// @param most so many bytes of continuing blocks are read at most
  static SparseMap ofHeader(TarHeader header, TarSource source, String where, long most)
      throws IOException {
    var pieces = new ArrayList<Long>();
    addPieces(header, 386, 4, pieces, where);
    boolean more = header.block[482] != 0;
    var next = new TarHeader();
    for (long read = 0; more; read += TarHeader.BLOCK) {
      if (read >= most || !source.block(next.block)) {
        throw wrong(where);
      }
      addPieces(next, 0, 21, pieces, where);
      more = next.block[504] != 0;
    }
    return new SparseMap(pieces);
  }

  private static void addPieces(
      TarHeader from, int start, int count, List<Long> pieces, String where) throws ImageException {
    for (int i = 0; i < count; i++) {
      int at = start + i * 24;
      long offset = from.number(at, 12);
      long length = from.number(at + 12, 12);
      if (offset < 0 || length < 0) {
        throw wrong(where);
      }
      if (offset != 0 || length != 0) {
        pieces.add(offset);
        pieces.add(length);
      }
    }
  }

  /// Reads the map of version 1.0, which stands in front of the content: decimal lines, filled up
  /// to whole blocks.
  ///
  /// @param pieces is given the map
  /// @return the number of bytes read
  static long readText(TarSource source, String where, long most, List<Long> pieces)
      throws IOException {
    var block = new byte[TarHeader.BLOCK];
    var line = new StringBuilder();
    long wanted = -1;
    for (long read = 0; read < most; ) {
      source.read(block, 0, block.length);
      read += block.length;
      for (byte b : block) {
        if (b != '\n') {
          line.append((char) b);
          continue;
        }
        long number = decimal(line.toString());
        line.setLength(0);
        if (number < 0) {
          throw wrong(where);
        }
        if (wanted < 0) {
          wanted = number > most ? most : number * 2;
        } else {
          pieces.add(number);
        }
        if (pieces.size() == wanted) {
          return read;
        }
      }
      if (line.length() > TEXT_LIMIT) {
        throw wrong(where);
      }
    }
    throw wrong(where);
  }

  /// Puts the pieces where they belong.
  ///
  /// @param stored number of bytes that the archive holds of the file
  /// @return the number of bytes read
  long fill(TarSource source, byte[] file, long stored, String where) throws IOException {
    long read = 0;
    long last = 0;
    for (int i = 0; i + 1 < pieces.size(); i += 2) {
      long offset = pieces.get(i);
      long length = pieces.get(i + 1);
      boolean inside = offset >= last && length <= file.length && offset <= file.length - length;
      if (!inside || length > stored - read) {
        throw wrong(where);
      }
      source.read(file, (int) offset, (int) length);
      read += length;
      last = offset + length;
    }
    return read;
  }

  static ImageException wrong(String where) {
    return Fields.invalid(where + ": the map of a sparse file is damaged");
  }
}
