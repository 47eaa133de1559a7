package dev.landwaiter.dockerfile.run;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.config.Layer;
import dev.landwaiter.dockerfile.lint.LabelType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The few options that recorded runs use.
final class RecordedFlags {
  private Optional<Level> threshold = Optional.empty();
  private final List<String> ignored = new ArrayList<>();
  private final List<String> registries = new ArrayList<>();
  private final Map<Level, List<String>> overrides = new EnumMap<>(Level.class);
  private final Map<String, LabelType> labels = new HashMap<>();
  private Optional<Boolean> strict = Optional.empty();
  private Optional<Boolean> disable = Optional.empty();
  private Optional<Boolean> noFail = Optional.empty();

  /// Nothing where an option is wrong.
  static Optional<Layer> read(List<String> arguments) {
    var flags = new RecordedFlags();
    for (int i = 0; i < arguments.size(); i++) {
      boolean alone = flags.flag(arguments.get(i));
      if (!alone && (i + 1 == arguments.size() || !flags.option(arguments, i))) {
        return Optional.empty();
      }
      i += alone ? 0 : 1;
    }
    return Optional.of(flags.layer());
  }

  private boolean flag(String name) {
    switch (name) {
      case "--strict-labels" -> strict = Optional.of(true);
      case "--disable-ignore-pragma" -> disable = Optional.of(true);
      case "--no-fail" -> noFail = Optional.of(true);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean option(List<String> arguments, int at) {
    String value = arguments.get(at + 1);
    switch (arguments.get(at)) {
      case "-t" -> {
        threshold = Layer.threshold(value);
        return threshold.isPresent();
      }
      case "--ignore" -> ignored.add(value);
      case "--trusted-registry" -> registries.add(value);
      case "--error" -> override(Level.ERROR, value);
      case "--warning" -> override(Level.WARNING, value);
      case "--info" -> override(Level.INFO, value);
      case "--style" -> override(Level.STYLE, value);
      case "--require-label" -> {
        int colon = value.indexOf(':');
        var type = LabelType.of(colon < 0 ? "" : value.substring(colon + 1));
        type.ifPresent(it -> labels.put(colon < 0 ? value : value.substring(0, colon), it));
        return type.isPresent();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void override(Level level, String id) {
    overrides.computeIfAbsent(level, l -> new ArrayList<>()).add(id);
  }

  private Layer layer() {
    return new Layer(
        threshold,
        List.of("json"),
        ignored,
        overrides,
        registries,
        labels,
        new Layer.Switches(strict, disable, Optional.empty(), noFail, Optional.empty()));
  }
}
