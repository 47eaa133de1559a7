package dev.landwaiter.policy.gatekeeper.cel.value;

/// How values stand in errors.
public final class Told {
  private Told() {}

  /// The error for a key that is not there. Everything that has no keys has none of them, either.
  public static Item.Failure noKey(Item key) {
    return new Item.Failure("no such key: " + plain(key));
  }

  /// The error for an index that is outside.
  public static Item.Failure outside(Item index) {
    return new Item.Failure("index out of bounds: " + plain(index));
  }

  /// The error for arguments a function does not take, naming their types.
  public static Item.Failure noOverload(String function, Item... arguments) {
    var text = new StringBuilder("no such overload: ").append(function).append('(');
    for (int i = 0; i < arguments.length; i++) {
      text.append(i == 0 ? "" : ", ").append(arguments[i].typeName());
    }
    return new Item.Failure(text.append(')').toString());
  }

  /// The error of a conversion.
  public static Item.Failure noConversion(Item from, String to) {
    return new Item.Failure("type conversion error from '" + from.typeName() + "' to '" + to + "'");
  }

  /// A scalar as Go prints it.
  public static String plain(Item item) {
    return switch (item) {
      case Item.Text text -> text.value();
      case Item.Int number -> Long.toString(number.value());
      case Item.Uint number -> Long.toUnsignedString(number.bits());
      case Item.Real number -> Reals.text(number.value());
      case Item.Bool flag -> flag.isTrue() ? "true" : "false";
      case Item.Null _ -> "null";
      case Item.Type type -> type.name();
      default -> item.typeName();
    };
  }
}
