package dev.landwaiter.oci.registry;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is asked of a registry.
///
/// @param what is asked for, for messages
/// @param expected the statuses that are no error
record Call(
    String method,
    URI uri,
    Map<String, String> headers,
    Optional<Payload> payload,
    String what,
    Set<Integer> expected) {

  static Call get(URI uri, String accept, String what) {
    Map<String, String> headers = accept.isEmpty() ? Map.of() : Map.of("Accept", accept);
    return new Call("GET", uri, headers, Optional.empty(), what, Set.of(200));
  }

  static Call of(String method, URI uri, String what, Integer... expected) {
    return new Call(method, uri, Map.of(), Optional.empty(), what, Set.of(expected));
  }

  Call sending(Payload body) {
    return new Call(method, uri, headers, Optional.of(body), what, expected);
  }

  Call with(Map<String, String> others) {
    return new Call(method, uri, others, payload, what, expected);
  }

  /// The same with further headers.
  Call and(Map<String, String> others) {
    Map<String, String> all = new HashMap<>(others);
    all.putAll(headers);
    return others.isEmpty() ? this : with(all);
  }

  Call expecting(Integer... statuses) {
    return new Call(method, uri, headers, payload, what, Set.of(statuses));
  }

  Ask ask(URI registry, Optional<String> authorization) {
    return new Ask(registry, uri, method, headers, payload, authorization);
  }
}
