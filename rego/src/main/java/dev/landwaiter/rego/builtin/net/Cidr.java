package dev.landwaiter.rego.builtin.net;

import dev.landwaiter.rego.builtin.BuiltinException;
import java.math.BigInteger;
import java.util.Optional;

/// A network: all addresses that begin with the same bits.
///
/// @param first the smallest address
/// @param prefix the number of bits they share
record Cidr(Address first, int prefix) {
  /// Reads `ADDRESS/BITS`; bits of the address behind the prefix are dropped.
  static Cidr of(String text) throws BuiltinException {
    return parse(text).orElseThrow(() -> BuiltinException.failure("invalid CIDR address: " + text));
  }

  static Optional<Cidr> parse(String text) {
    int slash = text.indexOf('/');
    String prefix = text.substring(slash + 1);
    if (slash < 0
        || prefix.isEmpty()
        || prefix.length() > 3
        || !prefix.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    int bits = Integer.parseInt(prefix);
    String address = text.substring(0, slash);
    var written = Address.parseAsWritten(address);
    if (written.isEmpty() || bits > written.get().bits()) {
      return Optional.empty();
    }
    Address parsed = Address.parse(address).orElseThrow();
    // A prefix counted over the form of version 6 that version 4 is embedded in.
    int surplus = written.get().bits() - parsed.bits();
    return bits < surplus
        ? Optional.of(masked(written.get(), bits))
        : Optional.of(masked(parsed, bits - surplus));
  }

  private static Cidr masked(Address address, int prefix) {
    int rest = address.bits() - prefix;
    return new Cidr(
        new Address(address.number().shiftRight(rest).shiftLeft(rest), address.bits()), prefix);
  }

  Address last() {
    return new Address(first.number().add(size()).subtract(BigInteger.ONE), first.bits());
  }

  /// The number of addresses.
  BigInteger size() {
    return BigInteger.ONE.shiftLeft(first.bits() - prefix);
  }

  boolean contains(Address address) {
    int rest = first.bits() - prefix;
    return address.bits() == first.bits()
        && address.number().shiftRight(rest).equals(first.number().shiftRight(rest));
  }

  @Override
  public String toString() {
    return first + "/" + prefix;
  }
}
