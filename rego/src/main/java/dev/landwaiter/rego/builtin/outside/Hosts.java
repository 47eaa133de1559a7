package dev.landwaiter.rego.builtin.outside;

import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Surroundings;
import java.util.List;

/// The hosts that capabilities allow to be reached.
final class Hosts {
  private Hosts() {}

  static void checkAllowed(Surroundings surroundings, String host) throws BuiltinException {
    List<String> allowed = surroundings.capabilities().allowNet().orElse(List.of(host));
    if (!allowed.contains(host)) {
      throw BuiltinException.failure("disallowed host: " + host);
    }
  }
}
