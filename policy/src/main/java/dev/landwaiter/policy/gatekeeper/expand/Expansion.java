package dev.landwaiter.policy.gatekeeper.expand;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.ExternalData;
import dev.landwaiter.policy.gatekeeper.GroupVersionKind;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.Review.Origin;
import dev.landwaiter.policy.gatekeeper.mutate.MutationException;
import dev.landwaiter.policy.gatekeeper.mutate.Mutators;
import dev.landwaiter.policy.gatekeeper.mutate.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Makes the objects that objects make (reference, section 12). Immutable.
public final class Expansion {
  /// How often what was made is expanded in turn.
  static final int DEPTH_LIMIT = 30;

  /// How many objects one object may make.
  static final int COUNT_LIMIT = 1000;

  private final TemplateIndex templates;
  private final Mutators mutators;
  private final ExternalData external;

  private Expansion(TemplateIndex templates, Mutators mutators, ExternalData external) {
    this.templates = templates;
    this.mutators = mutators;
    this.external = external;
  }

  /// Puts templates together; of two with one name the later counts.
  ///
  /// @param mutators that change what is expanded and what is made
  /// @throws RefusedException when the templates form a cycle
  public static Expansion of(
      Collection<ExpansionTemplate> templates, Mutators mutators, ExternalData external)
      throws RefusedException {
    var index = new TemplateIndex(templates);
    Cycles.check(index);
    return new Expansion(index, mutators, external);
  }

  public boolean isEmpty() {
    return templates.all().isEmpty();
  }

  /// What an object makes, after all mutators, and what that makes in turn.
  ///
  /// @param namespace the Namespace the object stands in, where it is known
  /// @throws ExpansionException when the source of a template is missing in the object, a mutator
  ///   fails, or a limit is passed: 30 levels, 1000 objects
  public List<Generated> expand(Resource object, Optional<Resource> namespace)
      throws ExpansionException {
    if (isEmpty()) {
      return List.of();
    }
    List<Generated> all = new ArrayList<>();
    var base = mutated(Subject.of(object.content(), namespace, Origin.ORIGINAL));
    expand(base, namespace, all, 0);
    return List.copyOf(all);
  }

  private void expand(Resource base, Optional<Resource> namespace, List<Generated> all, int depth)
      throws ExpansionException {
    List<ExpansionTemplate> found = templates.of(base.type());
    if (depth >= DEPTH_LIMIT) {
      throw new ExpansionException(
          "%s %s: what is made makes something in turn more than the %d times it may"
              .formatted(base.type().kind(), base.path(), DEPTH_LIMIT));
    }
    for (ExpansionTemplate template : found) {
      ObjectValue made = make(base, namespace, template);
      var object = mutated(Subject.of(made, namespace, Origin.GENERATED));
      all.add(new Generated(template.name(), template.action(), object));
      if (all.size() > COUNT_LIMIT) {
        throw new ExpansionException(
            "%s %s: one object makes more than the %,d it may"
                .formatted(base.type().kind(), base.path(), COUNT_LIMIT));
      }
      expand(object, namespace, all, depth + 1);
    }
  }

  private Resource mutated(Subject subject) throws ExpansionException {
    try {
      return Resource.of(mutators.mutate(subject, external));
    } catch (MutationException e) {
      var object = Resource.of(subject.object());
      throw new ExpansionException(
          "%s %s: %s".formatted(object.type().kind(), object.path(), e.text()));
    }
  }

  private static ObjectValue make(
      Resource base, Optional<Resource> namespace, ExpansionTemplate template)
      throws ExpansionException {
    Value source = base.content();
    for (String step : template.source().split("\\.", -1)) {
      source = source.get(step).orElse(NullValue.NULL);
    }
    if (!(source instanceof ObjectValue body)) {
      throw new ExpansionException(
          "%s %s: there is no object at %s, from which ExpansionTemplate %s makes one"
              .formatted(base.type().kind(), base.path(), template.source(), template.name()));
    }
    GroupVersionKind type = template.generated();
    var object = new ObjectValue.Draft();
    var _ = object.put(Value.of("apiVersion"), Value.of(type.apiVersion()));
    var _ = object.put(Value.of("kind"), Value.of(type.kind()));
    var _ =
        object.put(
            Value.of("metadata"),
            metadata(body, base, namespace.map(Resource::name).orElse(base.namespace()), type));
    body.members().forEach((key, value) -> object.putIfAbsent(key, value));
    return object.finish();
  }

  private static ObjectValue metadata(
      ObjectValue body, Resource base, String namespace, GroupVersionKind type) {
    String ending = type.kind().isEmpty() ? "" : "-" + type.kind();
    Value own = body.get("metadata").orElse(ObjectValue.EMPTY);
    var metadata = new ObjectValue.Draft();
    own.members().forEach((key, value) -> metadata.put(key, value));
    var _ =
        metadata.put(Value.of("name"), Value.of((base.name() + ending).toLowerCase(Locale.ROOT)));
    var _ = metadata.put(Value.of("namespace"), Value.of(namespace));
    List<Value> owners =
        new ArrayList<>(own.get("ownerReferences").map(Value::elements).orElse(List.of()));
    owners.add(owner(base));
    var _ = metadata.put(Value.of("ownerReferences"), new ArrayValue(owners));
    return namespace.isEmpty() ? without(metadata.finish(), "namespace") : metadata.finish();
  }

  private static ObjectValue without(ObjectValue object, String field) {
    var rest = new ObjectValue.Draft();
    object
        .members()
        .forEach((key, value) -> {
          if (!key.asText().equals(field)) {
            var _ = rest.put(key, value);
          }
        });
    return rest.finish();
  }

  private static ObjectValue owner(Resource base) {
    var owner = new ObjectValue.Draft();
    var _ = owner.put(Value.of("apiVersion"), Value.of(base.content().text("apiVersion")));
    var _ = owner.put(Value.of("kind"), Value.of(base.type().kind()));
    var _ = owner.put(Value.of("name"), Value.of(base.name()));
    String uid = base.content().get("metadata").map(meta -> meta.text("uid")).orElse("");
    var _ = owner.put(Value.of("uid"), Value.of(uid));
    return owner.finish();
  }
}
