package dev.landwaiter.policy.gatekeeper.cel.function;

import static dev.landwaiter.policy.gatekeeper.cel.function.Operation.own;
import static dev.landwaiter.policy.gatekeeper.cel.function.Operation.walk;

import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.policy.gatekeeper.cel.value.Meter;
import java.util.Map;
import java.util.function.UnaryOperator;

/// CEL's extension for texts, as far as Kubernetes has it. Places in texts are counted in code
/// points.
final class Texts {
  static final Library LIBRARY =
      new Library(
          """
          charAt string . int -> string
          indexOf string . string -> int
          indexOf string . string int -> int
          lastIndexOf string . string -> int
          lastIndexOf string . string int -> int
          lowerAscii string . -> string
          upperAscii string . -> string
          trim string . -> string
          replace string . string string -> string
          replace string . string string int -> string
          split string . string -> list(string)
          split string . string int -> list(string)
          substring string . int -> string
          substring string . int int -> string
          join list(string) . -> string
          join list(string) . string -> string
          strings.quote string -> string
          format string . list(dyn) -> string
          """,
          Map.ofEntries(
              Map.entry("charAt", walk(Texts::charAt)),
              Map.entry("indexOf", own(Texts::indexOf)),
              Map.entry("lastIndexOf", own(Texts::lastIndexOf)),
              Map.entry("lowerAscii", walk((a, _) -> map(a[0], Texts::lower))),
              Map.entry("upperAscii", walk((a, _) -> map(a[0], Texts::upper))),
              Map.entry("trim", walk((a, _) -> map(a[0], Texts::trim))),
              Map.entry("replace", own(Replacement::replace)),
              Map.entry("split", own(Replacement::split)),
              Map.entry("substring", walk((a, _) -> substring(a))),
              Map.entry("join", own(Texts::join)),
              Map.entry("strings.quote", own(Texts::quote)),
              Map.entry("format", own(Formatting::format))));

  private Texts() {}

  private static Item map(Item item, UnaryOperator<String> change) {
    return item instanceof Item.Text text
        ? new Item.Text(change.apply(text.value()))
        : Item.Failure.NO_OVERLOAD;
  }

  private static String lower(String text) {
    return ascii(text, 'A', 'Z', 32);
  }

  private static String upper(String text) {
    return ascii(text, 'a', 'z', -32);
  }

  private static String ascii(String text, char from, char to, int step) {
    char[] all = text.toCharArray();
    for (int i = 0; i < all.length; i++) {
      if (all[i] >= from && all[i] <= to) {
        all[i] = (char) (all[i] + step);
      }
    }
    return new String(all);
  }

