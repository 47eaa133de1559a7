package dev.landwaiter.scan.cache;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads what [Encoder] wrote. Every count is held to the bytes that are left.
final class Decoder {
  /// Reads one thing.
  interface Item<T> {
    T read() throws IOException;
  }

  private final byte[] bytes;
  private final List<String> known = new ArrayList<>();
  private int at;

  Decoder(byte[] bytes, int start) {
    this.bytes = bytes;
    this.at = start;
  }

  private int next() throws IOException {
    if (at >= bytes.length) {
      throw new EOFException("cache entry ends early");
    }
    return bytes[at++];
  }

  long number() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int octet = next();
      value |= (long) (octet & 0x7f) << shift;
      if (octet >= 0) {
        return value;
      }
    }
    throw new IOException("cache entry holds a number that is too long");
  }

  int count() throws IOException {
    long value = number();
    if (value < 0 || value > bytes.length - at) {
      throw new IOException("cache entry counts more than it holds");
    }
    return (int) value;
  }

  int integer() throws IOException {
    return (int) number();
  }

  boolean flag() throws IOException {
    return next() != 0;
  }

  String text() throws IOException {
    long number = number();
    if (number == 0) {
      int length = count();
      String value = new String(bytes, at, length, StandardCharsets.UTF_8);
      at += length;
      known.add(value);
      return value;
    }
    if (number < 0 || number > known.size()) {
      throw new IOException("cache entry refers to a text it does not hold");
    }
    return known.get((int) number - 1);
  }

  <T> List<T> list(Item<T> item) throws IOException {
    int count = count();
    List<T> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(item.read());
    }
    return values;
  }

  List<String> texts() throws IOException {
    return list(this::text);
  }
}
