package dev.landwaiter.policy.gatekeeper;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.util.Optional;

/// One request to be judged.
///
/// @param type of the object
/// @param name of the object, or empty
/// @param namespace of the request, or empty
/// @param object empty when the request has none, as with DELETE before it is completed
/// @param namespaceObject the Namespace the object stands in, where it is known
/// @param origin where the object comes from
/// @param request what policies see as `input.review`
public record Review(
    GroupVersionKind type,
    String name,
    String namespace,
    Optional<Resource> object,
    Optional<Resource> oldObject,
    Optional<Resource> namespaceObject,
    Origin origin,
    ObjectValue request) {
  /// Where an object comes from, for `match.source`.
  public enum Origin {
    UNKNOWN,
    ORIGINAL,
    GENERATED
  }

  /// A review of a bare object, as an audit makes it: no operation, no user.
  ///
  /// @param namespace the Namespace it stands in, where it is known; policies do not see it
  public static Review of(Resource object, Optional<Resource> namespace, Origin origin) {
    var request = new ObjectValue.Draft();
    var _ = request.put(Value.of("kind"), kind(object.type()));
    if (!object.name().isEmpty()) {
      var _ = request.put(Value.of("name"), Value.of(object.name()));
    }
    if (!object.namespace().isEmpty()) {
      var _ = request.put(Value.of("namespace"), Value.of(object.namespace()));
    }
    var _ = request.put(Value.of("namespaceObject"), ObjectValue.EMPTY);
    var _ = request.put(Value.of("object"), object.content());
    var _ = request.put(Value.of("oldObject"), NullValue.NULL);
    var _ = request.put(Value.of("operation"), Value.of(""));
    var _ = request.put(Value.of("options"), NullValue.NULL);
    var _ = request.put(Value.of("resource"), NO_RESOURCE);
    var _ = request.put(Value.of("uid"), Value.of(""));
    var _ = request.put(Value.of("userInfo"), ObjectValue.EMPTY);
    return new Review(
        object.type(),
        object.name(),
        object.namespace(),
        Optional.of(object),
        Optional.empty(),
        namespace,
        origin,
        request.finish());
  }

  private static final ObjectValue NO_RESOURCE = noResource();

  private static ObjectValue noResource() {
    var resource = new ObjectValue.Draft();
    var _ = resource.put(Value.of("group"), Value.of(""));
    var _ = resource.put(Value.of("resource"), Value.of(""));
    var _ = resource.put(Value.of("version"), Value.of(""));
    return resource.finish();
  }

  /// The form in which requests carry a kind.
  public static ObjectValue kind(GroupVersionKind type) {
    var kind = new ObjectValue.Draft();
    var _ = kind.put(Value.of("group"), Value.of(type.group()));
    var _ = kind.put(Value.of("kind"), Value.of(type.kind()));
    var _ = kind.put(Value.of("version"), Value.of(type.version()));
    return kind.finish();
  }

  /// The same review with the Namespace that its object stands in.
  public Review in(Resource found) {
    return new Review(
        type, name, namespace, object, oldObject, Optional.of(found), origin, request);
  }

  /// The same review, in which policies see the Namespace that the object stands in, as they do in
  /// a cluster.
  public Review showing(Resource found) {
    var shown = new ObjectValue.Draft();
    request.members().forEach((key, value) -> shown.put(key, value));
    var _ = shown.put(Value.of("namespaceObject"), found.content());
    return new Review(
        type, name, namespace, object, oldObject, Optional.of(found), origin, shown.finish());
  }
}
