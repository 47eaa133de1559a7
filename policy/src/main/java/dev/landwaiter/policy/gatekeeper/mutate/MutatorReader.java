package dev.landwaiter.policy.gatekeeper.mutate;

import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.match.MatchReader;
import dev.landwaiter.policy.gatekeeper.match.Matcher;
import java.util.List;
import java.util.Optional;

/// Reads a mutator and refuses what cannot work (reference, section 11.3).
final class MutatorReader {
  private static final int NAME_LIMIT = 63;
  private static final String PARAMETERS = "spec.parameters.";

  private final Resource resource;
  private final Value spec;
  private final Value parameters;

  MutatorReader(Resource resource) {
    this.resource = resource;
    this.spec = resource.content().get("spec").orElse(ObjectValue.EMPTY);
    this.parameters = spec.get("parameters").orElse(ObjectValue.EMPTY);
  }

  Mutator read() throws RefusedException {
    var id = new Mutator.Id(resource.type().kind(), resource.namespace(), resource.name());
    try {
      if (resource.name().length() > NAME_LIMIT) {
        throw new RefusedException(
            "the name has more than the %d characters it may".formatted(NAME_LIMIT));
      }
      MatchShape.check(spec.get("match").orElse(ObjectValue.EMPTY));
      Matcher matcher = Matcher.of(MatchReader.read(spec.get("match").orElse(ObjectValue.EMPTY)));
      Location location = Location.of(Texts.text(spec, "location", "spec.location"));
      if (location.length() == 0) {
        throw new RefusedException("spec.location is empty");
      }
      return switch (id.kind()) {
        case "AssignMetadata" -> metadata(id, matcher, location);
        case "Assign", "ModifySet", "AssignImage" -> other(id, matcher, location);
        default ->
            throw new RefusedException(
                "no kind of mutator; there are Assign, AssignImage, AssignMetadata, ModifySet");
      };
    } catch (RefusedException e) {
      throw new RefusedException(id + ": " + e.text());
    }
  }

  private Mutator metadata(Mutator.Id id, Matcher matcher, Location location)
      throws RefusedException {
    boolean fits =
        location.length() == 3
            && location.isBelow("metadata")
            && (location.steps().get(1).equals(new Step.Field("labels"))
                || location.steps().get(1).equals(new Step.Field("annotations")))
            && location.last() instanceof Step.Field;
    if (!fits) {
      throw new RefusedException(
          "the location is neither metadata.labels.NAME nor metadata.annotations.NAME");
    }
    Change change = assigned();
    if (change instanceof Change.Put(Value value, _) && !(value instanceof StringValue)) {
      throw new RefusedException("spec.parameters.assign.value is no text");
    }
    if (change instanceof Change.PutExternal(External source) && !source.byUsername()) {
      throw new RefusedException("external data for metadata is asked by Username only");
    }
    var tests =
        PathTests.NONE.and(
            new PathTests.Test(location.length(), PathTests.Condition.MUST_NOT_EXIST));
    return new Mutator(id, Optional.empty(), matcher, new Mutator.Place(location, tests), change);
  }

  private Mutator other(Mutator.Id id, Matcher matcher, Location location) throws RefusedException {
    List<ApplyTo> applyTo = ApplyTo.read(spec);
    if (applyTo.isEmpty()) {
      throw new RefusedException("spec.applyTo is missing");
    }
    if (location.isBelow("metadata")) {
      throw new RefusedException("only AssignMetadata changes metadata");
    }
    keepsKeys(location);
    Change change =
        switch (id.kind()) {
          case "Assign" -> assigned();
          case "ModifySet" -> set();
          default -> image();
        };
    checkEnd(location, change);
    PathTests tests = PathTestReader.read(parameters, location);
    return new Mutator(
        id, Optional.of(applyTo), matcher, new Mutator.Place(location, tests), change);
  }

  /// Refuses a location that ends in the very field its list is told apart by.
  private static void keepsKeys(Location location) throws RefusedException {
    if (location.length() < 2 || !(location.last() instanceof Step.Field(String name))) {
      return;
    }
    Step before = location.steps().get(location.length() - 2);
    if (before.equals(new Step.Every(name))
        || (before instanceof Step.Item(String key, _) && key.equals(name))) {
      throw new RefusedException("the location changes the key of an element of a list");
    }
  }

  private static void checkEnd(Location location, Change change) throws RefusedException {
    switch (location.last()) {
      case Step.Field _ -> {}
      case Step.Every _ ->
          throw new RefusedException("the location ends in all elements of a list");
      case Step.Item(String key, Value wanted) -> {
        if (!(change instanceof Change.Put(Value value, _))) {
          throw new RefusedException("the location ends in an element of a list");
        }
        if (!(value instanceof ObjectValue object)) {
          throw new RefusedException("what is no object is put into a list of objects");
        }
        if (!wanted.equals(object.find(Value.of(key)))) {
          throw new RefusedException(
              "the object put into the list has not %s: %s".formatted(key, shown(wanted)));
        }
      }
    }
  }

  private static String shown(Value key) {
    return key instanceof NumberValue ? key.toString() : key.asText();
  }

  private Change assigned() throws RefusedException {
    Value assign = parameters.get("assign").orElse(ObjectValue.EMPTY);
    Optional<Value> value = Texts.given(assign, "value");
    Optional<Value> fromMetadata = Texts.given(assign, "fromMetadata");
    Optional<Value> external = Texts.given(assign, "externalData");
    int given =
        (value.isPresent() ? 1 : 0)
            + (fromMetadata.isPresent() ? 1 : 0)
            + (external.isPresent() ? 1 : 0);
    if (given != 1) {
      throw new RefusedException(
          "spec.parameters.assign has not exactly one of value, fromMetadata and externalData");
    }
    if (value.isPresent()) {
      return Change.Put.of(value.get());
    }
    if (external.isPresent()) {
      return new Change.PutExternal(ExternalReader.read(external.get()));
    }
    String field =
        Texts.text(fromMetadata.orElseThrow(), "field", PARAMETERS + "assign.fromMetadata.field");
    if (!field.equals("name") && !field.equals("namespace")) {
      throw new RefusedException(
          "spec.parameters.assign.fromMetadata.field is neither name nor namespace");
    }
    return new Change.PutMetadata(field);
  }

  private Change set() throws RefusedException {
    Value values = parameters.get("values").orElse(ObjectValue.EMPTY);
    List<Value> list =
        Texts.list(values.get("fromList").orElse(Value.of("")), PARAMETERS + "values.fromList");
    return switch (Texts.text(parameters, "operation", PARAMETERS + "operation")) {
      case "", "merge" -> new Change.Merge(list);
      case "prune" -> new Change.Prune(list);
      default -> throw new RefusedException("spec.parameters.operation is no merge and no prune");
    };
  }

  private Change image() throws RefusedException {
    var parts =
        new ImageParts(
            Texts.text(parameters, "assignDomain", PARAMETERS + "assignDomain"),
            Texts.text(parameters, "assignPath", PARAMETERS + "assignPath"),
            Texts.text(parameters, "assignTag", PARAMETERS + "assignTag"));
    parts.check();
    return new Change.Rename(parts);
  }
}
