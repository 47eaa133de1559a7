package dev.landwaiter.cli.command.gate;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.Manifest;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.Review;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The Namespaces that objects stand in, as far as the input has them.
final class Namespaces {
  private final Map<String, Resource> known = new HashMap<>();
  private final Optional<Resource> nameless;

  private Namespaces(Optional<Resource> nameless) {
    this.nameless = nameless;
  }

  /// Gathers the Namespaces of an input.
  ///
  /// @param original whether objects without a namespace are given an empty one, and those of
  ///   `default` one without labels, as gator does
  static Namespaces of(List<Manifest> manifests, boolean original) {
    var namespaces = new Namespaces(original ? Optional.of(named("")) : Optional.empty());
    if (original) {
      namespaces.known.put("default", named("default"));
    }
    for (Manifest manifest : manifests) {
      if (manifest.resource().isNamespace()) {
        namespaces.known.put(manifest.resource().name(), manifest.resource());
      }
    }
    return namespaces;
  }

  private static Resource named(String name) {
    var metadata = new ObjectValue.Draft();
    if (!name.isEmpty()) {
      var _ = metadata.put(Value.of("name"), Value.of(name));
    }
    var namespace = new ObjectValue.Draft();
    var _ = namespace.put(Value.of("apiVersion"), Value.of("v1"));
    var _ = namespace.put(Value.of("kind"), Value.of("Namespace"));
    var _ = namespace.put(Value.of("metadata"), metadata.finish());
    return Resource.of(namespace.finish());
  }

  /// The Namespace an object stands in.
  Optional<Resource> of(Resource object) {
    return object.namespace().isEmpty()
        ? nameless
        : Optional.ofNullable(known.get(object.namespace()));
  }

  /// A review of an object. Gator never shows its Namespace to policies, a cluster does.
  Review review(Resource object, Review.Origin origin) {
    Optional<Resource> namespace = of(object);
    Review review = Review.of(object, namespace, origin);
    return namespace.isPresent() && nameless.isEmpty() ? review.showing(namespace.get()) : review;
  }
}
