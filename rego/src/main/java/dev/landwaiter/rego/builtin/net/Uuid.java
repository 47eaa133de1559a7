package dev.landwaiter.rego.builtin.net;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The sixteen bytes of a UUID (RFC 9562) and what they tell.
final class Uuid {
  /// 1582-10-15 to 1970-01-01 in units of 100 ns.
  private static final long EPOCH = 0x01B21DD213814000L;

  private final long high;
  private final long low;

  private Uuid(long high, long low) {
    this.high = high;
    this.low = low;
  }

  static Uuid random(RandomGenerator random) {
    long high = random.nextLong();
    long low = random.nextLong();
    return new Uuid((high & ~0xf000L) | 0x4000L, (low & (-1L >>> 2)) | Long.MIN_VALUE);
  }

  /// Reads the plain form, `urn:uuid:…`, a form between two other characters such as braces, or 32
  /// digits.
  static Optional<Uuid> parse(String text) {
    String plain =
        switch (text.length()) {
          case 45 -> text.regionMatches(true, 0, "urn:uuid:", 0, 9) ? text.substring(9) : "";
          case 38 -> text.substring(1, 37);
          default -> text;
        };
    if (plain.length() == 36) {
      if (plain.charAt(8) != '-'
          || plain.charAt(13) != '-'
          || plain.charAt(18) != '-'
          || plain.charAt(23) != '-') {
        return Optional.empty();
      }
      plain = plain.replace("-", "");
    }
    if (plain.length() != 32 || !plain.chars().allMatch(HexFormat::isHexDigit)) {
      return Optional.empty();
    }
    var bytes = ByteBuffer.wrap(HexFormat.of().parseHex(plain));
    return Optional.of(new Uuid(bytes.getLong(), bytes.getLong()));
  }

  Value describe() {
    var object = new ObjectValue.Draft();
    long version = (high >> 12) & 15;
    put(object, "version", Value.of(version));
    put(object, "variant", Value.of(variant()));
    if (version == 1 || version == 2) {
      long time = ((high & 0xfff) << 48) | (((high >> 16) & 0xffff) << 32) | (high >>> 32);
      put(object, "time", Value.of((time - EPOCH) * 100));
      put(object, "clocksequence", Value.of((low >>> 48) & 0x3fff));
      byte[] node = new byte[6];
      for (int i = 0; i < 6; i++) {
        node[i] = (byte) (low >> (8 * (5 - i)));
      }
      put(object, "nodeid", Value.of(HexFormat.ofDelimiter("-").formatHex(node)));
      String scope = (node[0] & 2) == 0 ? "global" : "local";
      String cast = (node[0] & 1) == 0 ? "unicast" : "multicast";
      put(object, "macvariables", Value.of(scope + ":" + cast));
    }
    if (version == 2) {
      put(object, "id", Value.of(high >>> 32));
      put(object, "domain", Value.of(domain((int) ((low >>> 48) & 255))));
    }
    return object.finish();
  }

  private static void put(ObjectValue.Draft object, String key, Value value) {
    object.put(Value.of(key), value);
  }

  private String variant() {
    int bits = (int) (low >>> 61);
    return bits < 4 ? "Reserved" : bits < 6 ? "RFC4122" : bits == 6 ? "Microsoft" : "Future";
  }

  private static String domain(int number) {
    return switch (number) {
      case 0 -> "Person";
      case 1 -> "Group";
      case 2 -> "Org";
      default -> "Domain" + number;
    };
  }

  @Override
  public String toString() {
    return new java.util.UUID(high, low).toString();
  }
}
