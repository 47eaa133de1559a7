package dev.landwaiter.rego.builtin.schema;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.DateTimeException;
import java.time.LocalDate;

/// Dates and times in the forms of RFC 3339.
final class Dates {
  private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
  private static final Pattern TIME =
      Pattern.compile("([0-9]{2}):([0-9]{2}):([0-9]{2})([.,][0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})?");

  private Dates() {}

  static boolean isDate(String text) {
    Matcher matcher = DATE.matcher(text);
    if (!matcher.matches()) {
      return false;
    }
    try {
      return LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3)) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  static boolean isTime(String text) {
    Matcher matcher = TIME.matcher(text);
    return matcher.matches()
        && number(matcher, 1) < 24
        && number(matcher, 2) < 60
        && number(matcher, 3) < 60
        && isZone(matcher.group(5));
  }

  private static boolean isZone(@org.jspecify.annotations.Nullable String zone) {
    return zone == null
        || zone.equals("Z")
        || (Integer.parseInt(zone.substring(1, 3)) <= 24
            && Integer.parseInt(zone.substring(4)) < 60);
  }

  /// A date, `T`, and a time with its zone.
  static boolean isBoth(String text) {
    int behind = text.indexOf('T');
    return behind >= 0
        && isDate(text.substring(0, behind))
        && isTime(text.substring(behind + 1))
        && (text.endsWith("Z") || text.substring(behind).matches(".*[+-][0-9]{2}:[0-9]{2}"));
  }
}
