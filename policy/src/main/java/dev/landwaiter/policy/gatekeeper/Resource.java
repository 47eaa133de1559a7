package dev.landwaiter.policy.gatekeeper;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;

/// One object of Kubernetes.
///
/// @param type of its `apiVersion` and `kind`
/// @param name `metadata.name`, or empty
/// @param namespace `metadata.namespace`, or empty
public record Resource(GroupVersionKind type, String name, String namespace, ObjectValue content) {
  public static final String TEMPLATES = "templates.gatekeeper.sh";
  public static final String CONSTRAINTS = "constraints.gatekeeper.sh";

  /// Members that are missing or no texts are taken as empty.
  public static Resource of(ObjectValue content) {
    Value metadata = content.get("metadata").orElse(ObjectValue.EMPTY);
    return new Resource(
        GroupVersionKind.of(content.text("apiVersion"), content.text("kind")),
        metadata.text("name"),
        metadata.text("namespace"),
        content);
  }

  /// `metadata.labels`, or an empty object.
  public ObjectValue labels() {
    return content
                .get("metadata")
                .flatMap(metadata -> metadata.get("labels"))
                .orElse(ObjectValue.EMPTY)
            instanceof ObjectValue labels
        ? labels
        : ObjectValue.EMPTY;
  }

  public boolean isNamespace() {
    return type.kind().equals("Namespace") && type.group().isEmpty();
  }

  public boolean isTemplate() {
    return type.group().equals(TEMPLATES) && type.kind().equals("ConstraintTemplate");
  }

  public boolean isConstraint() {
    return type.group().equals(CONSTRAINTS);
  }

  /// `[NAMESPACE/]NAME`.
  public String path() {
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }
}
