package dev.landwaiter.rego.builtin.time;

import java.time.ZonedDateTime;

/// Writes a time by a layout.
final class LayoutFormat {
  private LayoutFormat() {}

  static String format(ZonedDateTime time, String layout) {
    var out = new StringBuilder();
    String rest = layout;
    while (true) {
      LayoutChunk chunk = LayoutChunk.first(rest);
      out.append(chunk.before());
      if (chunk.element() == LayoutElement.NONE) {
        return out.toString();
      }
      write(time, chunk, out);
      rest = chunk.after();
    }
  }

  private static void write(ZonedDateTime time, LayoutChunk chunk, StringBuilder out) {
    int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    switch (chunk.element()) {
      case NONE -> {}
      case LONG_MONTH -> out.append(LayoutNames.MONTHS.get(time.getMonthValue() - 1));
      case MONTH -> out.append(LayoutNames.MONTHS.get(time.getMonthValue() - 1), 0, 3);
      case NUMBER_MONTH -> out.append(time.getMonthValue());
      case ZERO_MONTH -> pad(out, time.getMonthValue(), 2, '0');
      case LONG_WEEKDAY -> out.append(weekday(time));
      case WEEKDAY -> out.append(weekday(time), 0, 3);
      case DAY -> out.append(time.getDayOfMonth());
      case BLANK_DAY -> pad(out, time.getDayOfMonth(), 2, ' ');
      case ZERO_DAY -> pad(out, time.getDayOfMonth(), 2, '0');
      case BLANK_YEAR_DAY -> pad(out, time.getDayOfYear(), 3, ' ');
      case ZERO_YEAR_DAY -> pad(out, time.getDayOfYear(), 3, '0');
      case HOUR -> pad(out, time.getHour(), 2, '0');
      case HOUR_12 -> out.append(hour);
      case ZERO_HOUR_12 -> pad(out, hour, 2, '0');
      case MINUTE -> out.append(time.getMinute());
      case ZERO_MINUTE -> pad(out, time.getMinute(), 2, '0');
      case SECOND -> out.append(time.getSecond());
      case ZERO_SECOND -> pad(out, time.getSecond(), 2, '0');
      case LONG_YEAR -> pad(out, time.getYear(), 4, '0');
      case YEAR -> pad(out, time.getYear() % 100, 2, '0');
      case UPPER_HALF -> out.append(time.getHour() >= 12 ? "PM" : "AM");
      case LOWER_HALF -> out.append(time.getHour() >= 12 ? "pm" : "am");
      case ZONE_NAME -> out.append(ZoneNames.of(time));
      case OFFSET -> offset(time.getOffset().getTotalSeconds(), chunk.text(), out);
      case FRACTION_ZEROS, FRACTION_NINES -> fraction(time.getNano(), chunk, out);
    }
  }

  static String weekday(ZonedDateTime time) {
    return LayoutNames.WEEKDAYS.get(time.getDayOfWeek().getValue() % 7);
  }

  private static void offset(int seconds, String element, StringBuilder out) {
    if (seconds == 0 && element.charAt(0) == 'Z') {
      out.append('Z');
      return;
    }
    int minutes = seconds / 60;
    out.append(minutes < 0 ? '-' : '+');
    minutes = Math.abs(minutes);
    String colon = element.contains(":") ? ":" : "";
    pad(out, minutes / 60, 2, '0');
    if (element.length() > 3) {
      out.append(colon);
      pad(out, minutes % 60, 2, '0');
    }
    if (element.length() > 6) {
      out.append(colon);
      pad(out, Math.abs(seconds) % 60, 2, '0');
    }
  }

  private static void fraction(int nanos, LayoutChunk chunk, StringBuilder out) {
    var digits = new StringBuilder();
    pad(digits, nanos, 9, '0');
    int length = chunk.text().length() - 1;
    while (digits.length() < length) {
      digits.append('0');
    }
    digits.setLength(length);
    if (chunk.element() == LayoutElement.FRACTION_NINES) {
      int end = length;
      while (end > 0 && digits.charAt(end - 1) == '0') {
        end--;
      }
      digits.setLength(end);
      if (end == 0) {
        return;
      }
    }
    out.append(chunk.text().charAt(0)).append(digits);
  }

  private static void pad(StringBuilder out, int number, int width, char with) {
    String digits = Integer.toString(number);
    for (int i = digits.length(); i < width; i++) {
      out.append(with);
    }
    out.append(digits);
  }
}
