package dev.landwaiter.inventory.licence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// From a licence field of package metadata to names of licences (project reference, scanning, 11.2
/// and 11.3).
public final class Licenses {
  /// Stands before an element that is the text of a licence and not its name.
  public static final String TEXT_PREFIX = "text://";

  // Nothing longer is a list of names.
  private static final int LIMIT = 1 << 16;

  private static final List<String> SIGNS_OF_TEXT =
      List.of(
          "http://",
          "https://",
          "(c)",
          "as-is",
          ";",
          "hereby",
          "permission to use",
          "permission is",
          "use in source",
          "use, copy, modify",
          "using");

  // Names of Python's classifiers in which "or" and "and" separate nothing.
  private static final List<String> WHOLE =
      List.of(
          "GNU Library or Lesser General Public License (LGPL)",
          "Historical Permission Notice and Disclaimer (HPND)",
          "Common Development and Distribution License 1.0 (CDDL-1.0)");

  private static final Set<String> GNU = Set.of("GPL-", "LGPL-", "AGPL-", "GFDL-");

  private Licenses() {}

  /// Splits at commas and at lower-case "or" and "and"; a licence text stays one element behind
  /// [#TEXT_PREFIX]. The empty text has no elements. Elements are as written: see [#normalize].
  public static List<String> split(String licenses) {
    if (licenses.isEmpty()) {
      return List.of();
    }
    String lower = licenses.toLowerCase(Locale.ROOT);
    if (licenses.length() > LIMIT || SIGNS_OF_TEXT.stream().anyMatch(lower::contains)) {
      return List.of(TEXT_PREFIX + licenses);
    }
    List<String> names = new ArrayList<>();
    int start = 0;
    int at = 0;
    while (at < licenses.length()) {
      int end = separatorEnd(licenses, at);
      if (end > at) {
        append(names, licenses.substring(start, at));
        start = end;
        at = end;
      } else {
        at = wholeEnd(licenses, at);
      }
    }
    append(names, licenses.substring(start));
    return List.copyOf(names);
  }

  /// Splits at white space, as fields do that list names and expressions without clear separators:
  /// `AND`, `OR` and parentheses vanish, `WITH` keeps the exception, and a lone version number
  /// belongs to the name before it. Elements are as written: see [#normalize].
  public static List<String> laxSplit(String licenses) {
    if (licenses.length() > LIMIT) {
      return List.of(TEXT_PREFIX + licenses);
    }
    List<String> names = new ArrayList<>();
    boolean join = false;
    for (String word : licenses.strip().split("\\s+", -1)) {
      String name = withoutParentheses(word);
      boolean with = name.equalsIgnoreCase("WITH") && !names.isEmpty();
      boolean version = name.matches("[0-9]+(\\.[0-9]+)*\\+?") && !names.isEmpty();
      if (name.isEmpty() || name.equalsIgnoreCase("AND") || name.equalsIgnoreCase("OR")) {
        join = false;
      } else if (join || with || version) {
        names.add(names.removeLast() + " " + name);
        join = with;
      } else {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  /// The SPDX id that a name means, GNU licences with `-only` or `-or-later`; a name that nothing
  /// is known of comes back without white space around it.
  public static String normalize(String name) {
    String trimmed = name.strip();
    if (trimmed.startsWith(TEXT_PREFIX)) {
      return trimmed;
    }
    LicenseKey key = LicenseKey.of(trimmed);
    return LicenseTable.SPDX.find(key).map(id -> spelled(id, key.plus())).orElse(trimmed);
  }

  /// The SPDX id of the licence whose text lies at an address of the web.
  public static Optional<String> ofAddress(String address) {
    return Optional.ofNullable(LicenseTable.SPDX.addresses().get(LicenseAddress.key(address)))
        .map(Licenses::normalize);
  }

  private static String spelled(String found, boolean later) {
    boolean plus = later || found.endsWith("+");
    String id = found.endsWith("+") ? found.substring(0, found.length() - 1) : found;
    if (GNU.stream().anyMatch(id::startsWith) && !id.contains("-with-")) {
      if (id.endsWith("-only") || id.endsWith("-or-later")) {
        return id;
      }
      return id + (plus ? "-or-later" : "-only");
    }
    return plus ? id + "+" : id;
  }

  private static void append(List<String> names, String part) {
    String first = part.split(" ", 2)[0].toLowerCase(Locale.ROOT);
    if (!names.isEmpty() && (first.equals("ver") || first.equals("version"))) {
      names.add(names.removeLast() + ", " + part);
    } else if (!names.isEmpty() && first.equals("later")) {
      names.add(names.removeLast() + " or " + part);
    } else {
      names.add(part);
    }
  }

  // A separator is ", " with any number of blanks, or "or"/"and" between blanks or underscores with
  // a comma before them or not.
  private static int separatorEnd(String text, int start) {
    int at = text.charAt(start) == ',' ? start + 1 : start;
    int gap = gapEnd(text, at);
    if (gap > at) {
      for (String word : new String[] {"or", "and"}) {
        int end = gap + word.length();
        if (text.startsWith(word, gap) && gapEnd(text, end) > end) {
          return gapEnd(text, end);
        }
      }
    }
    if (at == start) {
      return start;
    }
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  private static int gapEnd(String text, int start) {
    int at = start;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '_')) {
      at++;
    }
    return at;
  }

  private static int wholeEnd(String text, int at) {
    for (String whole : WHOLE) {
      if (text.startsWith(whole, at)) {
        return at + whole.length();
      }
    }
    return at + 1;
  }

  private static String withoutParentheses(String word) {
    int start = 0;
    int end = word.length();
    while (start < end && "()".indexOf(word.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && "()".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(start, end);
  }
}
