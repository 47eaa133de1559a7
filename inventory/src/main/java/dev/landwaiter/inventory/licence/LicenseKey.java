package dev.landwaiter.inventory.licence;

import java.util.Locale;
import java.util.Set;

/// The spelling under which names of one licence meet.
///
/// @param text upper case, without filler words, a version at the end joined by `-`
/// @param plus whether the name says "or later"
record LicenseKey(String text, boolean plus) {
  private static final Set<String> MARKS =
      Set.of("", "-", "V", "V.", "VER", "VER.", "VERSION", "VERSION-", "VERSION:");

  /// The key of a name; addresses are only collapsed and put in upper case.
  static LicenseKey of(String name) {
    String key = String.join(" ", name.strip().split("\\s+", -1)).toUpperCase(Locale.ROOT);
    if (key.startsWith("HTTP")) {
      return new LicenseKey(key, false);
    }
    key = key.replace("LICENCE", "LICENSE");
    key = key.startsWith("THE ") ? key.substring(4) : key;
    for (String end : new String[] {" LICENSE", " LICENSED", "-LICENSE", "-LICENSED"}) {
      key = without(key, end);
    }
    key = key.equals("UNLICENSE") ? key : without(key, "LICENSE");
    key = key.equals("UNLICENSED") ? key : without(key, "LICENSED");
    boolean plus = false;
    for (String end : new String[] {"+", "-OR-LATER", " OR LATER"}) {
      plus |= key.endsWith(end);
      key = without(key, end);
    }
    key = without(without(key, "-ONLY"), " ONLY");
    return new LicenseKey(joinVersion(key), plus);
  }

  /// The key without a final `.0`, so that `2` and `2.0` meet.
  String shortText() {
    return without(text, ".0");
  }

  private static String without(String text, String end) {
    return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
  }

  // "APACHE LICENSE, VERSION 2.0" and "APACHE (V2.0)" become "APACHE-2.0".
  private static String joinVersion(String key) {
    int end = key.endsWith(")") ? key.length() - 1 : key.length();
    int start = end;
    while (start > 0 && (isDigit(key.charAt(start - 1)) || key.charAt(start - 1) == '.')) {
      start--;
    }
    while (start < end && key.charAt(start) == '.') {
      start++; // the stop of "V.2" belongs to the mark
    }
    if (start == end || key.charAt(start) == '0' || key.charAt(end - 1) == '.') {
      return key;
    }
    String version = key.substring(start, end);
    String front = key.substring(0, start).stripTrailing();
    int name = front.length();
    while (name > 0 && "VERSION.:-".indexOf(front.charAt(name - 1)) >= 0) {
      name--;
    }
    // The letters of the mark may also end the name ("GPLV" but "MOZILLA PUBLIC VERSION"), so the
    // longest mark that stands behind something acceptable wins.
    for (int at = name; at <= front.length(); at++) {
      if (MARKS.contains(front.substring(at))) {
        String before = ending(front.substring(0, at));
        if (!before.isEmpty()) {
          return before + "-" + version;
        }
      }
    }
    return key;
  }

  private static String ending(String text) {
    String name = text.stripTrailing();
    if (name.endsWith(",") || name.endsWith("(") || name.endsWith("-")) {
      name = name.substring(0, name.length() - 1).stripTrailing();
    }
    name = without(name, " LICENSE");
    if (name.isEmpty()) {
      return "";
    }
    char last = name.charAt(name.length() - 1);
    return last == ')' || (last >= 'A' && last <= 'Z' && last != 'V') ? name : "";
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
