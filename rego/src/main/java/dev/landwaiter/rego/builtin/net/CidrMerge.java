package dev.landwaiter.rego.builtin.net;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The smallest set of networks that holds the same addresses (reference 13.15).
final class CidrMerge {
  private CidrMerge() {}

  /// Addresses in a row.
  ///
  /// @param text what the range is shown as when nothing is merged into it, or empty
  private record Range(BigInteger first, BigInteger last, int bits, String text) {
    boolean touches(Range later) {
      return bits == later.bits && later.first.compareTo(last.add(BigInteger.ONE)) <= 0;
    }
  }

  static Value of(Value operand) throws BuiltinException {
    if (!(operand instanceof ArrayValue) && !(operand instanceof SetValue)) {
      throw BuiltinException.failure("operand must be an array");
    }
    List<Range> ranges = new ArrayList<>();
    for (Value element : operand.elements()) {
      ranges.add(range(element));
    }
    ranges.sort(
        Comparator.comparingInt(Range::bits)
            .thenComparing(Range::first)
            .thenComparing(Range::last));
    List<Range> merged = new ArrayList<>();
    for (Range range : ranges) {
      if (!merged.isEmpty() && merged.getLast().touches(range)) {
        Range before = merged.removeLast();
        merged.add(new Range(before.first, before.last.max(range.last), range.bits, ""));
      } else {
        merged.add(range);
      }
    }
    var result = new SetValue.Draft();
    for (Range range : merged) {
      if (range.text.isEmpty()) {
        networks(range).forEach(network -> result.add(Value.of(network.toString())));
      } else {
        result.add(Value.of(range.text));
      }
    }
    return result.finish();
  }

  private static Range range(Value element) throws BuiltinException {
    if (!(element instanceof StringValue string)) {
      throw BuiltinException.failure("element must be string");
    }
    var address = Address.parse(string.text());
    if (address.isEmpty()) {
      Cidr cidr = Cidr.of(string.text());
      return range(cidr, cidr.toString());
    }
    if (address.get().bits() != 32) {
      throw BuiltinException.failure("IPv6 invalid: needs prefix length");
    }
    int head = address.get().number().shiftRight(24).intValue();
    // Without a prefix an address of version 4 has that of its class.
    int prefix = head < 0x80 ? 8 : head < 0xc0 ? 16 : 24;
    String text = address.get() + "/" + prefix;
    return range(Cidr.of(text), text);
  }

  private static Range range(Cidr cidr, String text) {
    return new Range(cidr.first().number(), cidr.last().number(), cidr.first().bits(), text);
  }

  private static List<Cidr> networks(Range range) {
    List<Cidr> networks = new ArrayList<>();
    var end = range.last.add(BigInteger.ONE);
    var at = range.first;
    while (at.compareTo(end) < 0) {
      int aligned = at.signum() == 0 ? range.bits : at.getLowestSetBit();
      int room = end.subtract(at).bitLength() - 1;
      int size = Math.min(aligned, room);
      networks.add(new Cidr(new Address(at, range.bits), range.bits - size));
      at = at.add(BigInteger.ONE.shiftLeft(size));
    }
    return networks;
  }
}
