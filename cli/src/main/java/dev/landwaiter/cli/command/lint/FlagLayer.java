package dev.landwaiter.cli.command.lint;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.DockerfileFlags;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.config.Layer;
import dev.landwaiter.dockerfile.lint.LabelType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the command line says of a run, in the form of hadolint's configuration.
final class FlagLayer {
  private FlagLayer() {}

  /// @param formats the flag that names them
  static Layer of(Values values, Flag formats) throws UsageException {
    Map<Level, List<String>> overrides = new LinkedHashMap<>();
    overrides.put(Level.ERROR, values.repeated(DockerfileFlags.ERROR));
    overrides.put(Level.WARNING, values.repeated(DockerfileFlags.WARNING));
    overrides.put(Level.INFO, values.repeated(DockerfileFlags.INFO));
    overrides.put(Level.STYLE, values.repeated(DockerfileFlags.STYLE));
    return new Layer(
        Layer.threshold(values.text(DockerfileFlags.THRESHOLD)),
        values.repeated(formats),
        values.repeated(DockerfileFlags.IGNORE),
        overrides,
        values.repeated(DockerfileFlags.TRUSTED_REGISTRY),
        labels(values.repeated(DockerfileFlags.REQUIRE_LABEL)),
        new Layer.Switches(
            set(values, DockerfileFlags.STRICT_LABELS),
            set(values, DockerfileFlags.DISABLE_PRAGMAS),
            set(values, DockerfileFlags.NO_COLOR),
            set(values, DockerfileFlags.NO_FAIL),
            set(values, DockerfileFlags.VERBOSE)));
  }

  private static Optional<Boolean> set(Values values, Flag flag) throws UsageException {
    return values.isSet(flag) ? Optional.of(values.flag(flag)) : Optional.empty();
  }

  private static Map<String, LabelType> labels(List<String> wanted) throws UsageException {
    Map<String, LabelType> labels = new LinkedHashMap<>();
    for (String each : wanted) {
      int colon = each.indexOf(':');
      String name = colon < 0 ? each : each.substring(0, colon);
      String type = colon < 0 ? "" : each.substring(colon + 1);
      labels.put(
          name,
          LabelType.of(type)
              .orElseThrow(() ->
                  UsageException.withUsage(
                      "--require-label %s: there is no type \"%s\"; there are %s"
                          .formatted(each, type, types()))));
    }
    return labels;
  }

  private static String types() {
    return String.join(", ", Arrays.stream(LabelType.values()).map(LabelType::id).toList());
  }
}
