package dev.landwaiter.oci.registry;

import java.net.URI;
import java.util.Optional;

/// One GET request.
///
/// @param registry the address that the user named; its host bounds where redirects may lead
/// @param accept value of the `Accept` header, or empty
/// @param authorization value of the `Authorization` header; sent to the origin of `uri` only
record Ask(URI registry, URI uri, String accept, Optional<String> authorization) {
  /// The same request at another place that was named by the answer to this one.
  Ask redirected(URI target) {
    boolean stays = Targets.sameOrigin(uri, target);
    return new Ask(registry, target, accept, stays ? authorization : Optional.empty());
  }

  @Override
  public String toString() {
    return "GET " + Targets.shown(uri);
  }
}
