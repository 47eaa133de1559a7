package dev.landwaiter.rego.builtin.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.base.text.Utf8;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.builtin.encoding.PercentText;
import dev.landwaiter.rego.builtin.text.Formatting;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The functions every template has (reference 13.4).
final class Functions {
  static final Set<String> NAMES =
      Set.of(
          "and",
          "or",
          "not",
          "eq",
          "ne",
          "lt",
          "le",
          "gt",
          "ge",
          "len",
          "index",
          "slice",
          "print",
          "printf",
          "println",
          "html",
          "js",
          "urlquery",
          "call");

  private final Surroundings surroundings;

  Functions(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// What is wrong with the number of arguments; empty when nothing is.
  static String wrongCount(String name, int count) {
    int least =
        switch (name) {
          case "print", "println", "html", "js", "urlquery" -> 0;
          case "ne", "lt", "le", "gt", "ge" -> 2;
          default -> 1;
        };
    boolean exact = Set.of("not", "len", "ne", "lt", "le", "gt", "ge").contains(name);
    return count < least || (exact && count != least)
        ? "wrong number of args for %s: want %s%d got %d"
            .formatted(name, exact ? "" : "at least ", least, count)
        : "";
  }

  /// Calls a function; errors read as Go's.
  Object call(String name, List<Object> arguments) throws TemplateException, BuiltinException {
    try {
      return switch (name) {
        case "and", "or" -> arguments.getLast();
        case "not" -> !Values.isTrue(arguments.getFirst());
        case "eq" -> anyEqual(arguments);
        case "ne" -> !equal(arguments.get(0), arguments.get(1));
        case "lt" -> compare(arguments) < 0;
        case "le" -> compare(arguments) <= 0;
        case "gt" -> compare(arguments) > 0;
        case "ge" -> compare(arguments) >= 0;
        case "len" -> length(arguments.getFirst());
        case "index" -> index(arguments);
        case "slice" -> slice(arguments);
        case "printf" -> printf(arguments);
        case "println" ->
            arguments.stream().map(Functions::shown).collect(Collectors.joining(" ", "", "\n"));
        case "html" -> html(print(printable(arguments)));
        case "js" -> js(print(printable(arguments)));
        case "urlquery" -> PercentText.query(print(printable(arguments)));
        default -> print(arguments);
      };
    } catch (TemplateException e) {
      throw new TemplateException("error calling " + name + ": " + e.getMessage());
    }
  }

  private static String shown(Object value) {
    return Values.isNothing(value) ? "<nil>" : Values.text(value);
  }

  /// Functions that escape show what is not there as a template does.
  private static List<Object> printable(List<Object> values) {
    return values.stream()
        .map(value -> Values.isNothing(value) ? (Object) Values.NO_VALUE : value)
        .toList();
  }

  /// A blank stands between two values of which neither is a text.
  private static String print(List<Object> values) {
    var text = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      if (i > 0 && !Values.isText(values.get(i)) && !Values.isText(values.get(i - 1))) {
        text.append(' ');
      }
      text.append(shown(values.get(i)));
    }
    return text.toString();
  }

  private Object printf(List<Object> arguments) throws BuiltinException {
    List<Formatting.Shown> values =
        arguments.subList(1, arguments.size()).stream()
            .map(value -> new Formatting.Shown(value, Values.type(value), shown(value)))
            .toList();
    return Formatting.format(surroundings, Values.text(arguments.getFirst()), values);
  }

  private static boolean anyEqual(List<Object> arguments) throws TemplateException {
    if (arguments.size() < 2) {
      throw new TemplateException("missing argument for comparison");
    }
    for (Object other : arguments.subList(1, arguments.size())) {
      if (equal(arguments.getFirst(), other)) {
        return true;
      }
    }
    return false;
  }

  private static boolean equal(Object left, Object right) throws TemplateException {
    if (Values.isNothing(left) || Values.isNothing(right)) {
      return Values.isNothing(left) && Values.isNothing(right);
    }
    if (Values.isText(left) && Values.isText(right)) {
      return Values.text(left).equals(Values.text(right));
    }
    if (left instanceof ArrayValue || left instanceof ObjectValue) {
      throw new TemplateException(
          "non-comparable type " + Values.text(left) + ": " + Values.type(left));
    }
    if (!left.getClass().equals(right.getClass())) {
      throw incompatible(left, right);
    }
    return left.equals(right);
  }

  private static TemplateException incompatible(Object left, Object right) {
    return new TemplateException(
        "incompatible types for comparison: " + Values.type(left) + " and " + Values.type(right));
  }

