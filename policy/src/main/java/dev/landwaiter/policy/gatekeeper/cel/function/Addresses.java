package dev.landwaiter.policy.gatekeeper.cel.function;

import static dev.landwaiter.policy.gatekeeper.cel.function.Operation.one;
import static dev.landwaiter.policy.gatekeeper.cel.function.Operation.walk;

import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.rego.builtin.net.Address;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Addresses and networks of IP.
final class Addresses {
  static final Library LIBRARY =
      new Library(
          """
          ip string -> kubernetes.IP
          isIP string -> bool
          ip.isCanonical string -> bool
          family kubernetes.IP . -> int
          isUnspecified kubernetes.IP . -> bool
          isLoopback kubernetes.IP . -> bool
          isLinkLocalMulticast kubernetes.IP . -> bool
          isLinkLocalUnicast kubernetes.IP . -> bool
          isGlobalUnicast kubernetes.IP . -> bool
          cidr string -> kubernetes.CIDR
          isCIDR string -> bool
          containsIP kubernetes.CIDR . kubernetes.IP -> bool
          containsIP kubernetes.CIDR . string -> bool
          containsCIDR kubernetes.CIDR . kubernetes.CIDR -> bool
          containsCIDR kubernetes.CIDR . string -> bool
          ip kubernetes.CIDR . -> kubernetes.IP
          masked kubernetes.CIDR . -> kubernetes.CIDR
          prefixLength kubernetes.CIDR . -> int
          """,
          Map.ofEntries(
              Map.entry("ip", walk((a, _) -> a[0] instanceof Net net ? net.ip : ip(a[0]))),
              Map.entry("isIP", walk((a, _) -> isIt(a[0], ip(a[0]), Ip.class::isInstance))),
              Map.entry("ip.isCanonical", walk((a, _) -> isCanonical(a[0]))),
              Map.entry("family", one((a, _) -> family(a[0]))),
              Map.entry("isUnspecified", one((a, _) -> ask(a[0], Ip::isUnspecified))),
              Map.entry("isLoopback", one((a, _) -> ask(a[0], Ip::isLoopback))),
              Map.entry("isLinkLocalMulticast", one((a, _) -> ask(a[0], Ip::isLocalMulticast))),
              Map.entry("isLinkLocalUnicast", one((a, _) -> ask(a[0], Ip::isLocalUnicast))),
              Map.entry("isGlobalUnicast", one((a, _) -> ask(a[0], Ip::isGlobalUnicast))),
              Map.entry("cidr", walk((a, _) -> cidr(a[0]))),
              Map.entry("isCIDR", walk((a, _) -> isIt(a[0], cidr(a[0]), Net.class::isInstance))),
              Map.entry("containsIP", one((a, _) -> containsIp(a))),
              Map.entry("containsCIDR", one((a, _) -> containsCidr(a))),
              Map.entry(
                  "masked",
                  one((a, _) -> a[0] instanceof Net net ? net.masked() : Item.Failure.NO_OVERLOAD)),
              Map.entry(
                  "prefixLength",
                  one((a, _) ->
                      a[0] instanceof Net net
                          ? Item.Int.of(net.length)
                          : Item.Failure.NO_OVERLOAD))));

  private Addresses() {}

  /// An address.
  record Ip(Address address) implements Item.Opaque {
    @Override
    public String typeName() {
      return "kubernetes.IP";
    }

    String text() {
      return address.toString();
    }

    /// Whether the leading bits are these.
    private boolean starts(int bits, long first, int length) {
      return address.bits() == bits
          && address.number().shiftRight(bits - length).equals(BigInteger.valueOf(first));
    }

    boolean isUnspecified() {
      return address.number().signum() == 0;
    }

    boolean isLoopback() {
      return starts(32, 127, 8)
          || (address.bits() == 128 && address.number().equals(BigInteger.ONE));
    }

    boolean isLocalMulticast() {
      return starts(32, 0xe00000, 24) || isScope(2);
    }

    /// Multicast of version 6 whose scope is this, whatever its flags.
    private boolean isScope(int scope) {
      return starts(128, 0xff, 8) && address.number().shiftRight(112).intValue() % 16 == scope;
    }

    boolean isLocalUnicast() {
      return starts(32, 0xa9fe, 16) || starts(128, 0xfe80 >> 6, 10);
    }

