package dev.landwaiter.policy.gatekeeper.mutate;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.Review.Origin;
import java.util.Optional;

/// An object that may be changed, with what mutators look at besides.
///
/// @param namespace the Namespace it stands in, where it is known
/// @param username of who sends it, or empty
/// @param operation of the request, or empty when there is none
public record Subject(
    ObjectValue object,
    Optional<Resource> namespace,
    Origin origin,
    String username,
    String operation) {
  /// An object outside of a request.
  public static Subject of(ObjectValue object, Optional<Resource> namespace, Origin origin) {
    return new Subject(object, namespace, origin, "", "");
  }
}