  private static int compare(List<Object> arguments) throws TemplateException {
    Object left = arguments.get(0);
    Object right = arguments.get(1);
    if (Values.isText(left) && Values.isText(right)) {
      return new StringValue(Values.text(left)).compareTo(new StringValue(Values.text(right)));
    }
    if (left instanceof Long a && right instanceof Long b) {
      return Long.compare(a, b);
    }
    if (left instanceof Double a && right instanceof Double b) {
      return Double.compare(a, b);
    }
    if (!isBasic(left) || !isBasic(right) || left.getClass().equals(right.getClass())) {
      throw new TemplateException("invalid type for comparison");
    }
    throw incompatible(left, right);
  }

  private static boolean isBasic(Object value) {
    return !(value instanceof NullValue
        || value instanceof ArrayValue
        || value instanceof ObjectValue);
  }

  private static Object length(Object value) throws TemplateException {
    return switch (value) {
      case String text -> (long) text.getBytes(UTF_8).length;
      case NumberValue number -> (long) number.text().length();
      case ArrayValue array -> (long) array.size();
      case ObjectValue object -> (long) object.size();
      case NullValue _ -> throw new TemplateException("len of nil pointer");
      default -> throw new TemplateException("len of type " + Values.type(value));
    };
  }

  private static Object index(List<Object> arguments) throws TemplateException {
    Object value = arguments.getFirst();
    for (Object index : arguments.subList(1, arguments.size())) {
      value =
          Values.own(
              switch (value) {
                case NullValue _ -> throw new TemplateException("index of untyped nil");
                case ArrayValue array -> array.at(position(index, array.size() - 1L));
                case String text -> {
                  byte[] bytes = text.getBytes(UTF_8);
                  yield (Object) (long) (bytes[position(index, bytes.length - 1L)] & 0xff);
                }
                case ObjectValue object -> {
                  if (!(index instanceof String key)) {
                    throw new TemplateException(
                        Values.isNothing(index)
                            ? "value is nil; should be of type string"
                            : "value has type " + Values.type(index) + "; should be string");
                  }
                  yield object.get(key).orElse(NullValue.NULL);
                }
                default ->
                    throw new TemplateException("can't index item of type " + Values.type(value));
              });
    }
    return value;
  }

  private static int position(Object index, long most) throws TemplateException {
    if (Values.isNothing(index)) {
      throw new TemplateException("cannot index slice/array with nil");
    }
    if (!(index instanceof Long number)) {
      throw new TemplateException("cannot index slice/array with type " + Values.type(index));
    }
    if (number < 0 || number > most) {
      throw new TemplateException("index out of range: " + number);
    }
    return number.intValue();
  }

  private static Object slice(List<Object> arguments) throws TemplateException {
    Object value = arguments.getFirst();
    byte[] bytes =
        value instanceof String || value instanceof NumberValue
            ? Values.text(value).getBytes(UTF_8)
            : new byte[0];
    boolean text = Values.isText(value);
    if (!text && !(value instanceof ArrayValue)) {
      throw new TemplateException("can't slice item of type " + Values.type(value));
    }
    if (arguments.size() > (text ? 3 : 4)) {
      throw new TemplateException(
          text
              ? "cannot 3-index slice a string"
              : "too many slice indexes: " + (arguments.size() - 1));
    }
    int size = value instanceof ArrayValue array ? array.size() : bytes.length;
    int from = arguments.size() > 1 ? position(arguments.get(1), size) : 0;
    int to = arguments.size() > 2 ? position(arguments.get(2), size) : size;
    if (from > to) {
      throw new TemplateException("invalid slice index: " + from + " > " + to);
    }
    return value instanceof ArrayValue array
        ? new ArrayValue(array.elements().subList(from, to))
        : Utf8.decode(Arrays.copyOfRange(bytes, from, to));
  }

  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&#34;")
        .replace("'", "&#39;")
        .replace('\0', '\ufffd');
  }

  private static String js(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .forEach(point -> {
          switch (point) {
            case '\\' -> out.append("\\\\");
            case '\'' -> out.append("\\'");
            case '"' -> out.append("\\\"");
            case '<', '>', '&', '=' -> out.append(String.format("\\u%04X", point));
            default -> {
              if (point < ' ') {
                out.append(String.format("\\u%04X", point));
              } else {
                out.appendCodePoint(point);
              }
            }
          }
        });
    return out.toString();
  }
}
