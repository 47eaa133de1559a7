package dev.landwaiter.policy.gatekeeper.cel.function;

import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.policy.gatekeeper.cel.value.MadeSequence;
import dev.landwaiter.policy.gatekeeper.cel.value.Meter;

/// `replace` and `split` of texts.
final class Replacement {
  private Replacement() {}

  static Item replace(Item[] arguments, Meter meter) {
    if (!(arguments[0] instanceof Item.Text text)
        || !(arguments[1] instanceof Item.Text old)
        || !(arguments[2] instanceof Item.Text fresh)
        || (arguments.length == 4 && !(arguments[3] instanceof Item.Int))) {
      return Item.Failure.NO_OVERLOAD;
    }
    long most = arguments.length == 4 && arguments[3] instanceof Item.Int n ? n.value() : -1;
    meter.charge(Math.max(1, 2 * ((text.value().length() + 9L) / 10)));
    return new Item.Text(replace(text.value(), old.value(), fresh.value(), most, meter));
  }

  /// An empty text to be replaced stands before every code point and at the end.
  private static String replace(String text, String old, String fresh, long most, Meter meter) {
    var result = new StringBuilder();
    int from = 0;
    int place = next(text, old, 0, true);
    for (long count = 0; place >= 0 && (most < 0 || count < most); count++) {
      result.append(text, from, place).append(fresh);
      // What grows is charged as it grows.
      meter.charge((fresh.length() + 9L) / 10);
      from = place + old.length();
      place = next(text, old, from, false);
    }
    return result.append(text, from, text.length()).toString();
  }

  private static int next(String text, String old, int from, boolean first) {
    if (!old.isEmpty()) {
      return text.indexOf(old, from);
    }
    if (first) {
      return 0;
    }
    return from >= text.length() ? -1 : text.offsetByCodePoints(from, 1);
  }

  static Item split(Item[] arguments, Meter meter) {
    if (!(arguments[0] instanceof Item.Text text)
        || !(arguments[1] instanceof Item.Text separator)
        || (arguments.length == 3 && !(arguments[2] instanceof Item.Int))) {
      return Item.Failure.NO_OVERLOAD;
    }
    meter.charge(Math.max(1, (text.value().length() + 9L) / 10));
    long most = arguments.length == 3 && arguments[2] instanceof Item.Int n ? n.value() : -1;
    var parts = new MadeSequence();
    if (most == 0) {
      return parts;
    }
    split(text.value(), separator.value(), most, parts);
    meter.elements(parts.size());
    return parts;
  }

  private static void split(String text, String separator, long most, MadeSequence parts) {
    int from = 0;
    while (most < 0 || parts.size() < most - 1) {
      int place = separator.isEmpty() ? end(text, from) : text.indexOf(separator, from);
      if (place < 0) {
        break;
      }
      parts.add(new Item.Text(text.substring(from, place)));
      from = place + separator.length();
    }
    if (!separator.isEmpty() || from < text.length()) {
      parts.add(new Item.Text(text.substring(from)));
    }
  }

  /// Behind the code point at a place, or -1 when it is the last one.
  private static int end(String text, int from) {
    int end = from < text.length() ? text.offsetByCodePoints(from, 1) : text.length();
    return end < text.length() ? end : -1;
  }
}
