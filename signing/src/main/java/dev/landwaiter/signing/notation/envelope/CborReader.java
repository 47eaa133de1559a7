package dev.landwaiter.signing.notation.envelope;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads CBOR (RFC 8949) as far as envelopes need it: definite lengths, no floating point, no key
/// twice, at most 16 levels and 10,000 items.
final class CborReader {
  private static final int DEEPEST = 16;
  private static final int MOST = 10_000;

  private final Bytes content;
  private int at;
  private int items;

  private CborReader(Bytes content) {
    this.content = content;
  }

  /// One item.
  sealed interface Item {
    /// A whole number.
    record Number(long value) implements Item {}

    record Blob(Bytes content) implements Item {}

    record Text(String text) implements Item {}

    record Sequence(List<Item> items) implements Item {
      public Sequence {
        items = List.copyOf(items);
      }
    }

    record Mapping(Map<Item, Item> members) implements Item {}

    record Tagged(long tag, Item item) implements Item {}

    /// False, true, null and undefined by their numbers from 20 to 23.
    record Simple(int value) implements Item {}
  }

  /// The one item that these bytes are.
  static Item only(Bytes content) throws RefusedException {
    var reader = new CborReader(content);
    Item item = reader.item(0);
    if (reader.at != content.size()) {
      throw Header.wrong("more follows after its end");
    }
    return item;
  }

  private Item item(int depth) throws RefusedException {
    if (depth > DEEPEST || ++items > MOST) {
      throw Header.wrong("it is nested too deeply or has too many parts");
    }
    int head = octet();
    int kind = head >> 5;
    if (kind == 7) {
      int simple = head & 31;
      if (simple < 20 || simple > 23) {
        throw Header.wrong("a kind of value that does not belong there");
      }
      return new Item.Simple(simple);
    }
    long argument = argument(head & 31);
    return switch (kind) {
      case 0 -> new Item.Number(argument);
      case 1 -> new Item.Number(-1 - argument);
      case 2 -> new Item.Blob(take(argument));
      case 3 -> new Item.Text(text(take(argument)));
      case 4 -> new Item.Sequence(sequence(argument, depth));
      case 5 -> new Item.Mapping(mapping(argument, depth));
      default -> new Item.Tagged(argument, item(depth + 1));
    };
  }

  private List<Item> sequence(long size, int depth) throws RefusedException {
    bounded(size);
    List<Item> all = new ArrayList<>();
    for (long i = 0; i < size; i++) {
      all.add(item(depth + 1));
    }
    return all;
  }

  private Map<Item, Item> mapping(long size, int depth) throws RefusedException {
    bounded(size);
    Map<Item, Item> all = new LinkedHashMap<>();
    for (long i = 0; i < size; i++) {
      Item key = item(depth + 1);
      if (all.put(key, item(depth + 1)) != null) {
        throw Header.wrong("a member is there twice");
      }
    }
    return all;
  }

  private void bounded(long size) throws RefusedException {
    if (size > content.size() - at) {
      throw Header.wrong("it ends within a list");
    }
  }

  /// The number in the head of an item, in its shortest form.
  private long argument(int first) throws RefusedException {
    if (first < 24) {
      return first;
    }
    if (first > 27) {
      throw Header.wrong("an indefinite length");
    }
    int octets = 1 << (first - 24);
    long value = 0;
    for (int i = 0; i < octets; i++) {
      value = (value << 8) | octet();
    }
    boolean shortest =
        switch (octets) {
          case 1 -> value >= 24;
          case 2 -> value > 0xff;
          case 4 -> value > 0xffff;
          default -> value > 0xffff_ffffL;
        };
    // Numbers beyond 63 bits turn negative and fail here too.
    if (!shortest) {
      throw Header.wrong("a number that is too large or not in its shortest form");
    }
    return value;
  }

  private Bytes take(long size) throws RefusedException {
    if (size > content.size() - at) {
      throw Header.wrong("it ends within a text");
    }
    Bytes taken = content.slice(at, at + (int) size);
    at += (int) size;
    return taken;
  }

  private static String text(Bytes utf8) throws RefusedException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8.toArray())).toString();
    } catch (CharacterCodingException e) {
      throw Header.wrong("a text that is not UTF-8");
    }
  }

  private int octet() throws RefusedException {
    if (at >= content.size()) {
      throw Header.wrong("it ends too early");
    }
    return content.at(at++);
  }
}
