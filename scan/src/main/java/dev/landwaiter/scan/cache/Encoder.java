package dev.landwaiter.scan.cache;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Writes numbers, texts and lists compactly; a text that came before is written as its number.
final class Encoder {
  /// Writes one thing.
  interface Item<T> {
    void write(T value) throws IOException;
  }

  private final DataOutputStream out;
  private final Map<String, Integer> known = new HashMap<>();

  Encoder(OutputStream out) {
    this.out = new DataOutputStream(out);
  }

  void number(long value) throws IOException {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.writeByte((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  void flag(boolean value) throws IOException {
    out.writeByte(value ? 1 : 0);
  }

  void text(String value) throws IOException {
    Integer number = known.get(value);
    if (number != null) {
      number(number);
      return;
    }
    // 0 announces a new text; it gets the next number, from 1.
    number(0);
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    out.write(bytes);
    known.put(value, known.size() + 1);
  }

  <T> void list(Collection<T> values, Item<T> item) throws IOException {
    number(values.size());
    for (T value : values) {
      item.write(value);
    }
  }

  void texts(Collection<String> values) throws IOException {
    list(values, this::text);
  }

  void flush() throws IOException {
    out.flush();
  }
}
