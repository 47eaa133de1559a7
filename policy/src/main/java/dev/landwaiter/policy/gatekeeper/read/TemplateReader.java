package dev.landwaiter.policy.gatekeeper.read;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.Code;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.Result;
import dev.landwaiter.policy.gatekeeper.Schema;
import dev.landwaiter.policy.gatekeeper.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads ConstraintTemplates of v1, v1beta1 and v1alpha1 (reference 5.1).
public final class TemplateReader {
  private static final Set<String> VERSIONS = Set.of("v1", "v1beta1", "v1alpha1");
  private static final String INVALID = "invalid ConstraintTemplate: ";

  private TemplateReader() {}

  /// Reads a template; its code is not looked into.
  ///
  /// @throws RefusedException with the words of the original, where it has some
  public static Template read(Resource resource) throws RefusedException {
    if (!VERSIONS.contains(resource.type().version())) {
      throw new RefusedException(
          "no kind \"ConstraintTemplate\" is registered for version \"%s\" in scheme"
              .formatted(resource.type().apiVersion()),
          "the versions are v1, v1beta1 and v1alpha1");
    }
    Value spec = member(resource.content(), "spec", "spec");
    Value names =
        member(member(member(spec, "crd", "spec.crd"), "spec", "spec.crd.spec"), "names", "names");
    String kind = names.text("kind");
    if (resource.name().isEmpty()) {
      throw new RefusedException(INVALID + "ConstraintTemplate has no name");
    }
    if (kind.isEmpty()) {
      throw new RefusedException(INVALID + "ConstraintTemplate has no spec.crd.spec.names.kind");
    }
    if (!resource.name().toLowerCase(Locale.ROOT).equals(kind.toLowerCase(Locale.ROOT))) {
      throw new RefusedException(
          INVALID
              + "the ConstraintTemplate's name \"%s\" is not equal to the lowercase of CRD's Kind: \"%s\""
                  .formatted(resource.name(), kind.toLowerCase(Locale.ROOT)));
    }
    Value target = target(spec);
    return new Template(
        resource.name(),
        kind,
        parameters(resource, spec),
        code(target),
        texts(target.get("operations").orElse(ArrayValue.EMPTY), "operations"),
        resource);
  }

  private static Value target(Value spec) throws RefusedException {
    Value targets = spec.get("targets").orElse(ArrayValue.EMPTY);
    if (!(targets instanceof ArrayValue) && !(targets instanceof NullValue)) {
      throw wrongType("spec.targets", "a list");
    }
    if (targets.elements().size() != 1) {
      throw new RefusedException(INVALID + "must declare exactly one target");
    }
    Value target = targets.elements().getFirst();
    if (!target.text("target").equals(Result.TARGET)) {
      throw new RefusedException(
          INVALID
              + "target \"%s\" not recognized, known targets [%s]"
                  .formatted(target.text("target"), Result.TARGET));
    }
    return target;
  }

  private static Optional<Schema> parameters(Resource resource, Value spec)
      throws RefusedException {
    Value crd = spec.get("crd").orElseThrow().get("spec").orElse(ObjectValue.EMPTY);
    Value validation = member(crd, "validation", "spec.crd.spec.validation");
    boolean legacy =
        validation
            .get("legacySchema")
            .filter(value -> !(value instanceof NullValue))
            .map(Value.of(true)::equals)
            .orElse(!resource.type().version().equals("v1"));
    Value schema = member(validation, "openAPIV3Schema", "openAPIV3Schema");
    boolean given =
        validation.get("openAPIV3Schema").filter(ObjectValue.class::isInstance).isPresent();
    if (!given && !legacy) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          SchemaReader.read(
              schema,
              "spec.validation.openAPIV3Schema.properties[spec].properties[parameters]",
              legacy));
    } catch (RefusedException e) {
      throw new RefusedException(INVALID + e.text());
    }
  }

  /// One entry for each engine; the older form of Rego goes before others, and of several entries
  /// for one engine the first counts.
  private static List<Code> code(Value target) throws RefusedException {
    List<Code> found = new ArrayList<>();
    Value rego = target.get("rego").orElse(NullValue.NULL);
    if (!(rego instanceof NullValue) && !(rego instanceof StringValue)) {
      throw wrongType("spec.targets[0].rego", "a text");
    }
    if (!rego.asText().isEmpty()) {
      var source = new ObjectValue.Draft();
      var _ = source.put(Value.of("rego"), rego);
      var _ = source.put(Value.of("libs"), target.get("libs").orElse(ArrayValue.EMPTY));
      var _ = source.put(Value.of("version"), Value.of("v0"));
      found.add(new Code(Code.REGO, source.finish()));
    }
    Value entries = target.get("code").orElse(ArrayValue.EMPTY);
    if (!(entries instanceof ArrayValue) && !(entries instanceof NullValue)) {
      throw wrongType("spec.targets[0].code", "a list");
    }
    for (Value entry : entries.elements()) {
      String engine = entry.text("engine");
      if (found.stream().anyMatch(code -> code.engine().equals(engine))) {
        continue;
      }
      if (!(entry.get("source").orElse(NullValue.NULL) instanceof ObjectValue source)) {
        throw new RefusedException(
            INVALID + "the code for engine \"%s\" has no source".formatted(engine));
      }
      found.add(new Code(engine, source));
    }
    return found;
  }

  private static Value member(Value object, String name, String path) throws RefusedException {
    Value value = object.get(name).orElse(NullValue.NULL);
    return switch (value) {
      case ObjectValue found -> found;
      case NullValue _ -> ObjectValue.EMPTY;
      default -> throw wrongType(path, "an object");
    };
  }

  private static List<String> texts(Value list, String path) throws RefusedException {
    List<String> texts = new ArrayList<>();
    for (Value element : list.elements()) {
      if (!(element instanceof StringValue text)) {
        throw wrongType(path, "a list of texts");
      }
      texts.add(text.text());
    }
    return texts;
  }

  private static RefusedException wrongType(String path, String wanted) {
    return new RefusedException(INVALID + path + " must be " + wanted);
  }
}
