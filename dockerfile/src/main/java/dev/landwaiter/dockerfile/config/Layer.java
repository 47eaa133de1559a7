package dev.landwaiter.dockerfile.config;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.lint.LabelType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one source of configuration says: the environment, a file or the command line.
///
/// @param threshold the least bad level that fails the run; [Level#IGNORE] for every finding
/// @param formats names as written
/// @param ignored ids
/// @param overrides ids that get this level
/// @param trustedRegistries patterns
/// @param labels schema
public record Layer(
    Optional<Level> threshold,
    List<String> formats,
    List<String> ignored,
    Map<Level, List<String>> overrides,
    List<String> trustedRegistries,
    Map<String, LabelType> labels,
    Switches switches) {
  public static final Layer NONE =
      new Layer(
          Optional.empty(), List.of(), List.of(), Map.of(), List.of(), Map.of(), Switches.NONE);

  public Layer {
    formats = List.copyOf(formats);
    ignored = List.copyOf(ignored);
    overrides = Map.copyOf(overrides);
    trustedRegistries = List.copyOf(trustedRegistries);
    labels = Map.copyOf(labels);
  }

  /// What is either on, off or not said.
  public record Switches(
      Optional<Boolean> strictLabels,
      Optional<Boolean> disablePragmas,
      Optional<Boolean> noColor,
      Optional<Boolean> noFail,
      Optional<Boolean> verbose) {
    public static final Switches NONE =
        new Switches(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /// These where they say something, else the others.
    Switches or(Switches other) {
      return new Switches(
          strictLabels.or(other::strictLabels),
          disablePragmas.or(other::disablePragmas),
          noColor.or(other::noColor),
          noFail.or(other::noFail),
          verbose.or(other::verbose));
    }
  }

  /// The level of a threshold's name; `none` lets every finding fail, as `ignore` does.
  public static Optional<Level> threshold(String name) {
    return switch (name) {
      case "error" -> Optional.of(Level.ERROR);
      case "warning" -> Optional.of(Level.WARNING);
      case "info" -> Optional.of(Level.INFO);
      case "style" -> Optional.of(Level.STYLE);
      case "ignore", "none" -> Optional.of(Level.IGNORE);
      default -> Optional.empty();
    };
  }
}
