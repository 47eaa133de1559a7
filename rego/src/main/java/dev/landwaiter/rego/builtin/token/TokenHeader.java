package dev.landwaiter.rego.builtin.token;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import java.util.Set;
import java.util.TreeSet;

/// What a token's header says of its signature (RFC 7515, 4.1).
///
/// @param algorithm empty when none is named
/// @param misunderstood whether it holds a critical parameter that is not known here
record TokenHeader(String algorithm, String keyId, String contentType, boolean misunderstood) {
  private static final Set<String> KNOWN = Set.of("alg", "kid", "typ", "cty", "crit");

  static TokenHeader of(ObjectValue header) throws BuiltinException {
    text(header, "typ");
    return new TokenHeader(
        text(header, "alg"), text(header, "kid"), text(header, "cty"), misunderstood(header));
  }

  private static String text(ObjectValue header, String name) throws BuiltinException {
    var value = header.get(name);
    if (value.isPresent() && !(value.get() instanceof StringValue)) {
      throw BuiltinException.failure(name + ": must be a string");
    }
    return value.map(Value::asText).orElse("");
  }

  private static boolean misunderstood(ObjectValue header) throws BuiltinException {
    var value = header.get("crit");
    if (value.isEmpty()) {
      return false;
    }
    if (!(value.get() instanceof ArrayValue list)) {
      throw BuiltinException.failure("crit: must be a list");
    }
    Set<String> critical = new TreeSet<>();
    for (Value name : list.elements()) {
      if (!(name instanceof StringValue text)) {
        // The original stops reading here without a word.
        break;
      }
      critical.add(text.text());
    }
    if (critical.isEmpty()) {
      throw BuiltinException.failure("crit: must be a nonempty list");
    }
    return header.members().keySet().stream()
        .map(Value::asText)
        .anyMatch(name -> !KNOWN.contains(name) && critical.contains(name));
  }

  /// Whether a signature can be judged by this header at all.
  boolean isValid() {
    return !algorithm.isEmpty() && !misunderstood;
  }
}
