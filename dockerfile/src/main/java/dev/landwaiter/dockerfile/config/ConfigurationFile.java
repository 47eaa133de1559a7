package dev.landwaiter.dockerfile.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Located;
import dev.landwaiter.base.format.Positions;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.lint.LabelType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A configuration file in YAML (reference: 14.1).
///
/// One wrong value voids the whole file; unknown keys only warn.
public final class ConfigurationFile {
  /// What came of a file.
  ///
  /// @param layer nothing is said in it where the file is void
  /// @param problem why the file is void
  /// @param warnings about keys that are not known
  public record Read(Layer layer, Optional<Problem> problem, List<Problem> warnings) {
    public Read {
      warnings = List.copyOf(warnings);
    }
  }

  private final List<Problem> warnings = new ArrayList<>();
  private final String where;
  private final Located written;
  private final List<String> lines;

  private ConfigurationFile(String where, byte[] text) throws FormatException {
    this.where = where;
    this.written = Yaml.parseLocated(where, text);
    this.lines = new String(text, UTF_8).lines().toList();
  }

  /// Reads a file.
  ///
  /// @param where its name in messages
  public static Read read(String where, byte[] text) {
    try {
      return new ConfigurationFile(where, text).read();
    } catch (FormatException e) {
      return new Read(Layer.NONE, Optional.of(e.problem()), List.of());
    }
  }

  private Read read() {
    try {
      return new Read(layer(written.root()), Optional.empty(), warnings);
    } catch (WrongValueException e) {
      Problem problem =
          new Problem(
              where,
              place(e.path()),
              String.valueOf(e.getMessage()),
              "nothing in the file counts until this is mended");
      return new Read(Layer.NONE, Optional.of(problem), List.of());
    }
  }

  /// Where the value of a key is written; the part behind a stop belongs to an inner map.
  private Optional<Position> place(String path) {
    Positions all = written.positions();
    int stop = path.indexOf('.');
    Optional<Positions> inner =
        stop < 0
            ? Optional.empty()
            : all.member(path.substring(0, stop))
                .flatMap(each -> each.member(path.substring(stop + 1)));
    return inner.or(() -> all.member(path)).map(Positions::start);
  }

  private Layer layer(Value root) throws WrongValueException {
    if (!(root instanceof ObjectValue map)) {
      throw new WrongValueException("", "a map of settings is expected");
    }
    var fields = new Fields(map, "");
    var formats = new ArrayList<>(fields.list("formats"));
    fields.text("format").ifPresent(formats::add);
    for (String each : formats) {
      if (!Formats.known(each)) {
        throw new WrongValueException(
            fields.names().contains("formats") ? "formats" : "format", "cannot be " + each);
      }
    }
    Optional<String> threshold = fields.text("failure-threshold");
    if (threshold.isPresent() && Layer.threshold(threshold.get()).isEmpty()) {
      throw new WrongValueException(
          "failure-threshold",
          "cannot be "
              + threshold.get()
              + "; there are error, warning, info, style, ignore and none");
    }
    var layer =
        new Layer(
            threshold.flatMap(Layer::threshold),
            formats,
            fields.list("ignored"),
            overrides(fields),
            fields.list("trustedRegistries"),
            labels(fields),
            new Layer.Switches(
                flag(fields, "strict-labels"),
                flag(fields, "disable-ignore-pragma"),
                flag(fields, "no-color"),
                flag(fields, "no-fail"),
                flag(fields, "verbose")));
    warn(fields);
    return layer;
  }

  /// A switch, which YAML 1.2 only knows as `true` and `false`.
  private Optional<Boolean> flag(Fields fields, String key) throws WrongValueException {
    Optional<Boolean> flag = fields.flag(key);
    if (flag.isPresent() && !written.positions().member(key).map(this::isPlain).orElse(true)) {
      throw new WrongValueException(key, "must be true or false");
    }
    return flag;
  }

  /// Whether the first letter written there is one of `true` or `false`, or an alias stands there.
  private boolean isPlain(Positions place) {
    String line = lines.get(Math.min(place.start().line(), lines.size()) - 1);
    int column = place.start().column() - 1;
    int end = line.codePointCount(0, line.length());
    return column >= end
        || "tTfF*&!".indexOf(line.codePointAt(line.offsetByCodePoints(0, column))) >= 0;
  }

  private Map<Level, List<String>> overrides(Fields fields) throws WrongValueException {
    var overrides = new EnumMap<Level, List<String>>(Level.class);
    Optional<Fields> map = fields.map("override");
    if (map.isPresent()) {
      for (Level each : List.of(Level.ERROR, Level.WARNING, Level.INFO, Level.STYLE)) {
        List<String> ids = map.get().list(each.id());
        if (!ids.isEmpty()) {
          overrides.put(each, ids);
        }
      }
      warn(map.get());
    }
    return overrides;
  }

  private static Map<String, LabelType> labels(Fields fields) throws WrongValueException {
    var labels = new LinkedHashMap<String, LabelType>();
    Optional<Fields> map = fields.map("label-schema");
    if (map.isPresent()) {
      for (String name : map.get().names()) {
        String type = map.get().needText(name);
        labels.put(
            name,
            LabelType.of(type)
                .orElseThrow(() ->
                    new WrongValueException(
                        map.get().path(name), "cannot be of the type " + type)));
      }
    }
    return labels;
  }

  private void warn(Fields fields) {
    for (String each : fields.unknown()) {
      String path = fields.path(each);
      String near =
          fields.known().stream()
              .filter(known -> alike(known, each))
              .findFirst()
              .map(known -> "did you mean " + known + "?")
              .orElseGet(() -> "known are " + String.join(", ", fields.known()));
      warnings.add(new Problem(where, place(path), "the key " + path + " is not known", near));
    }
  }

  /// Whether two keys differ in nothing but signs, case and an ending.
  private static boolean alike(String known, String written) {
    String one = letters(known);
    String other = letters(written);
    return !other.isEmpty() && (one.startsWith(other) || other.startsWith(one));
  }

  private static String letters(String key) {
    return key.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }
}
