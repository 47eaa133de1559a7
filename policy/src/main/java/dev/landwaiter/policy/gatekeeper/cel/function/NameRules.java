package dev.landwaiter.policy.gatekeeper.cel.function;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// What names and labels must be like, with the messages of Kubernetes.
final class NameRules {
  private static final int LABEL = 63;
  private static final int SUBDOMAIN = 253;

  private static final String LABEL_PATTERN = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final String NAME_PATTERN = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
  private static final String NAME =
      "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an"
          + " alphanumeric character";
  private static final String NAME_EXAMPLES = "'MyName',  or 'my.name',  or '123-abc', ";

  private NameRules() {}

  static List<String> label(String text) {
    return mistakes(
        text,
        LABEL,
        isWord(text, NameRules::isLow, c -> c == '-'),
        "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and"
            + " must start and end with an alphanumeric character"
            + pattern("'my-name',  or '123-abc', ", LABEL_PATTERN));
  }

  static List<String> strictLabel(String text) {
    boolean letter = !text.isEmpty() && !isDigit(text.charAt(0));
    return mistakes(
        text,
        LABEL,
        letter && isWord(text, NameRules::isLow, c -> c == '-'),
        "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an"
            + " alphabetic character, and end with an alphanumeric character"
            + pattern("'my-name',  or 'abc-123', ", "[a-z]([-a-z0-9]*[a-z0-9])?"));
  }

  static List<String> subdomain(String text) {
    boolean fine = true;
    for (String part : text.split("\\.", -1)) {
      fine &= isWord(part, NameRules::isLow, c -> c == '-');
    }
    return mistakes(
        text,
        SUBDOMAIN,
        fine,
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or"
            + " '.', and must start and end with an alphanumeric character"
            + pattern("'example.com', ", LABEL_PATTERN + "(\\." + LABEL_PATTERN + ")*"));
  }

  static List<String> labelValue(String text) {
    return mistakes(
        text,
        LABEL,
        text.isEmpty() || isName(text),
        "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or"
            + " '.', and must start and end with an alphanumeric character"
            + pattern("'MyValue',  or 'my_value',  or '12345', ", "(" + NAME_PATTERN + ")?"));
  }

  static List<String> qualifiedName(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length > 2) {
      return List.of(
          "a qualified name "
              + NAME
              + pattern(NAME_EXAMPLES, NAME_PATTERN)
              + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
    }
    List<String> all = new ArrayList<>();
    if (parts.length == 2) {
      if (parts[0].isEmpty()) {
        all.add("prefix part must be non-empty");
      } else {
        subdomain(parts[0]).forEach(mistake -> all.add("prefix part " + mistake));
      }
    }
    String name = parts[parts.length - 1];
    if (name.isEmpty()) {
      all.add("name part must be non-empty");
    } else if (name.length() > LABEL) {
      all.add("name part " + tooLong(LABEL));
    }
    if (!isName(name)) {
      all.add("name part " + NAME + pattern(NAME_EXAMPLES, NAME_PATTERN));
    }
    return all;
  }

  private static List<String> mistakes(String text, int most, boolean fine, String mistake) {
    List<String> all = new ArrayList<>();
    if (text.length() > most) {
      all.add(tooLong(most));
    }
    if (!fine) {
      all.add(mistake);
    }
    return all;
  }

  private static String tooLong(int most) {
    return "must be no more than " + most + " bytes";
  }

  private static String pattern(String examples, String pattern) {
    return " (e.g. " + examples + "regex used for validation is '" + pattern + "')";
  }

  private static boolean isName(String text) {
    return isWord(
        text, c -> isLow(c) || (c >= 'A' && c <= 'Z'), c -> c == '-' || c == '_' || c == '.');
  }

  /// Whether these characters stand at both ends, and between them these or those.
  private static boolean isWord(String text, IntPredicate ends, IntPredicate inside) {
    return !text.isEmpty()
        && ends.test(text.charAt(0))
        && ends.test(text.charAt(text.length() - 1))
        && text.chars().allMatch(c -> ends.test(c) || inside.test(c));
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLow(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'z');
  }
}
