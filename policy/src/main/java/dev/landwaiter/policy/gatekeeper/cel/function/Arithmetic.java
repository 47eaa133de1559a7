package dev.landwaiter.policy.gatekeeper.cel.function;

import static dev.landwaiter.policy.gatekeeper.cel.function.Operation.one;
import static dev.landwaiter.policy.gatekeeper.cel.function.Operation.own;

import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.policy.gatekeeper.cel.value.JoinedSequence;
import dev.landwaiter.policy.gatekeeper.cel.value.Meter;
import java.util.Map;

/// `+ - * / %` and the sign. Nothing wraps around, and types do not mix.
final class Arithmetic {
  static final Item INT_OVERFLOW = new Item.Failure("integer overflow");
  static final Item UINT_OVERFLOW = new Item.Failure("unsigned integer overflow");
  private static final Item DIVISION = new Item.Failure("division by zero");
  private static final Item MODULUS = new Item.Failure("modulus by zero");

  static final Library LIBRARY =
      new Library(
          "",
          Map.of(
              "_+_", own(Arithmetic::add),
              "_-_", one((a, _) -> subtract(a[0], a[1])),
              "_*_", one((a, _) -> multiply(a[0], a[1])),
              "_/_", one((a, _) -> divide(a[0], a[1])),
              "_%_", one((a, _) -> modulus(a[0], a[1])),
              "-_", one((a, _) -> negate(a[0]))));

  private Arithmetic() {}

  static Item add(Item[] arguments, Meter meter) {
    Item left = arguments[0];
    Item right = arguments[1];
    if (left instanceof Item.Text a && right instanceof Item.Text b) {
      meter.traverse((long) a.value().length() + b.value().length());
      return new Item.Text(a.value() + b.value());
    }
    if (left instanceof Item.Bytes a && right instanceof Item.Bytes b) {
      meter.traverse((long) a.octets().length() + b.octets().length());
      return new Item.Bytes(a.octets() + b.octets());
    }
    meter.charge(1);
    return switch (left) {
      case Item.Int a when right instanceof Item.Int b -> {
        long sum = a.value() + b.value();
        boolean over = ((a.value() ^ sum) & (b.value() ^ sum)) < 0;
        yield over ? INT_OVERFLOW : Item.Int.of(sum);
      }
      case Item.Uint a when right instanceof Item.Uint b -> {
        long sum = a.bits() + b.bits();
        yield Long.compareUnsigned(sum, a.bits()) < 0 ? UINT_OVERFLOW : new Item.Uint(sum);
      }
      case Item.Real a when right instanceof Item.Real b -> new Item.Real(a.value() + b.value());
      case Item.Sequence a when right instanceof Item.Sequence b ->
          JoinedSequence.join(a, b, meter);
      case Item.Time a when right instanceof Item.Span b -> Moments.plus(a, b);
      case Item.Span a when right instanceof Item.Time b -> Moments.plus(b, a);
      case Item.Span a when right instanceof Item.Span b ->
          Moments.span(() -> a.value().plus(b.value()));
      case Item.Int _, Item.Uint _, Item.Real _, Item.Text _, Item.Bytes _, Item.Sequence _ ->
          Item.Failure.NO_OVERLOAD;
      case Item.Time _, Item.Span _ -> Item.Failure.NO_OVERLOAD;
      default -> unknown("_+_");
    };
  }

  private static Item subtract(Item left, Item right) {
    return switch (left) {
      case Item.Int a when right instanceof Item.Int b -> {
        long rest = a.value() - b.value();
        boolean over = ((a.value() ^ b.value()) & (a.value() ^ rest)) < 0;
        yield over ? INT_OVERFLOW : Item.Int.of(rest);
      }
      case Item.Uint a when right instanceof Item.Uint b ->
          Long.compareUnsigned(a.bits(), b.bits()) < 0
              ? UINT_OVERFLOW
              : new Item.Uint(a.bits() - b.bits());
      case Item.Real a when right instanceof Item.Real b -> new Item.Real(a.value() - b.value());
      case Item.Time a when right instanceof Item.Span b -> Moments.minus(a, b);
      case Item.Time a when right instanceof Item.Time b -> Moments.between(b, a);
      case Item.Span a when right instanceof Item.Span b ->
          Moments.span(() -> a.value().minus(b.value()));
      case Item.Int _, Item.Uint _, Item.Real _, Item.Time _, Item.Span _ ->
          Item.Failure.NO_OVERLOAD;
      default -> unknown("_-_");
    };
  }

  private static Item multiply(Item left, Item right) {
    return switch (left) {
      case Item.Int a when right instanceof Item.Int b -> {
        long low = a.value() * b.value();
        yield Math.multiplyHigh(a.value(), b.value()) == low >> 63
            ? Item.Int.of(low)
            : INT_OVERFLOW;
      }
      case Item.Uint a when right instanceof Item.Uint b ->
          Math.unsignedMultiplyHigh(a.bits(), b.bits()) == 0
              ? new Item.Uint(a.bits() * b.bits())
              : UINT_OVERFLOW;
      case Item.Real a when right instanceof Item.Real b -> new Item.Real(a.value() * b.value());
      case Item.Int _, Item.Uint _, Item.Real _ -> Item.Failure.NO_OVERLOAD;
      default -> unknown("_*_");
    };
  }

  private static Item divide(Item left, Item right) {
    return switch (left) {
      case Item.Int a when right instanceof Item.Int b -> {
        if (b.value() == 0) {
          yield DIVISION;
        }
        yield a.value() == Long.MIN_VALUE && b.value() == -1
            ? INT_OVERFLOW
            : Item.Int.of(a.value() / b.value());
      }
      case Item.Uint a when right instanceof Item.Uint b ->
          b.bits() == 0 ? DIVISION : new Item.Uint(Long.divideUnsigned(a.bits(), b.bits()));
      case Item.Real a when right instanceof Item.Real b -> new Item.Real(a.value() / b.value());
      case Item.Int _, Item.Uint _, Item.Real _ -> Item.Failure.NO_OVERLOAD;
      default -> unknown("_/_");
    };
  }

  private static Item modulus(Item left, Item right) {
    return switch (left) {
      case Item.Int a when right instanceof Item.Int b -> {
        if (b.value() == 0) {
          yield MODULUS;
        }
        yield a.value() == Long.MIN_VALUE && b.value() == -1
            ? INT_OVERFLOW
            : Item.Int.of(a.value() % b.value());
      }
      case Item.Uint a when right instanceof Item.Uint b ->
          b.bits() == 0 ? MODULUS : new Item.Uint(Long.remainderUnsigned(a.bits(), b.bits()));
      case Item.Int _, Item.Uint _ -> Item.Failure.NO_OVERLOAD;
      default -> unknown("_%_");
    };
  }

  private static Item negate(Item value) {
    return switch (value) {
      case Item.Int a -> a.value() == Long.MIN_VALUE ? INT_OVERFLOW : Item.Int.of(-a.value());
      case Item.Real a -> new Item.Real(-a.value());
      case Item.Span a -> Moments.span(() -> a.value().negated());
      default -> unknown("-_");
    };
  }

  /// The error of an operator for a left side of a type that has no such operator at all.
  static Item unknown(String operator) {
    return new Item.Failure("no such overload: " + operator);
  }
}
