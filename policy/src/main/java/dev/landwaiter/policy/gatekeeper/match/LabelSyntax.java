package dev.landwaiter.policy.gatekeeper.match;

import java.util.List;

/// What may be the key of a label, and its value, in Kubernetes.
final class LabelSyntax {
  private static final int LONGEST = 63;
  private static final int LONGEST_PREFIX = 253;

  private static final String NAME =
      "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end"
          + " with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex"
          + " used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

  private static final String VALUE =
      "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or"
          + " '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or"
          + " 'my_value',  or '12345', regex used for validation is"
          + " '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

  private LabelSyntax() {}

  /// Adds what is wrong with a key of the form `[PREFIX/]NAME`.
  static void checkKey(String key, String path, List<String> wrong) {
    int slash = key.indexOf('/');
    if (slash >= 0 && key.indexOf('/', slash + 1) >= 0) {
      add(path, key, "a qualified name " + NAME.substring("name part ".length()), wrong);
      return;
    }
    if (slash >= 0) {
      String prefix = key.substring(0, slash);
      if (prefix.isEmpty()) {
        add(path, key, "prefix part must be non-empty", wrong);
      } else if (!isSubdomain(prefix)) {
        add(path, key, "prefix part " + SubdomainText.RULE, wrong);
      }
    }
    String name = key.substring(slash + 1);
    if (name.isEmpty()) {
      add(path, key, "name part must be non-empty", wrong);
    } else if (name.length() > LONGEST) {
      add(path, key, "name part must be no more than 63 bytes", wrong);
    }
    if (!isWord(name)) {
      add(path, key, NAME, wrong);
    }
  }

  /// Adds what is wrong with a value.
  static void checkValue(String value, String path, String key, List<String> wrong) {
    if (value.length() > LONGEST) {
      add(path, value, "must be no more than 63 bytes", wrong);
    }
    if (!value.isEmpty() && !isWord(value)) {
      add(path.endsWith("matchLabels") ? path + "[" + key + "]" : path, value, VALUE, wrong);
    }
  }

  private static void add(String path, String value, String reason, List<String> wrong) {
    wrong.add("%s: Invalid value: \"%s\": %s".formatted(path, value, reason));
  }

  private static boolean isWord(String text) {
    if (text.isEmpty()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      boolean inner = each == '-' || each == '_' || each == '.';
      if (!isAlphanumeric(each) && (!inner || i == 0 || i == text.length() - 1)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAlphanumeric(char each) {
    return (each >= 'a' && each <= 'z')
        || (each >= 'A' && each <= 'Z')
        || (each >= '0' && each <= '9');
  }

  private static boolean isSubdomain(String text) {
    return text.length() <= LONGEST_PREFIX && SubdomainText.isSubdomain(text);
  }
}
