package dev.landwaiter.rego.eval;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.builtin.Builtin;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Functions so common and so small that calling them the ordinary way would cost more than they
/// do. What does not fit the short way goes the ordinary one.
final class Operators {
  private Operators() {}

  static Node of(Builtin builtin, Node[] arguments, Location at) {
    var plain = new Calls.BuiltIn(builtin, arguments, at);
    Predicate<Value> kind = kind(builtin.name());
    if (kind != null && arguments.length == 1) {
      return new OfKind(arguments[0], kind);
    }
    return switch (builtin.name()) {
      case "equal" -> same(arguments[0], arguments[1]);
      case "neq" -> new Different(arguments[0], arguments[1]);
      case "lt", "lte", "gt", "gte" ->
          new Ordered(arguments[0], arguments[1], Order.of(builtin.name()));
      case "plus" -> new Arithmetic('+', arguments, plain);
      case "minus" -> new Arithmetic('-', arguments, plain);
      case "mul" -> new Arithmetic('*', arguments, plain);
      case "count" -> new Count(arguments[0], plain);
      case "startswith", "endswith", "contains" ->
          new TextTest(builtin.name().charAt(0), arguments, plain);
      case "regex.match" ->
          arguments[0] instanceof Nodes.Constant constant
                  && constant.value instanceof StringValue pattern
              ? new PatternTest(pattern, arguments[1], plain)
              : plain;
      default -> plain;
    };
  }

  private static @Nullable Predicate<Value> kind(String name) {
    return switch (name) {
      case "is_string" -> StringValue.class::isInstance;
      case "is_number" -> NumberValue.class::isInstance;
      case "is_boolean" -> BooleanValue.class::isInstance;
      case "is_array" -> ArrayValue.class::isInstance;
      case "is_object" -> ObjectValue.class::isInstance;
      case "is_set" -> SetValue.class::isInstance;
      case "is_null" -> NullValue.class::isInstance;
      default -> null;
    };
  }

  static Node same(Node left, Node right) {
    if (right instanceof Nodes.Constant constant) {
      return new SameAs(left, constant.value);
    }
    return left instanceof Nodes.Constant constant
        ? new SameAs(right, constant.value)
        : new Same(left, right);
  }

  /// A node that is a truth value.
  abstract static class Truth extends Node {
    /// 1 for true, 0 for false, -1 for undefined.
    abstract int test(Frame frame);

    @Override
    boolean holds(Frame frame) {
      return test(frame) > 0;
    }

    @Override
    @Nullable Value eval(Frame frame) {
      int truth = test(frame);
      return truth < 0 ? null : Value.of(truth > 0);
    }
  }

  /// Whether two values are equal.
  static final class Same extends Truth {
    private final Node left;
    private final Node right;

    Same(Node left, Node right) {
      this.left = left;
      this.right = right;
    }

    @Override
    int test(Frame frame) {
      Value a = left.eval(frame);
      if (a == null) {
        return -1;
      }
      Value b = right.eval(frame);
      return b == null ? -1 : a.equals(b) ? 1 : 0;
    }
  }

  /// Whether a value equals a constant.
  static final class SameAs extends Truth {
    private final Node node;
    private final Value constant;

    SameAs(Node node, Value constant) {
      this.node = node;
      this.constant = constant;
    }

    @Override
    int test(Frame frame) {
      Value value = node.eval(frame);
      return value == null ? -1 : constant.equals(value) ? 1 : 0;
    }
  }

  /// Whether two values differ.
  static final class Different extends Truth {
    private final Node left;
    private final Node right;

    Different(Node left, Node right) {
      this.left = left;
      this.right = right;
    }

    @Override
    int test(Frame frame) {
      Value a = left.eval(frame);
      Value b = a == null ? null : right.eval(frame);
      return a == null || b == null ? -1 : a.equals(b) ? 0 : 1;
    }
  }

  /// Orders, by what comparing may give.
  private enum Order {
    LT,
    LTE,
    GT,
    GTE;

    static Order of(String name) {
      return switch (name) {
        case "lt" -> LT;
        case "lte" -> LTE;
        case "gt" -> GT;
        default -> GTE;
      };
    }

    boolean holds(int comparison) {
      return switch (this) {
        case LT -> comparison < 0;
        case LTE -> comparison <= 0;
        case GT -> comparison > 0;
        case GTE -> comparison >= 0;
      };
    }
  }

