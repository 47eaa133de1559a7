package dev.landwaiter.rego.load;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.text.Glob;
import dev.landwaiter.base.text.InvalidGlobException;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The `.manifest` of a bundle.
///
/// @param roots paths, joined by slashes, that the bundle owns; one empty root owns everything
/// @param version of all modules that no pattern of `fileVersions` names
/// @param fileVersions by patterns over paths inside the bundle, which begin with a slash
/// @param metadata empty when there is none
public record BundleManifest(
    String revision,
    List<String> roots,
    Optional<RegoVersion> version,
    Map<String, RegoVersion> fileVersions,
    Optional<ObjectValue> metadata) {
  public static final BundleManifest NONE =
      new BundleManifest("", List.of(""), Optional.empty(), Map.of(), Optional.empty());

  /// Reads a manifest.
  ///
  /// @throws LoadException when it is no JSON object or its members have other types
  static BundleManifest read(byte[] content) throws LoadException {
    try {
      Value value = Json.parse(".manifest", content);
      if (value.equals(NullValue.NULL)) {
        return NONE;
      }
      if (!(value instanceof ObjectValue object)) {
        throw wrong(
            "json: cannot unmarshal %s into Go value of type bundle.Manifest"
                .formatted(kind(value)));
      }
      checkType(object, "revision", StringValue.class, "string");
      checkType(object, "roots", ArrayValue.class, "[]string");
      checkType(object, "rego_version", NumberValue.class, "int");
      checkType(object, "file_rego_versions", ObjectValue.class, "map[string]int");
      checkType(object, "metadata", ObjectValue.class, "map[string]interface {}");
      Map<String, RegoVersion> files = new LinkedHashMap<>();
      for (Map.Entry<Value, Value> one :
          member(object, "file_rego_versions").members().entrySet()) {
        files.put(one.getKey().asText(), version(one.getValue()));
      }
      return new BundleManifest(
          object.text("revision"),
          roots(object),
          object.get("rego_version").map(BundleManifest::version),
          files,
          object
              .get("metadata")
              .filter(ObjectValue.class::isInstance)
              .map(ObjectValue.class::cast));
    } catch (FormatException e) {
      String reason =
          new String(content, java.nio.charset.StandardCharsets.UTF_8).strip().isEmpty()
                  || e.problem().message().contains("end of input")
                  || e.problem().message().contains("end-of-input")
              ? "unexpected EOF"
              : e.problem().message();
      throw wrong(reason);
    }
  }

  private static Value member(ObjectValue object, String name) {
    return object.get(name).orElse(NullValue.NULL);
  }

  private static List<String> roots(ObjectValue object) throws LoadException {
    Value roots = member(object, "roots");
    if (roots.equals(NullValue.NULL)) {
      return List.of("");
    }
    List<String> texts = new java.util.ArrayList<>();
    for (Value root : roots.elements()) {
      if (!(root instanceof StringValue text)) {
        throw wrongType(root, "roots", "string");
      }
      texts.add(trim(text.text()));
    }
    return List.copyOf(texts);
  }

  static String trim(String root) {
    String trimmed = root;
    while (trimmed.startsWith("/")) {
      trimmed = trimmed.substring(1);
    }
    while (trimmed.endsWith("/")) {
      trimmed = trimmed.substring(0, trimmed.length() - 1);
    }
    return trimmed;
  }

  private static RegoVersion version(Value number) {
    return number.equals(NumberValue.of(1)) ? RegoVersion.V1 : RegoVersion.V0;
  }

  private static void checkType(
      ObjectValue object, String name, Class<? extends Value> wanted, String type)
      throws LoadException {
    Value value = member(object, name);
    if (!value.equals(NullValue.NULL) && !wanted.isInstance(value)) {
      throw wrongType(value, name, type);
    }
  }

  private static LoadException wrongType(Value value, String name, String type) {
    return wrong(
        "json: cannot unmarshal %s into Go struct field Manifest.%s of type %s"
            .formatted(kind(value), name, type));
  }

  private static String kind(Value value) {
    return switch (value) {
      case StringValue _ -> "string";
      case NumberValue _ -> "number";
      case ArrayValue _ -> "array";
      case ObjectValue _ -> "object";
      default -> "bool";
    };
  }

  private static LoadException wrong(String reason) {
    return new LoadException("bundle load failed on manifest decode: " + reason);
  }

  /// The version of a module.
  ///
  /// @param path inside the bundle, beginning with a slash
  /// @throws LoadException for a pattern that is none
  RegoVersion versionOf(String path, RegoVersion otherwise) throws LoadException {
    for (Map.Entry<String, RegoVersion> one : fileVersions.entrySet()) {
      try {
        if (Glob.compile(one.getKey()).matches(path)) {
          return one.getValue();
        }
      } catch (InvalidGlobException e) {
        throw new LoadException(
            "bundle load failed on manifest decode: " + one.getKey() + ": " + e.getMessage());
      }
    }
    return version.orElse(otherwise);
  }

  /// Makes sure that no root lies in another.
  ///
  /// @throws LoadException that names two which do
  public static void checkRoots(List<String> roots) throws LoadException {
    for (int i = 0; i < roots.size(); i++) {
      for (int j = i + 1; j < roots.size(); j++) {
        if (overlap(roots.get(i), roots.get(j))) {
          throw new LoadException(
              "manifest has overlapped roots: '%s' and '%s'".formatted(roots.get(i), roots.get(j)));
        }
      }
    }
  }

  /// Whether a path, joined by slashes, lies in one of the roots.
  public boolean owns(String path) {
    return roots.stream()
        .anyMatch(root -> root.isEmpty() || path.equals(root) || path.startsWith(root + "/"));
  }

  /// Whether two roots share documents.
  static boolean overlap(String left, String right) {
    return left.isEmpty()
        || right.isEmpty()
        || left.equals(right)
        || left.startsWith(right + "/")
        || right.startsWith(left + "/");
  }
}
