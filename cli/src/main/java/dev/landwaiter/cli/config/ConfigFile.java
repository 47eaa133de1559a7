package dev.landwaiter.cli.config;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.flag.Nearest;
import dev.landwaiter.cli.flag.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A configuration file read: the whole tree, and its leaves by dot-separated key.
public record ConfigFile(Path path, Value tree, Map<String, List<String>> values) {
  private static final long SIZE_LIMIT = 1 << 20;

  public static final ConfigFile NONE = new ConfigFile(Path.of(""), NullValue.NULL, Map.of());

  /// Reads the file.
  ///
  /// @param named whether the user asked for it, so that it must exist
  /// @throws UsageException when a named file is missing, or a file cannot be read or understood
  public static ConfigFile read(Path path, boolean named) throws UsageException {
    try {
      if (!Files.exists(path) && !named) {
        return NONE;
      }
      if (Files.size(path) > SIZE_LIMIT) {
        throw new UsageException(
            "the configuration file %s is larger than %d bytes".formatted(path, SIZE_LIMIT));
      }
      Value tree = Yaml.parse(path.toString(), Files.readAllBytes(path));
      Map<String, List<String>> values = new LinkedHashMap<>();
      flatten("", tree, values);
      return new ConfigFile(path, tree, values);
    } catch (FormatException e) {
      throw new UsageException(
          "the configuration file cannot be read: " + String.valueOf(e.getMessage()));
    } catch (NoSuchFileException e) {
      throw new UsageException("the configuration file " + path + " does not exist");
    } catch (IOException e) {
      throw new UsageException(
          "the configuration file " + path + " cannot be read: " + String.valueOf(e.getMessage()));
    }
  }

  /// Refuses what no flag is read from: a mistyped key would change nothing, and nobody would know.
  ///
  /// @param known every key that means something, of whatever command
  /// @throws UsageException that names the first unknown key, and what was probably meant
  public void requireKnown(Collection<String> known) throws UsageException {
    for (String key : values.keySet()) {
      if (key.isEmpty()) {
        throw new UsageException("the configuration file " + path + " is no mapping of keys");
      }
      if (!known.contains(key)) {
        String meant =
            known.stream()
                .filter(each -> each.endsWith("." + key))
                .min(Comparator.naturalOrder())
                .orElseGet(() -> Nearest.to(key, known));
        throw new UsageException(
            "the configuration file %s: unknown key \"%s\"%s"
                .formatted(path, key, meant.isEmpty() ? "" : ", did you mean \"" + meant + "\"?"));
      }
    }
  }

  private static void flatten(String key, Value value, Map<String, List<String>> values) {
    switch (value) {
      case ObjectValue object ->
          object
              .members()
              .forEach((name, member) ->
                  flatten(
                      key.isEmpty() ? name.asText() : key + "." + name.asText(), member, values));
      case ArrayValue array ->
          values.put(key, array.elements().stream().map(ConfigFile::scalar).toList());
      case SetValue set ->
          values.put(key, set.elements().stream().map(ConfigFile::scalar).toList());
      case NullValue _ -> {}
      case BooleanValue _, NumberValue _, StringValue _ -> values.put(key, List.of(scalar(value)));
    }
  }

  private static String scalar(Value value) {
    return switch (value) {
      case BooleanValue flag -> Boolean.toString(flag.flag());
      case NumberValue number -> number.text();
      case StringValue text -> text.text();
      case NullValue _, ArrayValue _, ObjectValue _, SetValue _ -> "";
    };
  }
}
