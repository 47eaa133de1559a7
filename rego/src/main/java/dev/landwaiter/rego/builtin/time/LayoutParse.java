package dev.landwaiter.rego.builtin.time;

import dev.landwaiter.rego.builtin.BuiltinException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/// Reads a time by a layout.
final class LayoutParse {
  private final String layout;
  private final String text;

  /// What is left to be read.
  private String rest;

  /// What is wrong with the part just read: out of range.
  private String range = "";

  private int year;
  private int month = -1;
  private int day = -1;
  private int yearDay = -1;
  private int hour;
  private int minute;
  private int second;
  private int nanos;
  private int offset;
  private boolean morning;
  private boolean afternoon;

  /// The text does not match at this place.
  private static final class Mismatch extends Exception {
    private static final long serialVersionUID = 1;

    private Mismatch() {
      super("", null, false, false);
    }
  }

  private LayoutParse(String layout, String text) {
    this.layout = layout;
    this.text = text;
    this.rest = text;
  }

  /// Nanoseconds since 1970.
  static long nanos(String layout, String text) throws BuiltinException {
    var parse = new LayoutParse(layout, text);
    parse.read();
    return parse.result();
  }

  private void read() throws BuiltinException {
    String left = layout;
    while (true) {
      LayoutChunk chunk = LayoutChunk.first(left);
      try {
        skip(chunk.before());
      } catch (Mismatch e) {
        throw mismatch(rest, chunk.before());
      }
      if (chunk.element() == LayoutElement.NONE) {
        if (!rest.isEmpty()) {
          throw wrong("extra text: " + GoQuote.quote(rest));
        }
        return;
      }
      left = chunk.after();
      String hold = rest;
      try {
        element(chunk);
      } catch (Mismatch e) {
        if (range.isEmpty()) {
          throw mismatch(hold, chunk.text());
        }
      }
      if (!range.isEmpty()) {
        throw wrong(range + " out of range");
      }
    }
  }

  private void skip(String prefix) throws Mismatch {
    int at = 0;
    while (at < prefix.length()) {
      char c = prefix.charAt(at);
      if (c == ' ') {
        if (!rest.isEmpty() && rest.charAt(0) != ' ') {
          throw new Mismatch();
        }
        while (at < prefix.length() && prefix.charAt(at) == ' ') {
          at++;
        }
        while (rest.startsWith(" ")) {
          rest = rest.substring(1);
        }
        continue;
      }
      if (rest.isEmpty() || rest.charAt(0) != c) {
        throw new Mismatch();
      }
      at++;
      rest = rest.substring(1);
    }
  }

  private void element(LayoutChunk chunk) throws Mismatch {
    switch (chunk.element()) {
      case NONE -> {}
      case YEAR -> {
        year = signed(take(2));
        year += year >= 69 ? 1900 : 2000;
      }
      case LONG_YEAR -> {
        if (rest.length() < 4 || !isDigit(rest, 0)) {
          throw new Mismatch();
        }
        year = signed(take(4));
      }
      case MONTH -> month = name(LayoutNames.MONTHS, 3) + 1;
      case LONG_MONTH -> month = name(LayoutNames.MONTHS, 0) + 1;
      case NUMBER_MONTH, ZERO_MONTH -> {
        month = number(chunk.element() == LayoutElement.ZERO_MONTH);
        inRange(month >= 1 && month <= 12, "month");
      }
      case WEEKDAY -> name(LayoutNames.WEEKDAYS, 3);
      case LONG_WEEKDAY -> name(LayoutNames.WEEKDAYS, 0);
      case DAY, BLANK_DAY, ZERO_DAY -> {
        blank(chunk.element() == LayoutElement.BLANK_DAY);
        day = number(chunk.element() == LayoutElement.ZERO_DAY);
      }
      case BLANK_YEAR_DAY, ZERO_YEAR_DAY -> {
        blank(chunk.element() == LayoutElement.BLANK_YEAR_DAY);
        blank(chunk.element() == LayoutElement.BLANK_YEAR_DAY);
        yearDay = yearDay(chunk.element() == LayoutElement.ZERO_YEAR_DAY);
      }
      case HOUR -> {
        hour = number(false);
        inRange(hour < 24, "hour");
      }
      case HOUR_12, ZERO_HOUR_12 -> {
        hour = number(chunk.element() == LayoutElement.ZERO_HOUR_12);
        inRange(hour <= 12, "hour");
      }
      case MINUTE, ZERO_MINUTE -> {
        minute = number(chunk.element() == LayoutElement.ZERO_MINUTE);
        inRange(minute < 60, "minute");
      }
      case SECOND, ZERO_SECOND -> second(chunk);
      case UPPER_HALF -> half("AM", "PM");
      case LOWER_HALF -> half("am", "pm");
      case OFFSET -> offset(chunk.text());
      case ZONE_NAME -> zoneName();
      case FRACTION_ZEROS -> fraction(chunk.text().length());
      case FRACTION_NINES -> {
        if (fractionLength() > 0) {
          fraction(fractionLength());
        }
      }
    }
  }

