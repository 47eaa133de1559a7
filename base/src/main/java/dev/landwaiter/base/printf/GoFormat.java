package dev.landwaiter.base.printf;

import java.util.function.IntFunction;

/// One formatting after Go's `fmt` (reference 13.3).
///
/// @param <X> what ends it when it takes too much room
public final class GoFormat<X extends Exception> {
  /// Widths, precisions and argument numbers beyond this are refused.
  private static final int GREATEST = 1_000_000;

  private final Room<X> room;
  private final String format;
  private final int count;
  private final IntFunction<Argument> values;
  private final StringBuilder out;
  private final Flags flags = new Flags();
  private final VerbText verbs;

  /// Counts characters about to be made.
  @FunctionalInterface
  public interface Room<X extends Exception> {
    void reserve(long characters) throws X;
  }

  private int at;
  private int next;
  private boolean reordered;
  private boolean goodIndex;
  private boolean afterIndex;

  /// @param count how many values there are
  /// @param values by their index
  public GoFormat(Room<X> room, String format, int count, IntFunction<Argument> values) {
    this.room = room;
    this.format = format;
    this.count = count;
    this.values = values;
    this.out = new StringBuilder(format.length() + 16 * count);
    this.verbs = new VerbText(flags, out);
  }

  /// The text; called once.
  public String text() throws X {
    int end = format.length();
    while (at < end) {
      int percent = format.indexOf('%', at);
      if (percent < 0) {
        out.append(format, at, end);
        break;
      }
      out.append(format, at, percent);
      at = percent + 1;
      item();
    }
    if (!reordered && next < count) {
      surplus();
    }
    room.reserve(out.length());
    return out.toString();
  }

  private void item() throws X {
    goodIndex = true;
    afterIndex = false;
    flags.clear();
    flags();
    index();
    width();
    precision();
    if (!afterIndex) {
      index();
    }
    if (at >= format.length()) {
      out.append("%!(NOVERB)");
      return;
    }
    int verb = format.codePointAt(at);
    at += Character.charCount(verb);
    if (verb == '%') {
      out.append('%');
    } else if (!goodIndex) {
      out.append("%!").appendCodePoint(verb).append("(BADINDEX)");
    } else if (next >= count) {
      out.append("%!").appendCodePoint(verb).append("(MISSING)");
    } else {
      if (flags.width > 64 || flags.precision > 64) {
        room.reserve((long) flags.width + flags.precision + 2);
      }
      verbs.write(values.apply(next++), verb);
    }
  }

  private void flags() {
    for (; at < format.length(); at++) {
      switch (format.charAt(at)) {
        case '#' -> flags.sharp = true;
        case '0' -> flags.zero = true;
        case '+' -> flags.plus = true;
        case '-' -> flags.minus = true;
        case ' ' -> flags.space = true;
        default -> {
          return;
        }
      }
    }
  }

  /// An explicit index such as `[3]`.
  private void index() {
    afterIndex = false;
    if (at >= format.length() || format.charAt(at) != '[') {
      return;
    }
    reordered = true;
    int close = format.indexOf(']', at + 1);
    if (close < 0) {
      goodIndex = false;
      at++;
      return;
    }
    int start = at + 1;
    at = close + 1;
    int number = close == start ? -1 : number(start, close);
    afterIndex = number >= 0;
    if (number >= 1 && number <= count) {
      next = number - 1;
    } else {
      goodIndex = false;
    }
  }

  /// The number that takes the whole range, or -1.
  private int number(int start, int end) {
    int number = 0;
    for (int i = start; i < end; i++) {
      char c = format.charAt(i);
      if (c < '0' || c > '9' || number > GREATEST) {
        return -1;
      }
      number = number * 10 + (c - '0');
    }
    return number;
  }

  private void width() {
    if (at < format.length() && format.charAt(at) == '*') {
      at++;
      int width = fromArgument();
      if (width == Integer.MIN_VALUE) {
        out.append("%!(BADWIDTH)");
      } else if (width < 0) {
        flags.width = -width;
        flags.minus = true;
        flags.zero = false;
      } else {
        flags.width = width;
      }
      afterIndex = false;
      return;
    }
    int digits = digits();
    if (digits >= 0) {
      flags.width = digits;
      goodIndex &= !afterIndex;
    }
  }

  private void precision() {
    if (at >= format.length() || format.charAt(at) != '.') {
      return;
    }
    at++;
    goodIndex &= !afterIndex;
    index();
    if (at < format.length() && format.charAt(at) == '*') {
      at++;
      int precision = fromArgument();
      if (precision < 0) {
        out.append("%!(BADPREC)");
      } else {
        flags.precision = precision;
      }
      afterIndex = false;
      return;
    }
    flags.precision = Math.max(0, digits());
  }

  /// The number that stands here, or -1. One too long to be meant ends the format.
  private int digits() {
    int start = at;
    int number = 0;
    for (; at < format.length(); at++) {
      char c = format.charAt(at);
      if (c < '0' || c > '9') {
        break;
      }
      if (number > GREATEST) {
        at = format.length();
        return -1;
      }
      number = number * 10 + (c - '0');
    }
    return at == start ? -1 : number;
  }

  /// The integer of the next argument, or the least integer when it is none or too great.
  private int fromArgument() {
    if (next >= count) {
      return Integer.MIN_VALUE;
    }
    return values.apply(next++) instanceof Argument.Small(long number)
            && Math.abs(number) <= GREATEST
        ? (int) number
        : Integer.MIN_VALUE;
  }

  private void surplus() {
    flags.clear();
    out.append("%!(EXTRA ");
    String between = "";
    for (; next < count; next++) {
      Argument argument = values.apply(next);
      out.append(between).append(argument.type());
      if (!(argument instanceof Argument.Nothing)) {
        out.append('=');
        verbs.write(argument, 'v');
      }
      between = ", ";
    }
    out.append(')');
  }
}
