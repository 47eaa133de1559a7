package dev.landwaiter.policy.gatekeeper.cel.function;

import static dev.landwaiter.policy.gatekeeper.cel.function.Operation.one;
import static dev.landwaiter.policy.gatekeeper.cel.function.Operation.own;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.policy.gatekeeper.cel.value.Meter;
import dev.landwaiter.policy.gatekeeper.cel.value.Reals;
import dev.landwaiter.policy.gatekeeper.cel.value.Told;
import java.util.Locale;
import java.util.Map;

/// From one type to another.
final class Conversions {
  static final Library LIBRARY =
      new Library(
          """
          int duration -> int
          string kubernetes.IP -> string
          string kubernetes.CIDR -> string
          """,
          Map.of(
              "int", one((a, _) -> toInt(a[0])),
              "uint", one((a, _) -> toUint(a[0])),
              "double", one((a, _) -> toReal(a[0])),
              "bool", one((a, _) -> toBool(a[0])),
              "string", own(Conversions::toText),
              "bytes", own(Conversions::toBytes)));

  private Conversions() {}

  private static Item toInt(Item item) {
    return switch (item) {
      case Item.Int _ -> item;
      case Item.Uint number ->
          number.bits() < 0 ? Arithmetic.INT_OVERFLOW : Item.Int.of(number.bits());
      case Item.Real number -> {
        double value = number.value();
        yield value > -0x1p63 && value < 0x1p63
            ? Item.Int.of((long) value)
            : Arithmetic.INT_OVERFLOW;
      }
      case Item.Text text -> {
        try {
          yield hasSignOnly(text.value())
              ? Told.noConversion(item, "int")
              : Item.Int.of(Long.parseLong(text.value()));
        } catch (NumberFormatException e) {
          yield Told.noConversion(item, "int");
        }
      }
      case Item.Time time -> Item.Int.of(time.value().getEpochSecond());
      case Item.Span span -> Item.Int.of(span.value().toNanos());
      default -> Told.noConversion(item, "int");
    };
  }

  /// Java takes digits of all scripts, Go only ASCII's.
  private static boolean hasSignOnly(String text) {
    return text.chars().anyMatch(c -> (c < '0' || c > '9') && c != '-' && c != '+');
  }

  private static Item toUint(Item item) {
    return switch (item) {
      case Item.Uint _ -> item;
      case Item.Int number ->
          number.value() < 0 ? Arithmetic.UINT_OVERFLOW : new Item.Uint(number.value());
      case Item.Real number -> {
        double value = number.value();
        if (!(value >= 0 && value < 0x1p64)) {
          yield Arithmetic.UINT_OVERFLOW;
        }
        yield new Item.Uint(
            value < 0x1p63 ? (long) value : (long) (value - 0x1p63) + Long.MIN_VALUE);
      }
      case Item.Text text -> {
        try {
          yield text.value().startsWith("+") || hasSignOnly(text.value())
              ? Told.noConversion(item, "uint")
              : new Item.Uint(Long.parseUnsignedLong(text.value()));
        } catch (NumberFormatException e) {
          yield Told.noConversion(item, "uint");
        }
      }
      default -> Told.noConversion(item, "uint");
    };
  }

  private static Item toReal(Item item) {
    return switch (item) {
      case Item.Real _ -> item;
      case Item.Int number -> new Item.Real(number.value());
      case Item.Uint number -> {
        long bits = number.bits();
        yield new Item.Real(bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0);
      }
      case Item.Text text -> {
        try {
          yield new Item.Real(parse(text.value()));
        } catch (NumberFormatException e) {
          yield Told.noConversion(item, "double");
        }
      }
      default -> Told.noConversion(item, "double");
    };
  }

  private static double parse(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      case "nan" -> Double.NaN;
      default -> parseDigits(text);
    };
  }

  private static double parseDigits(String text) {
    if (text.chars().anyMatch(c -> "0123456789+-.eE".indexOf(c) < 0)) {
      throw new NumberFormatException(text);
    }
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      throw new NumberFormatException(text);
    }
    return value;
  }

  private static Item toBool(Item item) {
    return switch (item) {
      case Item.Bool _ -> item;
      case Item.Text text ->
          switch (text.value()) {
            case "1", "t", "T", "true", "TRUE", "True" -> Item.Bool.TRUE;
            case "0", "f", "F", "false", "FALSE", "False" -> Item.Bool.FALSE;
            default -> Told.noConversion(item, "bool");
          };
      default -> Told.noConversion(item, "bool");
    };
  }

  private static Item toText(Item[] arguments, Meter meter) {
    Item item = arguments[0];
    if (item instanceof Item.Bytes bytes) {
      meter.traverse(bytes.octets().length());
      String text = new String(bytes.octets().getBytes(ISO_8859_1), UTF_8);
      return text.indexOf('\ufffd') >= 0
          ? new Item.Failure("invalid UTF-8 in bytes, cannot convert to string")
          : new Item.Text(text);
    }
    meter.charge(1);
    return switch (item) {
      case Item.Text _ -> item;
      case Item.Int _, Item.Uint _, Item.Bool _ -> new Item.Text(Told.plain(item));
      case Item.Real number -> new Item.Text(Reals.text(number.value()));
      case Item.Time time -> new Item.Text(Calendar.text(time));
      case Item.Span span -> new Item.Text(Calendar.text(span));
      case Addresses.Ip ip -> new Item.Text(ip.text());
      case Addresses.Net net -> new Item.Text(net.text());
      default -> Told.noConversion(item, "string");
    };
  }

  private static Item toBytes(Item[] arguments, Meter meter) {
    return switch (arguments[0]) {
      case Item.Bytes bytes -> {
        meter.charge(1);
        yield bytes;
      }
      case Item.Text text -> {
        meter.traverse(text.value().length());
        yield new Item.Bytes(new String(text.value().getBytes(UTF_8), ISO_8859_1));
      }
      default -> Told.noConversion(arguments[0], "bytes");
    };
  }
}
