package dev.landwaiter.base.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.base.printf.Argument;
import dev.landwaiter.base.printf.GoFormat;
import dev.landwaiter.base.text.Utf8;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The functions every template has (reference 13.4).
final class Functions<X extends Exception> {
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

  private final Effort<X> effort;
  private final Map<String, TemplateFunction> further;

  Functions(Effort<X> effort, Map<String, TemplateFunction> further) {
    this.effort = effort;
    this.further = further;
  }

  /// What is wrong with the number of arguments; empty when nothing is.
  String wrongCount(String name, int count) {
    TemplateFunction other = further.get(name);
    if (other != null) {
      return count == other.arguments() || other.arguments() < 0
          ? ""
          : "wrong number of args for %s: want %d got %d".formatted(name, other.arguments(), count);
    }
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
  Object call(String name, List<Object> arguments) throws TemplateException, X {
    TemplateFunction other = further.get(name);
    try {
      if (other != null) {
        return other.call(arguments);
      }
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
            arguments.stream().map(Values::shown).collect(Collectors.joining(" ", "", "\n"));
        case "html" -> html(print(printable(arguments)));
        case "js" -> js(print(printable(arguments)));
        case "urlquery" -> percent(print(printable(arguments)));
        default -> print(arguments);
      };
    } catch (TemplateException e) {
      throw new TemplateException("error calling " + name + ": " + e.getMessage());
    }
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
      text.append(Values.shown(values.get(i)));
    }
    return text.toString();
  }

  private Object printf(List<Object> arguments) throws X {
    List<Argument> values =
        arguments.subList(1, arguments.size()).stream().map(Functions::argument).toList();
    return new GoFormat<X>(
            effort::reserve, Values.text(arguments.getFirst()), values.size(), values::get)
        .text();
  }

  private static Argument argument(Object value) {
    return switch (value) {
      case Long number -> new Argument.Small(number);
      case Double number -> new Argument.Binary(number);
      case Boolean flag -> new Argument.Flag(flag);
      case String string -> new Argument.Text(string);
      case NullValue _ -> new Argument.Nothing();
      default -> new Argument.Named(Values.type(value), Values.shown(value));
    };
  }

  /// A text as part of a query (RFC 3986, section 2.1), blanks as `+`.
  private static String percent(String text) {
    var out = new StringBuilder(text.length());
    for (byte b : text.getBytes(UTF_8)) {
      int c = b & 0xff;
      boolean kept = c < 0x80 && (Character.isLetterOrDigit(c) || "-_.~".indexOf(c) >= 0);
      if (kept || c == ' ') {
        out.append(c == ' ' ? '+' : (char) c);
      } else {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return out.toString();
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
