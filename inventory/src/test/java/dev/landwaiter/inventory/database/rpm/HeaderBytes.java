package dev.landwaiter.inventory.database.rpm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes header blobs for tests, one region and then what was added on installation.
final class HeaderBytes {
  private record Entry(int tag, int type, int offset, int count) {}

  private final ByteArrayOutputStream data = new ByteArrayOutputStream();
  private final List<Entry> region = new ArrayList<>();
  private final List<Entry> dribbles = new ArrayList<>();

  HeaderBytes text(int tag, String value) {
    return add(region, tag, 6, 1, (value + "\0").getBytes(StandardCharsets.UTF_8));
  }

  HeaderBytes texts(int tag, List<String> values) {
    String joined = String.join("\0", values) + "\0";
    return add(region, tag, 8, values.size(), joined.getBytes(StandardCharsets.UTF_8));
  }

  HeaderBytes numbers(int tag, int... values) {
    var bytes = ByteBuffer.allocate(4 * values.length);
    for (int value : values) {
      bytes.putInt(value);
    }
    return add(region, tag, 4, values.length, bytes.array());
  }

  HeaderBytes dribble(int tag, String value) {
    return add(dribbles, tag, 6, 1, (value + "\0").getBytes(StandardCharsets.UTF_8));
  }

  private HeaderBytes add(List<Entry> to, int tag, int type, int count, byte[] value) {
    while (data.size() % 8 != 0) {
      data.write(0);
    }
    to.add(new Entry(tag, type, data.size(), count));
    data.writeBytes(value);
    return this;
  }

  byte[] bytes() {
    int trailer = data.size();
    int count = 1 + region.size() + dribbles.size();
    var blob = ByteBuffer.allocate(8 + 16 * count + trailer + 16);
    blob.putInt(count).putInt(trailer + 16);
    put(blob, new Entry(63, 7, trailer, 16));
    region.forEach(entry -> put(blob, entry));
    dribbles.forEach(entry -> put(blob, entry));
    blob.put(data.toByteArray());
    put(blob, new Entry(63, 7, -16 * (1 + region.size()), 16));
    return blob.array();
  }

  private static void put(ByteBuffer blob, Entry entry) {
    blob.putInt(entry.tag).putInt(entry.type).putInt(entry.offset).putInt(entry.count);
  }
}