  private void second(LayoutChunk chunk) throws Mismatch {
    second = number(chunk.element() == LayoutElement.ZERO_SECOND);
    inRange(second < 60, "second");
    if (fractionLength() == 0 || !range.isEmpty()) {
      return;
    }
    // A fraction is taken where the layout has none.
    LayoutElement next = LayoutChunk.first(chunk.after()).element();
    if (next != LayoutElement.FRACTION_ZEROS && next != LayoutElement.FRACTION_NINES) {
      fraction(fractionLength());
    }
  }

  private void half(String before, String after) throws Mismatch {
    String half = take(2);
    morning |= half.equals(before);
    afternoon |= half.equals(after);
    if (!half.equals(before) && !half.equals(after)) {
      throw new Mismatch();
    }
  }

  private void offset(String element) throws Mismatch {
    if (element.startsWith("Z") && rest.startsWith("Z")) {
      rest = rest.substring(1);
      offset = 0;
      return;
    }
    String part = take(element.length());
    boolean colons = element.contains(":");
    if (colons && (part.charAt(3) != ':' || (part.length() > 6 && part.charAt(6) != ':'))) {
      throw new Mismatch();
    }
    int step = colons ? 3 : 2;
    int[] numbers = new int[3];
    boolean fine = part.charAt(0) == '+' || part.charAt(0) == '-';
    for (int i = 0; i < 3 && 1 + i * step < part.length(); i++) {
      int from = 1 + i * step;
      if (!isDigit(part, from) || !isDigit(part, from + 1)) {
        fine = false;
        break;
      }
      numbers[i] = Integer.parseInt(part, from, from + 2, 10);
    }
    int hours = numbers[0];
    int minutes = numbers[1];
    int seconds = numbers[2];
    inRange(hours <= 24, "time zone offset hour");
    inRange(minutes <= 60, "time zone offset minute");
    inRange(seconds <= 60, "time zone offset second");
    if (!fine && range.isEmpty()) {
      throw new Mismatch();
    }
    offset = (hours * 60 + minutes) * 60 + seconds;
    offset = part.charAt(0) == '-' ? -offset : offset;
  }

  /// A name says nothing of the offset: the zone counts as UTC.
  private void zoneName() throws Mismatch {
    int length = rest.startsWith("UTC") ? 3 : zoneNameLength();
    if (length == 0) {
      throw new Mismatch();
    }
    rest = rest.substring(length);
  }

  private int zoneNameLength() {
    if (rest.length() < 3) {
      return 0;
    }
    if (rest.startsWith("ChST") || rest.startsWith("MeST")) {
      return 4;
    }
    if (rest.startsWith("GMT")) {
      return 3 + signedOffset(3);
    }
    if (rest.charAt(0) == '+' || rest.charAt(0) == '-') {
      return signedOffset(0);
    }
    int capitals = 0;
    while (capitals < 6
        && capitals < rest.length()
        && rest.charAt(capitals) >= 'A'
        && rest.charAt(capitals) <= 'Z') {
      capitals++;
    }
    return switch (capitals) {
      case 3 -> 3;
      case 4 -> rest.charAt(3) == 'T' || rest.startsWith("WITA") ? 4 : 0;
      case 5 -> rest.charAt(4) == 'T' ? 5 : 0;
      default -> 0;
    };
  }

  private int signedOffset(int from) {
    if (from >= rest.length() || (rest.charAt(from) != '+' && rest.charAt(from) != '-')) {
      return 0;
    }
    int end = from + 1;
    int hours = 0;
    while (isDigit(rest, end) && hours < 1000) {
      hours = hours * 10 + rest.charAt(end) - '0';
      end++;
    }
    return end == from + 1 || hours > 23 ? 0 : end - from;
  }

