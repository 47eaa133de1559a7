package dev.landwaiter.policy.gatekeeper.run;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Resource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The objects that policies know beside the one under review (reference 9):
/// `cluster[groupVersion][kind][name]` and `namespace[namespace][groupVersion][kind][name]`.
final class Inventory {
  private final Map<Place, Resource> objects = new TreeMap<>();
  private volatile Optional<ObjectValue> frozen = Optional.empty();

  /// Where an object is kept; the namespace is empty for objects of the cluster.
  private record Place(String namespace, String apiVersion, String kind, String name)
      implements Comparable<Place> {
    static Place of(Resource object) {
      return new Place(
          object.namespace(), object.type().apiVersion(), object.type().kind(), object.name());
    }

    @Override
    public int compareTo(Place other) {
      int order = namespace.compareTo(other.namespace);
      order = order == 0 ? apiVersion.compareTo(other.apiVersion) : order;
      order = order == 0 ? kind.compareTo(other.kind) : order;
      return order == 0 ? name.compareTo(other.name) : order;
    }
  }

  void put(Resource object) throws RefusedException {
    if (object.type().version().isEmpty()) {
      throw new RefusedException("resource " + object.name() + " has no version");
    }
    if (object.type().kind().isEmpty()) {
      throw new RefusedException("resource " + object.name() + " has no kind");
    }
    objects.put(Place.of(object), object);
    frozen = Optional.empty();
  }

  void remove(Resource object) {
    objects.remove(Place.of(object));
    frozen = Optional.empty();
  }

  Optional<Resource> namespace(String name) {
    return Optional.ofNullable(objects.get(new Place("", "v1", "Namespace", name)));
  }

  /// All of it, as policies see it.
  ObjectValue value() {
    Optional<ObjectValue> known = frozen;
    if (known.isEmpty()) {
      known = Optional.of(made());
      frozen = known;
    }
    return known.get();
  }

  /// The objects come in the order of their places: each level is finished when the next begins.
  private ObjectValue made() {
    var cluster = new Level();
    Map<String, Level> namespaces = new TreeMap<>();
    objects.forEach((place, object) ->
        (place.namespace.isEmpty()
                ? cluster
                : namespaces.computeIfAbsent(place.namespace, _ -> new Level()))
            .put(place, object));
    var all = new ObjectValue.Draft();
    if (!cluster.versions.isEmpty()) {
      var _ = all.put(Value.of("cluster"), cluster.value());
    }
    if (!namespaces.isEmpty()) {
      var spaces = new ObjectValue.Draft();
      namespaces.forEach((name, level) -> spaces.put(Value.of(name), level.value()));
      var _ = all.put(Value.of("namespace"), spaces.finish());
    }
    return all.finish();
  }

  /// Objects by version, kind and name.
  private static final class Level {
    private final Map<String, Map<String, ObjectValue.Draft>> versions = new TreeMap<>();

    void put(Place place, Resource object) {
      var _ =
          versions
              .computeIfAbsent(place.apiVersion, _ -> new TreeMap<>())
              .computeIfAbsent(place.kind, _ -> new ObjectValue.Draft())
              .put(Value.of(place.name), object.content());
    }

    ObjectValue value() {
      var value = new ObjectValue.Draft();
      versions.forEach((version, kinds) -> {
        var below = new ObjectValue.Draft();
        kinds.forEach((kind, names) -> below.put(Value.of(kind), names.finish()));
        value.put(Value.of(version), below.finish());
      });
      return value.finish();
    }
  }
}
