package dev.landwaiter.policy.gatekeeper.cel.value;

/// Whether two values of CEL are equal, and which comes first.
public final class Sameness {
  private Sameness() {}

  /// Equality across all types: numbers by their value, containers by their content; values of
  /// different types are not equal.
  public static boolean same(Item left, Item right, Meter meter) {
    meter.step();
    return switch (left) {
      case Item.Int a when right instanceof Item.Int b -> a.value() == b.value();
      case Item.Text a when right instanceof Item.Text b -> texts(a, b, meter);
      case Item.Int _, Item.Uint _, Item.Real _ -> isNumber(right) && numbers(left, right) == 0;
      case Item.Sequence a -> right instanceof Item.Sequence b && sequences(a, b, meter);
      case Item.Mapping a -> right instanceof Item.Mapping b && mappings(a, b, meter);
      case Item.Maybe a -> right instanceof Item.Maybe b && optionals(a, b, meter);
      default -> left.equals(right);
    };
  }

  private static boolean texts(Item.Text left, Item.Text right, Meter meter) {
    if (left.value().length() != right.value().length()) {
      return false;
    }
    meter.walk(left.value().length());
    return left.value().equals(right.value());
  }

  private static boolean optionals(Item.Maybe left, Item.Maybe right, Meter meter) {
    boolean both = left.content().isPresent() && right.content().isPresent();
    return both
        ? same(left.content().get(), right.content().get(), meter)
        : left.content().isPresent() == right.content().isPresent();
  }

  private static boolean sequences(Item.Sequence left, Item.Sequence right, Meter meter) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!same(left.at(i), right.at(i), meter)) {
        return false;
      }
    }
    return true;
  }

  private static boolean mappings(Item.Mapping left, Item.Mapping right, Meter meter) {
    if (left.size() != right.size()) {
      return false;
    }
    for (Item key : left.keys()) {
      var mine = left.find(key);
      var theirs = right.find(key);
      if (mine.isEmpty() || theirs.isEmpty() || !same(mine.get(), theirs.get(), meter)) {
        return false;
      }
    }
    return true;
  }

  public static boolean isNumber(Item item) {
    return item instanceof Item.Int || item instanceof Item.Uint || item instanceof Item.Real;
  }

  /// What [#order] gives back when there is no order.
  public static final int NONE = 2;

  /// The order of two values: -1, 0 or 1, or [#NONE] for types that have none between them.
  public static int order(Item left, Item right) {
    return switch (left) {
      case Item.Int _, Item.Uint _, Item.Real _ -> isNumber(right) ? numbers(left, right) : NONE;
      case Item.Text a when right instanceof Item.Text b -> texts(a.value(), b.value());
      case Item.Bytes a when right instanceof Item.Bytes b ->
          Integer.signum(a.octets().compareTo(b.octets()));
      case Item.Bool a when right instanceof Item.Bool b -> Integer.signum(a.compareTo(b));
      case Item.Time a when right instanceof Item.Time b ->
          Integer.signum(a.value().compareTo(b.value()));
      case Item.Span a when right instanceof Item.Span b ->
          Integer.signum(a.value().compareTo(b.value()));
      default -> NONE;
    };
  }

  /// Whether values of this type have an order among themselves.
  public static boolean isOrdered(Item item) {
    return order(item, item) != NONE;
  }

  /// By the values of their code points, as bytes of UTF-8 are ordered.
  static int texts(String left, String right) {
    int common = Math.min(left.length(), right.length());
    for (int i = 0; i < common; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean high = Character.isSurrogate(a);
        return high == Character.isSurrogate(b) ? (a < b ? -1 : 1) : (high ? 1 : -1);
      }
    }
    return Integer.signum(left.length() - right.length());
  }

  /// NaN has no place: it comes before all and is not equal to itself.
  private static int numbers(Item left, Item right) {
    if (left instanceof Item.Real a) {
      if (right instanceof Item.Real b) {
        return doubles(a.value(), b.value());
      }
      return Double.isNaN(a.value()) ? -1 : -againstReal(right, a.value());
    }
    if (right instanceof Item.Real b) {
      return Double.isNaN(b.value()) ? 1 : againstReal(left, b.value());
    }
    if (left instanceof Item.Int a && right instanceof Item.Int b) {
      return Long.compare(a.value(), b.value());
    }
    if (left instanceof Item.Uint a && right instanceof Item.Uint b) {
      return Long.compareUnsigned(a.bits(), b.bits());
    }
    return left instanceof Item.Int a && right instanceof Item.Uint b
        ? intUint(a.value(), b.bits())
        : -intUint(((Item.Int) right).value(), ((Item.Uint) left).bits());
  }

  private static int doubles(double a, double b) {
    return a == b ? 0 : (a > b ? 1 : -1);
  }

  private static int intUint(long number, long bits) {
    return number < 0 ? -1 : Long.compareUnsigned(number, bits);
  }

  private static int againstReal(Item whole, double real) {
    if (whole instanceof Item.Int number) {
      if (real >= 0x1p63) {
        return -1;
      }
      if (real < -0x1p63) {
        return 1;
      }
      return split(Long.compare(number.value(), (long) real), real - Math.rint(real), real);
    }
    long bits = ((Item.Uint) whole).bits();
    if (real < 0) {
      return 1;
    }
    if (real >= 0x1p64) {
      return -1;
    }
    long cut = real >= 0x1p63 ? (long) (real - 0x1p63) + Long.MIN_VALUE : (long) real;
    return split(Long.compareUnsigned(bits, cut), real - Math.rint(real), real);
  }

  /// The order by the whole part, then by the fraction that was cut off.
  private static int split(int order, double fraction, double real) {
    if (order != 0 || fraction == 0) {
      return order;
    }
    return real > 0 ? -1 : 1;
  }
}
