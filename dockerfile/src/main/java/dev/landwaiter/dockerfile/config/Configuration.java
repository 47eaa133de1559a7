package dev.landwaiter.dockerfile.config;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.lint.LabelType;
import dev.landwaiter.dockerfile.lint.Settings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// All that is configured about a run (reference: 14).
///
/// @param settings what the rules ask for
/// @param levels the level of each id that was given another one
/// @param ignored ids that are never reported
/// @param threshold findings at least this bad fail the run
/// @param formats names of outputs in order, as written
/// @param disablePragmas whether comments that ignore findings count for nothing
public record Configuration(
    Settings settings,
    Map<String, Level> levels,
    Set<String> ignored,
    Level threshold,
    List<String> formats,
    boolean disablePragmas,
    boolean noColor,
    boolean noFail,
    boolean verbose) {
  private static final List<Level> OVERRIDES =
      List.of(Level.STYLE, Level.INFO, Level.WARNING, Level.ERROR);

  public static final Configuration DEFAULT = merge(Layer.NONE, Layer.NONE, Layer.NONE);

  public Configuration {
    levels = Map.copyOf(levels);
    ignored = Set.copyOf(ignored);
    formats = List.copyOf(formats);
  }

  /// Joins the sources (reference: 14.3): of single values the command line's goes before the
  /// file's, that before the environment's; lists are joined; of a label's types the environment's
  /// goes before the file's, that before the command line's.
  public static Configuration merge(Layer environment, Layer file, Layer flags) {
    List<Layer> layers = List.of(environment, file, flags);
    var switches = flags.switches().or(file.switches()).or(environment.switches());
    return new Configuration(
        new Settings(
            List.copyOf(new LinkedHashSet<>(all(layers, Layer::trustedRegistries))),
            labels(layers),
            switches.strictLabels().orElse(false)),
        levels(layers),
        Set.copyOf(all(layers, Layer::ignored)),
        flags.threshold().or(file::threshold).or(environment::threshold).orElse(Level.INFO),
        all(layers, Layer::formats),
        switches.disablePragmas().orElse(false),
        switches.noColor().orElse(false),
        switches.noFail().orElse(false),
        switches.verbose().orElse(false));
  }

  /// The level a finding gets, [Level#IGNORE] where it is not reported.
  public Level level(String id, Level own) {
    return ignored.contains(id) ? Level.IGNORE : levels.getOrDefault(id, own);
  }

  private static List<String> all(List<Layer> layers, Function<Layer, List<String>> part) {
    var all = new ArrayList<String>();
    layers.forEach(each -> all.addAll(part.apply(each)));
    return all;
  }

  private static Map<String, LabelType> labels(List<Layer> layers) {
    var labels = new TreeMap<String, LabelType>();
    layers.forEach(each -> each.labels().forEach(labels::putIfAbsent));
    return Collections.unmodifiableMap(labels);
  }

  /// The worst level wins, whichever source names it.
  private static Map<String, Level> levels(List<Layer> layers) {
    var byLevel = new EnumMap<Level, List<String>>(Level.class);
    for (Layer layer : layers) {
      layer
          .overrides()
          .forEach(
              (level, ids) -> byLevel.computeIfAbsent(level, l -> new ArrayList<>()).addAll(ids));
    }
    var levels = new HashMap<String, Level>();
    for (Level level : OVERRIDES) {
      byLevel.getOrDefault(level, List.of()).forEach(id -> levels.put(id, level));
    }
    return levels;
  }
}
