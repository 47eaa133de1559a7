package dev.landwaiter.rego.builtin.net;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Operation;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// `net.cidr_*` (reference 13.15).
public final class CidrFunctions {
  /// A network with more addresses is not written out.
  private static final int EXPANSION_LIMIT = 1 << 24;

  private static final Type ADDRESS = Type.any(Type.STRING, Type.array(Type.ANY));
  private static final Type ADDRESSES =
      Type.any(
          Type.STRING, Type.array(ADDRESS), Type.object(Type.STRING, ADDRESS), Type.set(ADDRESS));

  private CidrFunctions() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(
            Declaration.of("net.cidr_contains")
                .takes("cidr", Type.STRING)
                .takes("cidr_or_ip", Type.STRING)
                .gives(Type.BOOLEAN),
            CONTAINS),
        new Builtin(
            Declaration.of("net.cidr_overlap")
                .takes("", Type.STRING)
                .takes("", Type.STRING)
                .gives(Type.BOOLEAN)
                .flagged(Declaration.Flag.DEPRECATED),
            CONTAINS),
        new Builtin(
            Declaration.of("net.cidr_intersects")
                .takes("cidr1", Type.STRING)
                .takes("cidr2", Type.STRING)
                .gives(Type.BOOLEAN),
            (_, a) -> Value.of(intersects(Cidr.of(text(a[0])), Cidr.of(text(a[1]))))),
        new Builtin(
            Declaration.of("net.cidr_expand")
                .takes("cidr", Type.STRING)
                .gives(Type.set(Type.STRING)),
            (s, a) -> expand(s, text(a[0]))),
        new Builtin(
            Declaration.of("net.cidr_is_valid").takes("cidr", Type.STRING).gives(Type.BOOLEAN),
            (_, a) ->
                Value.of(
                    a[0] instanceof StringValue string && Cidr.parse(string.text()).isPresent())),
        new Builtin(
            Declaration.of("net.cidr_merge")
                .takes("addrs", Type.any(Type.array(Type.any(Type.STRING)), Type.set(Type.STRING)))
                .gives(Type.set(Type.STRING)),
            (_, a) -> CidrMerge.of(a[0])),
        new Builtin(
            Declaration.of("net.cidr_contains_matches")
                .takes("cidrs", ADDRESSES)
                .takes("cidrs_or_ips", ADDRESSES)
                .gives(Type.set(Type.tuple(Type.ANY, Type.ANY))),
            (s, a) -> matches(s, a[0], a[1])));
  }

  private static final Operation CONTAINS = (_, a) -> Value.of(contains(a[0], a[1]));

  /// The text of either operand; the original counts both as the first.
  private static String text(Value operand) throws BuiltinException {
    return Operands.string(new Value[] {operand}, 0);
  }

  private static boolean contains(Value network, Value part) throws BuiltinException {
    Cidr cidr = Cidr.of(text(network));
    String text = text(part);
    var address = Address.parse(text);
    if (address.isPresent()) {
      return cidr.contains(address.get());
    }
    var other = Cidr.parse(text);
    if (other.isEmpty()) {
      throw BuiltinException.failure(
          "not a valid textual representation of an IP address or CIDR: " + text);
    }
    return cidr.contains(other.get().first()) && cidr.contains(other.get().last());
  }

  private static boolean intersects(Cidr left, Cidr right) {
    return left.contains(right.first()) || right.contains(left.first());
  }

  private static Value expand(Surroundings surroundings, String text) throws BuiltinException {
    Cidr cidr = Cidr.of(text);
    if (cidr.size().bitLength() > 25) {
      throw BuiltinException.failure(
          text + " has more than the " + EXPANSION_LIMIT + " addresses that are written out");
    }
    int size = cidr.size().intValueExact();
    surroundings.reserve(size * 6L);
    var addresses = new SetValue.Draft();
    for (int i = 0; i < size; i++) {
      surroundings.check();
      var number = cidr.first().number().add(BigInteger.valueOf(i));
      addresses.add(Value.of(new Address(number, cidr.first().bits()).toString()));
    }
    return addresses.finish();
  }

  /// One network or address with what stands for it in the result.
  private record Candidate(Value text, Value index) {}

  private static Value matches(Surroundings surroundings, Value networks, Value parts)
      throws BuiltinException {
    var result = new SetValue.Draft();
    List<Candidate> left = candidates(1, networks);
    List<Candidate> right = left.isEmpty() ? List.of() : candidates(2, parts);
    for (Candidate network : left) {
      for (Candidate part : right) {
        surroundings.check();
        if (contains(network.text, part.text)) {
          surroundings.reserve(4);
          result.add(ArrayValue.of(network.index, part.index));
        }
      }
    }
    return result.finish();
  }

  private static List<Candidate> candidates(int position, Value operand) throws BuiltinException {
    List<Candidate> candidates = new ArrayList<>();
    if (operand instanceof StringValue) {
      candidates.add(new Candidate(operand, operand));
    } else if (operand instanceof ObjectValue object) {
      for (int i = 0; i < object.size(); i++) {
        candidates.add(
            new Candidate(element(position, object.sortedValue(i)), object.sortedKey(i)));
      }
    } else if (operand instanceof ArrayValue array) {
      for (int i = 0; i < array.size(); i++) {
        candidates.add(new Candidate(element(position, array.at(i)), Value.of(i)));
      }
    } else {
      for (Value element : operand.elements()) {
        candidates.add(new Candidate(element(position, element), element));
      }
    }
    return candidates;
  }

  private static Value element(int position, Value element) throws BuiltinException {
    if (element instanceof StringValue) {
      return element;
    }
    if (element instanceof ArrayValue array && array.size() > 0) {
      return array.at(0);
    }
    throw BuiltinException.failure(
        "operand " + position + ": element must be string or non-empty array");
  }
}
