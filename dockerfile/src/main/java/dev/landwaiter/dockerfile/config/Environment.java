package dev.landwaiter.dockerfile.config;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.lint.LabelType;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What environment variables configure (reference: 14.2).
public final class Environment {
  private static final String PREFIX = "HADOLINT_";

  private final Map<String, String> variables;

  private Environment(Map<String, String> variables) {
    this.variables = variables;
  }

  /// Reads all variables the linter knows; values it does not understand count as not set.
  public static Layer read(Map<String, String> variables) {
    return new Environment(variables).layer();
  }

  private Layer layer() {
    var overrides = new EnumMap<Level, List<String>>(Level.class);
    for (Level each : List.of(Level.ERROR, Level.WARNING, Level.INFO, Level.STYLE)) {
      List<String> ids = list("OVERRIDE_" + each.name());
      if (!ids.isEmpty()) {
        overrides.put(each, ids);
      }
    }
    Optional<Boolean> noColor =
        variables.containsKey("NO_COLOR") ? Optional.of(true) : Optional.empty();
    return new Layer(
        text("FAILURE_THRESHOLD").flatMap(Layer::threshold),
        list("FORMAT").stream().filter(Formats::known).toList(),
        list("IGNORE"),
        overrides,
        list("TRUSTED_REGISTRIES"),
        labels(),
        new Layer.Switches(
            flag("STRICT_LABELS"),
            flag("DISABLE_IGNORE_PRAGMA"),
            noColor,
            flag("NOFAIL"),
            flag("VERBOSE")));
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(variables.get(PREFIX + name));
  }

  private List<String> list(String name) {
    return text(name)
        .filter(each -> !each.isEmpty())
        .map(each -> List.of(each.split(",", -1)))
        .orElse(List.of());
  }

  private Optional<Boolean> flag(String name) {
    return text(name)
        .map(each ->
            switch (each.toLowerCase(Locale.ROOT)) {
              case "1", "y", "on", "true", "yes" -> true;
              default -> false;
            });
  }

  private Map<String, LabelType> labels() {
    var labels = new LinkedHashMap<String, LabelType>();
    for (String each : list("REQUIRE_LABELS")) {
      int colon = each.indexOf(':');
      String name = colon < 0 ? each : each.substring(0, colon);
      LabelType.of(colon < 0 ? "" : each.substring(colon + 1))
          .ifPresent(type -> labels.put(name, type));
    }
    return labels;
  }
}
