package dev.landwaiter.rego.builtin.crypto;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// An object identifier by its dotted text, such as `2.5.29.17`.
record ObjectId(String text) {
  private static final int LIMIT = 512;

  static ObjectId of(byte[] content, String error) throws BuiltinException {
    if (content.length == 0 || content.length > LIMIT || content[content.length - 1] < 0) {
      throw BuiltinException.failure(error);
    }
    List<String> arcs = new ArrayList<>();
    var arc = BigInteger.ZERO;
    boolean begins = true;
    for (byte b : content) {
      if (begins && b == (byte) 0x80) {
        throw BuiltinException.failure(error);
      }
      arc = arc.shiftLeft(7).or(BigInteger.valueOf(b & 0x7f));
      begins = b >= 0;
      if (begins) {
        if (arcs.isEmpty()) {
          int first =
              Math.min(2, arc.divide(BigInteger.valueOf(40)).min(BigInteger.TWO).intValue());
          arcs.add(Integer.toString(first));
          arc = arc.subtract(BigInteger.valueOf(first * 40L));
        }
        arcs.add(arc.toString());
        arc = BigInteger.ZERO;
      }
    }
    return new ObjectId(String.join(".", arcs));
  }

  /// The arcs as numbers.
  Value value() {
    List<Value> arcs = new ArrayList<>();
    for (String arc : text.split("\\.", -1)) {
      arcs.add(NumberValue.of(arc));
    }
    return new ArrayValue(arcs);
  }

  boolean is(String dotted) {
    return text.equals(dotted);
  }

  /// Whether every arc fits 31 bits, as Go's older form of identifiers needs.
  boolean isSmall() {
    for (String arc : text.split("\\.", -1)) {
      if (arc.length() > 10 || Long.parseLong(arc) > Integer.MAX_VALUE) {
        return false;
      }
    }
    return true;
  }
}
