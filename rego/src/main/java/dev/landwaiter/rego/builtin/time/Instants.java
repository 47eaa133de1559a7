package dev.landwaiter.rego.builtin.time;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.World;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.OptionalLong;

/// Operands that name a point in time, and points in time as numbers.
final class Instants {
  private static final String EXPECTED = "either number (ns) or [number (ns), string (tz)]";

  private Instants() {}

  /// A point in time in its zone: nanoseconds, or an array of nanoseconds and a zone.
  static ZonedDateTime of(Value value, World world) throws BuiltinException {
    Value nanos = value;
    ZoneId zone = ZoneOffset.UTC;
    if (value instanceof ArrayValue array && array.size() > 0) {
      nanos = array.at(0);
      if (!(nanos instanceof NumberValue)) {
        throw Operands.wrong(1, nanos, "number");
      }
      if (array.size() > 1) {
        zone = zone(text(array.at(1)), world);
      }
    }
    if (!(nanos instanceof NumberValue number)) {
      throw Operands.wrong(1, nanos, EXPECTED);
    }
    OptionalLong time = number.toLong();
    if (time.isEmpty()) {
      throw BuiltinException.failure("timestamp too big");
    }
    return Instant.EPOCH.plusNanos(time.getAsLong()).atZone(zone);
  }

  static String text(Value value) throws BuiltinException {
    if (value instanceof StringValue string) {
      return string.text();
    }
    throw Operands.wrong(1, value, "string");
  }

  private static ZoneId zone(String name, World world) throws BuiltinException {
    if (name.isEmpty() || name.equals("UTC")) {
      return ZoneOffset.UTC;
    }
    if (name.equals("Local")) {
      return world.zone();
    }
    if (name.contains("..") || name.startsWith("/") || name.contains("\\")) {
      throw BuiltinException.failure("time: invalid location name");
    }
    var zone = ZoneNames.zone(name);
    if (zone.isEmpty()) {
      throw BuiltinException.failure("unknown time zone " + name);
    }
    return zone.get();
  }

  static long nanos(ZonedDateTime time) throws BuiltinException {
    return nanos(time.toEpochSecond(), time.getNano());
  }

  /// The nanoseconds since 1970, where 64 bits hold them.
  static long nanos(long seconds, int nanos) throws BuiltinException {
    var sum =
        BigInteger.valueOf(seconds)
            .multiply(BigInteger.valueOf(1_000_000_000))
            .add(BigInteger.valueOf(nanos));
    if (sum.bitLength() > 63) {
      throw BuiltinException.failure("time outside of valid range");
    }
    return sum.longValueExact();
  }
}
