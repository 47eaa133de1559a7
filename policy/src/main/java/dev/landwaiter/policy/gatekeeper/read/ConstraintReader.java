package dev.landwaiter.policy.gatekeeper.read;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.Constraint;
import dev.landwaiter.policy.gatekeeper.Match;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.Schema;
import dev.landwaiter.policy.gatekeeper.Template;
import dev.landwaiter.policy.gatekeeper.match.MatchReader;
import dev.landwaiter.policy.gatekeeper.match.Matcher;
import dev.landwaiter.policy.gatekeeper.match.SubdomainText;
import java.util.List;
import java.util.Set;

/// Reads constraints of one template and checks them (reference 5.3 and 7).
public final class ConstraintReader {
  private static final Set<String> VERSIONS = Set.of("v1alpha1", "v1beta1");
  private static final String INVALID = "invalid Constraint: ";

  private final Template template;
  private final Schema schema;

  public ConstraintReader(Template template) {
    this.template = template;
    this.schema = ConstraintSchema.with(template.parameters());
  }

  /// Reads a constraint and fills in the defaults of its parameters.
  ///
  /// @throws RefusedException with the words of the original
  public Constraint read(Resource given) throws RefusedException {
    checkName(given);
    Value spec = given.content().get("spec").orElse(ObjectValue.EMPTY);
    Match match = match(spec);
    checkShape(given);
    checkIdentity(given);
    checkUnknown(given);
    Resource resource = filled(given);
    Value filled = resource.content().get("spec").orElse(ObjectValue.EMPTY);
    return new Constraint(
        template.kind(),
        resource.name(),
        match,
        filled.get("enforcementAction").map(Value::asText).orElse("deny"),
        scoped(filled),
        filled.get("parameters").orElse(ObjectValue.EMPTY) instanceof ObjectValue parameters
            ? parameters
            : ObjectValue.EMPTY,
        resource);
  }

  private static void checkName(Resource given) throws RefusedException {
    if (given.name().isEmpty()) {
      throw new RefusedException(INVALID + "missing metadata.name");
    }
  }

  private static Match match(Value spec) throws RefusedException {
    if (!(spec instanceof ObjectValue) && !(spec instanceof NullValue)) {
      throw accessor(".spec.match", spec);
    }
    Value match = spec.get("match").orElse(ObjectValue.EMPTY);
    if (!(match instanceof ObjectValue)) {
      throw accessor(".spec.match", match);
    }
    Match read = MatchReader.read(match);
    try {
      var _ = Matcher.of(read);
    } catch (RefusedException e) {
      throw new RefusedException(INVALID + e.text());
    }
    return read;
  }

  private static RefusedException accessor(String path, Value value) {
    String kind =
        switch (value) {
          case ArrayValue _ -> "[]interface {}";
          case StringValue _ -> "string";
          case NullValue _ -> "<nil>";
          default -> "float64";
        };
    return new RefusedException(
        INVALID
            + "%s accessor error: %s is of the type %s, expected map[string]interface{}"
                .formatted(path, JsonWriter.toText(value, JsonStyle.COMPACT), kind));
  }

  private void checkShape(Resource given) throws RefusedException {
    List<String> wrong = SchemaCheck.problems(given.content(), schema);
    if (!wrong.isEmpty()) {
      throw new RefusedException(
          "schema validation failed: "
              + (wrong.size() == 1 ? wrong.getFirst() : "[" + String.join(", ", wrong) + "]"));
    }
  }

  private void checkIdentity(Resource given) throws RefusedException {
    if (!SubdomainText.isSubdomain(given.name())) {
      throw new RefusedException(
          INVALID
              + "invalid name: %s"
                  .formatted(JsonWriter.toText(Value.of(SubdomainText.RULE), JsonStyle.COMPACT)));
    }
    if (!given.type().kind().equals(template.kind())) {
      throw new RefusedException(
          INVALID
              + "wrong kind \"%s\" for constraint \"%s\"; want \"%s\""
                  .formatted(given.name(), given.type().kind(), template.kind()));
    }
    if (!VERSIONS.contains(given.type().version())) {
      throw new RefusedException(
          INVALID
              + "unsupported version \"%s\" for Constraint \"%s\"; supported versions: map[v1alpha1:true v1beta1:true]"
                  .formatted(given.type().version(), given.name()));
    }
  }

  private void checkUnknown(Resource given) throws RefusedException {
    List<String> unknown = SchemaCheck.unknown(given.content(), schema);
    if (!unknown.isEmpty()) {
      throw new RefusedException(INVALID + "unknown fields: [" + String.join(" ", unknown) + "]");
    }
    Value spec = given.content().get("spec").orElse(ObjectValue.EMPTY);
    if (spec.text("enforcementAction").equals("scoped")
        && spec.get("scopedEnforcementActions").isEmpty()) {
      throw new RefusedException(
          "missing required field: spec.scopedEnforcementActions must be defined");
    }
  }

  private Resource filled(Resource given) {
    return SchemaDefaults.filled(given.content(), schema) instanceof ObjectValue content
        ? Resource.of(withAction(content))
        : given;
  }

  /// Results show the constraint with its action.
  private static ObjectValue withAction(ObjectValue constraint) {
    Value spec = constraint.get("spec").orElse(ObjectValue.EMPTY);
    if (spec.get("enforcementAction").isPresent()) {
      return constraint;
    }
    var filled = new ObjectValue.Draft();
    spec.members().forEach((key, value) -> filled.put(key, value));
    var _ = filled.put(Value.of("enforcementAction"), Value.of("deny"));
    var whole = new ObjectValue.Draft();
    constraint.members().forEach((key, value) -> whole.put(key, value));
    var _ = whole.put(Value.of("spec"), filled.finish());
    return whole.finish();
  }

  private static List<Constraint.ScopedAction> scoped(Value spec) {
    return spec.get("scopedEnforcementActions").map(Value::elements).orElse(List.of()).stream()
        .map(entry ->
            new Constraint.ScopedAction(
                entry.text("action"),
                entry.get("enforcementPoints").map(Value::elements).orElse(List.of()).stream()
                    .map(point -> point.text("name"))
                    .toList()))
        .toList();
  }
}
