package dev.landwaiter.policy.score.schema;

import java.util.Locale;
import java.util.Optional;

/// Where schemas lie: a path or address with variables in it (kubernetes.md 5.7).
///
/// @param template such as `schemas/{{ .ResourceKind }}{{ .KindSuffix }}.json`; one that does not
///   end in `json` is a folder of schemas laid out as kubeconform's are
public record SchemaLocation(String template) {
  private static final String LAYOUT =
      "/{{ .NormalizedKubernetesVersion }}-standalone{{ .StrictSuffix }}/"
          + "{{ .ResourceKind }}{{ .KindSuffix }}.json";

  public SchemaLocation {
    template = template.endsWith("json") ? template : template + LAYOUT;
  }

  /// What is wrong with the template, if anything is.
  public Optional<String> problem() {
    int at = 0;
    while (true) {
      int open = template.indexOf("{{", at);
      if (open < 0) {
        return Optional.empty();
      }
      int close = template.indexOf("}}", open);
      if (close < 0) {
        return Optional.of("the schema location " + template + " lacks a }}");
      }
      String name = template.substring(open + 2, close).strip();
      if (value(name, "v1", "Pod", "master").isEmpty()) {
        return Optional.of(
            "the schema location " + template + " has the variable " + name + ", which is none");
      }
      at = close + 2;
    }
  }

  /// The place of one kind's schema.
  ///
  /// @param version of Kubernetes: `master` or such as `1.31.2`
  public String of(String apiVersion, String kind, String version) {
    var text = new StringBuilder();
    int at = 0;
    for (int open = template.indexOf("{{"); open >= 0; open = template.indexOf("{{", at)) {
      int close = template.indexOf("}}", open);
      if (close < 0) {
        break;
      }
      text.append(template, at, open);
      text.append(
          value(template.substring(open + 2, close).strip(), apiVersion, kind, version).orElse(""));
      at = close + 2;
    }
    return text.append(template, at, template.length()).toString();
  }

  private static Optional<String> value(
      String name, String apiVersion, String kind, String version) {
    int slash = apiVersion.indexOf('/');
    String group = slash < 0 ? "" : apiVersion.substring(0, slash);
    String own = apiVersion.substring(slash + 1);
    int dot = group.indexOf('.');
    String label = dot < 0 ? group : group.substring(0, dot);
    return switch (name) {
      case ".ResourceKind" -> Optional.of(kind.toLowerCase(Locale.ROOT));
      case ".ResourceAPIVersion" -> Optional.of(own);
      case ".Group" -> Optional.of(group);
      case ".KindSuffix" ->
          Optional.of(((label.isEmpty() ? "" : "-" + label) + "-" + own).toLowerCase(Locale.ROOT));
      case ".NormalizedKubernetesVersion" ->
          Optional.of(
              version.equals("master") || version.startsWith("v") ? version : "v" + version);
      case ".StrictSuffix" -> Optional.of("-strict");
      default -> Optional.empty();
    };
  }
}
