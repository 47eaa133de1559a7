package dev.landwaiter.oci.registry;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One request.
///
/// @param registry the address that the user named; its host bounds where redirects may lead
/// @param headers by name, without the one that proves who asks
/// @param authorization value of the `Authorization` header; sent to the origin of `uri` only
record Ask(
    URI registry,
    URI uri,
    String method,
    Map<String, String> headers,
    Optional<Payload> payload,
    Optional<String> authorization) {
  private static final Set<String> HARMLESS = Set.of("Accept", "Range", "Content-Range");

  Ask {
    headers = Map.copyOf(headers);
  }

  /// A GET request.
  ///
  /// @param accept value of the `Accept` header, or empty
  Ask(URI registry, URI uri, String accept, Optional<String> authorization) {
    this(
        registry,
        uri,
        "GET",
        accept.isEmpty() ? Map.of() : Map.of("Accept", accept),
        Optional.empty(),
        authorization);
  }

  /// The same request at another place that was named by the answer to this one.
  Ask redirected(URI target) {
    return at(target, Targets.sameOrigin(uri, target) ? authorization : Optional.empty());
  }

  /// The same request at another place or by somebody else. Another server gets no header that may
  /// be secret.
  Ask at(URI target, Optional<String> other) {
    Map<String, String> shown = new HashMap<>(headers);
    if (!Targets.sameOrigin(uri, target)) {
      shown.keySet().retainAll(HARMLESS);
    }
    return new Ask(registry, target, method, shown, payload, other);
  }

  /// Whether asking changes nothing.
  boolean reads() {
    return method.equals("GET") || method.equals("HEAD");
  }

  /// Whether asking again after an attempt that failed somewhere on its way does no harm.
  boolean repeatable() {
    return payload.map(Payload::repeatable).orElse(true);
  }

  @Override
  public String toString() {
    return method + " " + Targets.shown(uri);
  }
}