  /// How long the point and digits are that come next; 0 when there are none.
  private int fractionLength() {
    if (rest.length() < 2 || (rest.charAt(0) != '.' && rest.charAt(0) != ',')) {
      return 0;
    }
    int length = 1;
    while (isDigit(rest, length)) {
      length++;
    }
    return length == 1 ? 0 : length;
  }

  private void fraction(int length) throws Mismatch {
    String part = take(length);
    if (part.charAt(0) != '.' && part.charAt(0) != ',') {
      throw new Mismatch();
    }
    int value = 0;
    for (int i = 1; i < 10; i++) {
      value *= 10;
      if (i < length) {
        if (!isDigit(part, i)) {
          throw new Mismatch();
        }
        value += part.charAt(i) - '0';
      }
    }
    nanos = value;
  }

  private int number(boolean twoDigits) throws Mismatch {
    if (!isDigit(rest, 0) || (twoDigits && !isDigit(rest, 1))) {
      throw new Mismatch();
    }
    return signed(take(isDigit(rest, 1) ? 2 : 1));
  }

  private int yearDay(boolean threeDigits) throws Mismatch {
    int length = 0;
    while (length < 3 && isDigit(rest, length)) {
      length++;
    }
    if (length == 0 || (threeDigits && length != 3)) {
      throw new Mismatch();
    }
    return signed(take(length));
  }

  private void blank(boolean allowed) {
    if (allowed && rest.startsWith(" ")) {
      rest = rest.substring(1);
    }
  }

  private int name(List<String> names, int length) throws Mismatch {
    for (int i = 0; i < names.size(); i++) {
      String name = length == 0 ? names.get(i) : names.get(i).substring(0, length);
      if (rest.regionMatches(true, 0, name, 0, name.length())) {
        rest = rest.substring(name.length());
        return i;
      }
    }
    throw new Mismatch();
  }

  private String take(int length) throws Mismatch {
    if (rest.length() < length) {
      throw new Mismatch();
    }
    String part = rest.substring(0, length);
    rest = rest.substring(length);
    return part;
  }

  private static int signed(String digits) throws Mismatch {
    boolean sign = digits.startsWith("-") || digits.startsWith("+");
    for (int i = sign ? 1 : 0; i < digits.length(); i++) {
      if (!isDigit(digits, i)) {
        throw new Mismatch();
      }
    }
    return Integer.parseInt(digits);
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private void inRange(boolean holds, String what) {
    if (!holds) {
      range = what;
    }
  }

  private long result() throws BuiltinException {
    if (afternoon && hour < 12) {
      hour += 12;
    } else if (morning && hour == 12) {
      hour = 0;
    }
    if (yearDay >= 0) {
      fromYearDay();
    }
    month = month < 0 ? 1 : month;
    day = day < 0 ? 1 : day;
    if (day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
      throw wrong("day out of range");
    }
    long seconds =
        LocalDate.of(year, month, day).toEpochDay() * 86_400
            + hour * 3_600L
            + minute * 60L
            + second
            - offset;
    return Instants.nanos(seconds, nanos);
  }

  private void fromYearDay() throws BuiltinException {
    if (yearDay < 1 || yearDay > YearMonth.of(year, 1).lengthOfYear()) {
      throw wrong("day-of-year out of range");
    }
    var date = LocalDate.ofYearDay(year, yearDay);
    if (month >= 0 && month != date.getMonthValue()) {
      throw wrong("day-of-year does not match month");
    }
    if (day >= 0 && day != date.getDayOfMonth()) {
      throw wrong("day-of-year does not match day");
    }
    month = date.getMonthValue();
    day = date.getDayOfMonth();
  }

  private BuiltinException mismatch(String found, String element) {
    return BuiltinException.failure(
        "parsing time "
            + GoQuote.quote(text)
            + " as "
            + GoQuote.quote(layout)
            + ": cannot parse "
            + GoQuote.quote(found)
            + " as "
            + GoQuote.quote(element));
  }

  private BuiltinException wrong(String what) {
    return BuiltinException.failure("parsing time " + GoQuote.quote(text) + ": " + what);
  }
}
