package dev.landwaiter.rego.parse;

/// What Go's URL parser would refuse.
final class UrlProblems {
  private UrlProblems() {}

  /// What is wrong with a URL, or the empty text.
  static String of(String url) {
    if (url.chars().anyMatch(one -> one < ' ' || one == 0x7F)) {
      return "net/url: invalid control character in URL";
    }
    if (url.startsWith(":")) {
      return "missing protocol scheme";
    }
    int fragment = url.indexOf('#');
    String main = fragment < 0 ? url : url.substring(0, fragment);
    int query = main.indexOf('?');
    String path = query < 0 ? main : main.substring(0, query);
    int colon = path.indexOf(':');
    boolean scheme = colon > 0 && isScheme(path.substring(0, colon));
    String rest = scheme ? path.substring(colon + 1) : path;
    if (!scheme && colon >= 0 && path.lastIndexOf('/', colon) < 0) {
      return "first path segment in URL cannot contain colon";
    }
    if (rest.startsWith("//")) {
      int end = rest.indexOf('/', 2);
      String host = end < 0 ? rest.substring(2) : rest.substring(2, end);
      String problem = host(host.substring(host.lastIndexOf('@') + 1));
      if (!problem.isEmpty()) {
        return problem;
      }
      rest = end < 0 ? "" : rest.substring(end);
    }
    String escape = escape(rest);
    return escape.isEmpty() && fragment >= 0 ? escape(url.substring(fragment + 1)) : escape;
  }

  private static boolean isScheme(String text) {
    return text.chars()
            .allMatch(one ->
                (Character.isLetterOrDigit(one) && one < 0x80)
                    || one == '+'
                    || one == '-'
                    || one == '.')
        && Character.isLetter(text.charAt(0));
  }

  private static String host(String host) {
    String port = "";
    if (host.startsWith("[")) {
      int close = host.lastIndexOf(']');
      if (close < 0) {
        return "missing ']' in host";
      }
      port = host.substring(close + 1);
    } else {
      int colon = host.lastIndexOf(':');
      port = colon < 0 ? "" : host.substring(colon);
      int odd = firstOf(host, " <>\"\\^`{|}");
      if (odd >= 0) {
        return "invalid character \"" + host.charAt(odd) + "\" in host name";
      }
    }
    boolean valid =
        port.isEmpty()
            || (port.startsWith(":")
                && port.chars().skip(1).allMatch(one -> one >= '0' && one <= '9'));
    return valid ? "" : "invalid port \"" + port + "\" after host";
  }

  private static int firstOf(String text, String characters) {
    for (int i = 0; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static String escape(String text) {
    for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
      boolean valid =
          at + 2 < text.length()
              && Character.digit(text.charAt(at + 1), 16) >= 0
              && Character.digit(text.charAt(at + 2), 16) >= 0;
      if (!valid) {
        return "invalid URL escape \"" + text.substring(at, Math.min(text.length(), at + 3)) + "\"";
      }
    }
    return "";
  }
}