  /// Whether two values stand in an order.
  static final class Ordered extends Truth {
    private final Node left;
    private final Node right;
    private final Order order;

    private Ordered(Node left, Node right, Order order) {
      this.left = left;
      this.right = right;
      this.order = order;
    }

    @Override
    int test(Frame frame) {
      Value a = left.eval(frame);
      Value b = a == null ? null : right.eval(frame);
      if (a == null || b == null) {
        return -1;
      }
      int comparison =
          a instanceof NumberValue x && b instanceof NumberValue y && x.isPlain() && y.isPlain()
              ? Long.compare(x.plain(), y.plain())
              : a.compareTo(b);
      return order.holds(comparison) ? 1 : 0;
    }
  }

  /// `and`, `or`.
  static final class Joined extends Truth {
    private final Node left;
    private final Node right;
    private final boolean both;

    Joined(Node left, Node right, boolean both) {
      this.left = left;
      this.right = right;
      this.both = both;
    }

    @Override
    int test(Frame frame) {
      boolean holds =
          both ? left.holds(frame) && right.holds(frame) : left.holds(frame) || right.holds(frame);
      return holds ? 1 : 0;
    }
  }

  /// Whether a value is of a kind.
  static final class OfKind extends Truth {
    private final Node node;
    private final Predicate<Value> kind;

    OfKind(Node node, Predicate<Value> kind) {
      this.node = node;
      this.kind = kind;
    }

    @Override
    int test(Frame frame) {
      Value value = node.eval(frame);
      return value == null ? -1 : kind.test(value) ? 1 : 0;
    }
  }

  /// `+`, `-`, `*` of integers of 64 bits.
  static final class Arithmetic extends Node {
    private final char operator;
    private final Node left;
    private final Node right;
    private final Calls.BuiltIn plain;

    Arithmetic(char operator, Node[] arguments, Calls.BuiltIn plain) {
      this.operator = operator;
      this.left = arguments[0];
      this.right = arguments[1];
      this.plain = plain;
    }

    @Override
    @Nullable Value eval(Frame frame) {
      Value a = left.eval(frame);
      Value b = a == null ? null : right.eval(frame);
      if (a == null || b == null) {
        return null;
      }
      if (a instanceof NumberValue x && b instanceof NumberValue y && isShort(x) && isShort(y)) {
        return NumberValue.of(
            switch (operator) {
              case '+' -> x.plain() + y.plain();
              case '-' -> x.plain() - y.plain();
              default -> x.plain() * y.plain();
            });
      }
      return plain.call(frame.scope, new Value[] {a, b});
    }

    private static boolean isShort(NumberValue number) {
      return number.isPlain() && number.plain() == (int) number.plain();
    }
  }

  /// The size of a collection.
  static final class Count extends Node {
    private final Node node;
    private final Calls.BuiltIn plain;

    Count(Node node, Calls.BuiltIn plain) {
      this.node = node;
      this.plain = plain;
    }

    @Override
    @Nullable Value eval(Frame frame) {
      Value value = node.eval(frame);
      return switch (value) {
        case null -> null;
        case ArrayValue array -> NumberValue.of(array.size());
        case ObjectValue object -> NumberValue.of(object.size());
        case SetValue set -> NumberValue.of(set.size());
        default -> plain.call(frame.scope, new Value[] {value});
      };
    }
  }

  /// Tests of two texts.
  static final class TextTest extends Truth {
    private final char test;
    private final Node text;
    private final Node part;
    private final Calls.BuiltIn plain;

    TextTest(char test, Node[] arguments, Calls.BuiltIn plain) {
      this.test = test;
      this.text = arguments[0];
      this.part = arguments[1];
      this.plain = plain;
    }

    @Override
    int test(Frame frame) {
      Value a = text.eval(frame);
      Value b = a == null ? null : part.eval(frame);
      if (a == null || b == null) {
        return -1;
      }
      if (a instanceof StringValue whole && b instanceof StringValue piece) {
        boolean holds =
            switch (test) {
              case 's' -> whole.text().startsWith(piece.text());
              case 'e' -> whole.text().endsWith(piece.text());
              default -> whole.text().contains(piece.text());
            };
        return holds ? 1 : 0;
      }
      Value result = plain.call(frame.scope, new Value[] {a, b});
      return result == null ? -1 : Node.isTrue(result) ? 1 : 0;
    }
  }
}
