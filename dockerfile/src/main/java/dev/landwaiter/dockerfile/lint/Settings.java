package dev.landwaiter.dockerfile.lint;

import java.util.List;
import java.util.Map;

/// What rules ask the configuration.
///
/// @param trustedRegistries patterns; none means that every registry is trusted
/// @param labels schema: name of a label and what it must hold
/// @param strictLabels whether other labels are forbidden
public record Settings(
    List<String> trustedRegistries, Map<String, LabelType> labels, boolean strictLabels) {
  public static final Settings NONE = new Settings(List.of(), Map.of(), false);
}
