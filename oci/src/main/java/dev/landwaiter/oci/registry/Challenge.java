package dev.landwaiter.oci.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One challenge of a `WWW-Authenticate` header (RFC 9110, section 11.6.1).
///
/// @param scheme in lower case
/// @param parameters by key in lower case
record Challenge(String scheme, Map<String, String> parameters) {
  private static final int HEADER_LIMIT = 16;

  /// Reads the challenges of all given header values in order. What cannot be read ends its own
  /// header; what was complete before it is kept.
  static List<Challenge> parse(List<String> headers) {
    List<Challenge> all = new ArrayList<>();
    for (String header : headers.subList(0, Math.min(headers.size(), HEADER_LIMIT))) {
      all.addAll(new ChallengeReader(header).read());
    }
    return all;
  }

  /// The first challenge that we can answer: Basic or Bearer.
  static Optional<Challenge> preferred(List<Challenge> challenges) {
    return challenges.stream().filter(c -> c.basic() || c.bearer()).findFirst();
  }

  boolean basic() {
    return scheme.equals("basic");
  }

  boolean bearer() {
    return scheme.equals("bearer");
  }

  /// The value of a parameter, or the empty text.
  String parameter(String key) {
    return parameters.getOrDefault(key, "");
  }
}