    boolean isGlobalUnicast() {
      boolean broadcast = starts(32, 0xffffffffL, 32);
      boolean multicast = starts(32, 0xe, 4) || starts(128, 0xff, 8);
      return !isUnspecified() && !broadcast && !isLoopback() && !multicast && !isLocalUnicast();
    }
  }

  /// A network.
  record Net(Ip ip, int length) implements Item.Opaque {
    @Override
    public String typeName() {
      return "kubernetes.CIDR";
    }

    String text() {
      return ip.text() + "/" + length;
    }

    Net masked() {
      int rest = ip.address.bits() - length;
      var number = ip.address.number().shiftRight(rest).shiftLeft(rest);
      return new Net(new Ip(new Address(number, ip.address.bits())), length);
    }

    boolean contains(Ip other) {
      int rest = ip.address.bits() - length;
      return other.address.bits() == ip.address.bits()
          && other.address.number().shiftRight(rest).equals(ip.address.number().shiftRight(rest));
    }
  }

  private static Optional<Ip> parse(String text) {
    // An address of version 4 in the clothes of version 6 is refused.
    return Address.parse(text)
        .filter(address -> address.bits() == 128 || text.indexOf(':') < 0)
        .map(Ip::new);
  }

  private static Item ip(Item item) {
    return item instanceof Item.Text text
        ? parse(text.value())
            .<Item>map(ip -> ip)
            .orElseGet(() ->
                new Item.Failure(
                    "IP Address \""
                        + text.value()
                        + "\" parse error during conversion from string: ParseAddr(\""
                        + text.value()
                        + "\"): unable to parse IP"))
        : Item.Failure.NO_OVERLOAD;
  }

  private static Item isIt(Item given, Item made, Predicate<Item> question) {
    return given instanceof Item.Text
        ? Item.Bool.of(question.test(made))
        : Item.Failure.NO_OVERLOAD;
  }

  private static Item isCanonical(Item item) {
    Item made = ip(item);
    return made instanceof Ip ip && item instanceof Item.Text text
        ? Item.Bool.of(ip.text().equals(text.value()))
        : made;
  }

  private static Item family(Item item) {
    return item instanceof Ip ip
        ? Item.Int.of(ip.address.bits() == 32 ? 4 : 6)
        : Item.Failure.NO_OVERLOAD;
  }

  private static Item ask(Item item, Predicate<Ip> question) {
    return item instanceof Ip ip ? Item.Bool.of(question.test(ip)) : Item.Failure.NO_OVERLOAD;
  }

  private static Item cidr(Item item) {
    return item instanceof Item.Text text
        ? net(text.value())
            .<Item>map(net -> net)
            .orElseGet(() ->
                new Item.Failure(
                    "network address parse error during conversion from string: "
                        + "netip.ParsePrefix(\""
                        + text.value()
                        + "\"): no valid network"))
        : Item.Failure.NO_OVERLOAD;
  }

  private static Optional<Net> net(String text) {
    int slash = text.lastIndexOf('/');
    String length = text.substring(slash + 1);
    boolean number =
        !length.isEmpty()
            && length.length() <= 3
            && length.chars().allMatch(c -> c >= '0' && c <= '9')
            && (length.length() == 1 || length.charAt(0) != '0');
    if (slash < 0 || !number) {
      return Optional.empty();
    }
    int bits = Integer.parseInt(length);
    return parse(text.substring(0, slash))
        .filter(ip -> bits <= ip.address.bits())
        .map(ip -> new Net(ip, bits));
  }

  private static Item containsIp(Item[] arguments) {
    Item other = arguments[1] instanceof Ip ? arguments[1] : ip(arguments[1]);
    return arguments[0] instanceof Net net
        ? (other instanceof Ip ip ? Item.Bool.of(net.contains(ip)) : other)
        : Item.Failure.NO_OVERLOAD;
  }

  private static Item containsCidr(Item[] arguments) {
    Item other = arguments[1] instanceof Net ? arguments[1] : cidr(arguments[1]);
    return arguments[0] instanceof Net net
        ? (other instanceof Net inner
            ? Item.Bool.of(net.length <= inner.length && net.contains(inner.ip))
            : other)
        : Item.Failure.NO_OVERLOAD;
  }
}
