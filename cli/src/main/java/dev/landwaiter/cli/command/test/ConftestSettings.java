package dev.landwaiter.cli.command.test;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.Toml;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.text.Reason;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.FlagType;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.ConftestFlags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The values of a command behind the name `conftest`: the command line, then variables such as
/// `CONFTEST_POLICY`, then a configuration file (reference: 1).
final class ConftestSettings {
  private static final String PREFIX = "CONFTEST_";
  private static final int SIZE_LIMIT = 1 << 20;

  /// Endings of the file `conftest`, in the order in which they are looked for.
  private static final List<String> ENDINGS = List.of("json", "toml", "yaml", "yml");

  private ConftestSettings() {}

  /// The same call with these values.
  ///
  /// @throws UsageException when the configuration file cannot be read or holds a wrong value
  static Invocation of(Invocation invocation, Command command) throws UsageException {
    Values line = invocation.values().from(PREFIX, Map.of());
    Path folder = invocation.world().folder();
    Map<String, List<String>> file = Map.of();
    String named = line.text(ConftestFlags.CONFIG_FILE);
    if (!named.isEmpty()) {
      file = read(named, folder.resolve(named), command);
    } else {
      for (String ending : ENDINGS) {
        Path path = folder.resolve("conftest." + ending);
        if (Files.isRegularFile(path)) {
          file = read("conftest." + ending, path, command);
          break;
        }
      }
    }
    return new Invocation(
        invocation.world(),
        invocation.dialect(),
        invocation.values().from(PREFIX, file),
        invocation.arguments(),
        invocation.log());
  }

  private static Map<String, List<String>> read(String name, Path path, Command command)
      throws UsageException {
    try {
      if (Files.size(path) > SIZE_LIMIT) {
        throw new UsageException(name + " is larger than " + SIZE_LIMIT + " bytes");
      }
      Value tree = parse(name, Files.readAllBytes(path));
      Map<String, List<String>> values = new LinkedHashMap<>();
      if (tree instanceof ObjectValue object) {
        for (FlagGroup group : command.flags()) {
          for (Flag flag : group.flags()) {
            for (int i = 0; i < object.size(); i++) {
              if (object.keyAt(i).asText().equalsIgnoreCase(flag.name())) {
                values.put(flag.key(), value(name, flag, object.valueAt(i)));
              }
            }
          }
        }
      }
      return values;
    } catch (FormatException e) {
      throw new UsageException(
          "the configuration file cannot be read: " + String.valueOf(e.getMessage()));
    } catch (NoSuchFileException e) {
      throw new UsageException("the configuration file " + name + " does not exist");
    } catch (IOException e) {
      throw new UsageException("the configuration file " + name + ": " + Reason.of(e));
    }
  }

  private static Value parse(String name, byte[] text) throws FormatException {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".toml")) {
      return Toml.parse(name, text);
    }
    return lower.endsWith(".json") ? Json.parse(name, text) : Yaml.parse(name, text);
  }

  private static List<String> value(String name, Flag flag, Value value) throws UsageException {
    boolean several = flag.type() == FlagType.TEXTS || flag.type() == FlagType.REPEATED;
    return switch (value) {
      case StringValue(String text) -> List.of(text);
      case BooleanValue flagged -> List.of(String.valueOf(flagged.flag()));
      case NumberValue number -> List.of(number.text());
      case NullValue _ -> List.of(flag.standard());
      case ArrayValue array when several -> array.elements().stream().map(Value::asText).toList();
      case ArrayValue _, ObjectValue _, SetValue _ ->
          throw new UsageException(
              "%s: %s wants %s"
                  .formatted(name, flag.name(), several ? "a list of texts" : "one value"));
    };
  }
}