  private static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || c == 0x85;
  }

  private static Item outside(long index) {
    return new Item.Failure("index out of range: " + index);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static Item charAt(Item[] arguments, Meter meter) {
    if (!(arguments[0] instanceof Item.Text text) || !(arguments[1] instanceof Item.Int index)) {
      return Item.Failure.NO_OVERLOAD;
    }
    int length = length(text.value());
    if (index.value() < 0 || index.value() > length) {
      return outside(index.value());
    }
    if (index.value() == length) {
      return Item.Text.EMPTY;
    }
    int place = text.value().offsetByCodePoints(0, (int) index.value());
    return new Item.Text(Character.toString(text.value().codePointAt(place)));
  }

  private static void charge(Item[] arguments, Meter meter) {
    long text = Operation.size(arguments[0]);
    long part = Operation.size(arguments[1]);
    meter.charge(Math.max(1, ((text + 9) / 10) * ((part + 9) / 10)));
  }

  private static Item indexOf(Item[] arguments, Meter meter) {
    if (arguments[0] instanceof Item.Sequence list && arguments.length == 2) {
      return Lists.indexOf(list, arguments[1], meter);
    }
    charge(arguments, meter);
    if (!(arguments[0] instanceof Item.Text text)
        || !(arguments[1] instanceof Item.Text part)
        || (arguments.length == 3 && !(arguments[2] instanceof Item.Int))) {
      return Item.Failure.NO_OVERLOAD;
    }
    long from = arguments.length == 3 && arguments[2] instanceof Item.Int n ? n.value() : 0;
    int length = length(text.value());
    if (from < 0 || (from > length && !part.value().isEmpty())) {
      return outside(from);
    }
    if (part.value().isEmpty()) {
      return Item.Int.of(from);
    }
    int start = text.value().offsetByCodePoints(0, (int) from);
    return place(text.value(), text.value().indexOf(part.value(), start));
  }

  private static Item lastIndexOf(Item[] arguments, Meter meter) {
    if (arguments[0] instanceof Item.Sequence list && arguments.length == 2) {
      return Lists.lastIndexOf(list, arguments[1], meter);
    }
    charge(arguments, meter);
    if (!(arguments[0] instanceof Item.Text text)
        || !(arguments[1] instanceof Item.Text part)
        || (arguments.length == 3 && !(arguments[2] instanceof Item.Int))) {
      return Item.Failure.NO_OVERLOAD;
    }
    int length = length(text.value());
    long from = arguments.length == 3 && arguments[2] instanceof Item.Int n ? n.value() : length;
    if (part.value().isEmpty()) {
      return Item.Int.of(from);
    }
    if (from < 0 || from > length || (arguments.length == 3 && from == length)) {
      return outside(from);
    }
    int start = text.value().offsetByCodePoints(0, (int) from);
    return place(text.value(), text.value().lastIndexOf(part.value(), start));
  }

  private static Item place(String text, int index) {
    return Item.Int.of(index < 0 ? -1 : text.codePointCount(0, index));
  }

  private static Item substring(Item[] arguments) {
    if (!(arguments[0] instanceof Item.Text text)
        || !(arguments[1] instanceof Item.Int start)
        || (arguments.length == 3 && !(arguments[2] instanceof Item.Int))) {
      return Item.Failure.NO_OVERLOAD;
    }
    int length = length(text.value());
    long from = start.value();
    long to = arguments.length == 3 && arguments[2] instanceof Item.Int n ? n.value() : length;
    if (arguments.length == 3 && from > to) {
      return new Item.Failure("invalid substring range. start: " + from + ", end: " + to);
    }
    if (from < 0 || from > length) {
      return outside(from);
    }
    if (to < 0 || to > length) {
      return outside(to);
    }
    int first = text.value().offsetByCodePoints(0, (int) from);
    int last = text.value().offsetByCodePoints(first, (int) (to - from));
    return new Item.Text(text.value().substring(first, last));
  }

  private static Item join(Item[] arguments, Meter meter) {
    if (!(arguments[0] instanceof Item.Sequence list)
        || (arguments.length == 2 && !(arguments[1] instanceof Item.Text))) {
      return Item.Failure.NO_OVERLOAD;
    }
    String between =
        arguments.length == 2 && arguments[1] instanceof Item.Text text ? text.value() : "";
    long size = 0;
    for (int i = 0; i < list.size(); i++) {
      if (!(list.at(i) instanceof Item.Text text)) {
        return Item.Failure.NO_OVERLOAD;
      }
      size += text.value().length() + (i == 0 ? 0 : between.length());
      meter.step();
    }
    meter.charge(Math.max(1, (size + 9) / 10));
    var all = new StringBuilder((int) size);
    for (int i = 0; i < list.size(); i++) {
      all.append(i == 0 ? "" : between);
      all.append(list.at(i) instanceof Item.Text text ? text.value() : "");
    }
    return new Item.Text(all.toString());
  }

  private static Item quote(Item[] arguments, Meter meter) {
    if (!(arguments[0] instanceof Item.Text text)) {
      return Item.Failure.NO_OVERLOAD;
    }
    meter.traverse(text.value().length());
    var all = new StringBuilder("\"");
    for (int i = 0; i < text.value().length(); i++) {
      char c = text.value().charAt(i);
      int escape = "\u0007\b\f\n\r\t\u000b\\\"".indexOf(c);
      if (escape >= 0) {
        all.append('\\').append("abfnrtv\\\"".charAt(escape));
      } else {
        all.append(c);
      }
    }
    return new Item.Text(all.append('"').toString());
  }
}
