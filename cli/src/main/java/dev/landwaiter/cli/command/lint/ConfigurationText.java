package dev.landwaiter.cli.command.lint;

import dev.landwaiter.dockerfile.config.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a configuration comes to, for those who ask.
final class ConfigurationText {
  private ConfigurationText() {}

  /// A line for each part of it.
  static List<String> of(Configuration configuration) {
    List<String> lines = new ArrayList<>();
    lines.add("failure threshold: " + configuration.threshold().id());
    lines.add("formats: " + list(configuration.formats()));
    lines.add("ignored rules: " + list(new TreeSet<>(configuration.ignored())));
    var levels = new TreeMap<String, String>();
    configuration.levels().forEach((id, level) -> levels.put(id, level.id()));
    lines.add(
        "other levels: "
            + list(levels.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList()));
    lines.add("trusted registries: " + list(configuration.settings().trustedRegistries()));
    lines.add(
        "required labels: "
            + list(
                configuration.settings().labels().entrySet().stream()
                    .map(e -> e.getKey() + ":" + e.getValue().id())
                    .toList()));
    lines.add("strict labels: " + configuration.settings().strictLabels());
    lines.add("comments may ignore rules: " + !configuration.disablePragmas());
    lines.add("never fail: " + configuration.noFail());
    lines.add("no colours: " + configuration.noColor());
    return lines;
  }

  private static String list(Iterable<String> words) {
    String joined = String.join(", ", words);
    return joined.isEmpty() ? "none" : joined;
  }
}
