package dev.landwaiter.oci.registry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the address with the relation `next` in `Link` headers (RFC 8288, section 3).
final class NextLink {
  private static final int HEADER_LIMIT = 16;
  private static final int LENGTH_LIMIT = 8 << 10;

  private NextLink() {}

  static Optional<String> of(List<String> headers) {
    return headers.stream()
        .limit(HEADER_LIMIT)
        .filter(header -> header.length() <= LENGTH_LIMIT)
        .map(NextLink::in)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> in(String header) {
    int at = 0;
    while (true) {
      int open = header.indexOf('<', at);
      int close = open < 0 ? -1 : header.indexOf('>', open);
      if (close < 0) {
        return Optional.empty();
      }
      int end = end(header, close + 1);
      if (isNext(header.substring(close + 1, end))) {
        return Optional.of(header.substring(open + 1, close).strip());
      }
      at = end;
    }
  }

  /// Where the parameters of a link end: at a comma outside of quotes.
  private static int end(String header, int from) {
    boolean quoted = false;
    for (int i = from; i < header.length(); i++) {
      char c = header.charAt(i);
      quoted = (c == '"') != quoted;
      if (c == ',' && !quoted) {
        return i;
      }
    }
    return header.length();
  }

  private static boolean isNext(String parameters) {
    for (String parameter : parameters.split(";", -1)) {
      String[] pair = parameter.strip().split("=", 2);
      boolean relation = pair.length == 2 && pair[0].strip().equalsIgnoreCase("rel");
      if (relation
          && List.of(pair[1].replace("\"", "").toLowerCase(Locale.ROOT).strip().split(" ", -1))
              .contains("next")) {
        return true;
      }
    }
    return false;
  }
}
