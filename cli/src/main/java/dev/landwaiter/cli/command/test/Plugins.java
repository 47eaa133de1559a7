package dev.landwaiter.cli.command.test;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The plugins of the user: commands that others wrote, each in a folder with a `plugin.yaml`
/// (reference: 1).
public final class Plugins {
  private static final String VARIABLE = "CONFTEST_PLUGIN_DIR";
  private static final String DESCRIPTION = "plugin.yaml";
  private static final int SIZE_LIMIT = 1 << 20;

  private final World world;

  public Plugins(World world) {
    this.world = world;
  }

  /// What a plugin says of itself.
  ///
  /// @param command words that start it
  record Plugin(String name, String command, Path folder) {}

  /// Where plugins lie: the folder of the user's data (XDG Base Directory Specification).
  Path folder() {
    String data = world.environment().getOrDefault("XDG_DATA_HOME", "");
    Path base =
        data.isEmpty()
            ? Path.of(world.environment().getOrDefault("HOME", "/")).resolve(".local/share")
            : Path.of(data);
    return world.folder().resolve(base).resolve("conftest").resolve("plugins");
  }

  /// Runs the plugin of that name.
  ///
  /// @param words the name and what is handed to it
  /// @return its exit code; none when there is no such plugin
  /// @throws IOException when it cannot be started or takes too long
  public Optional<Integer> run(List<String> words) throws IOException {
    if (words.isEmpty() || !isName(words.getFirst())) {
      return Optional.empty();
    }
    Path place = folder().resolve(words.getFirst());
    if (!Files.isRegularFile(place.resolve(DESCRIPTION))) {
      return Optional.empty();
    }
    Plugin plugin = read(place);
    Map<String, String> environment = new HashMap<>(world.environment());
    environment.put(VARIABLE, place.toString());
    List<String> command = new ArrayList<>();
    for (String word : plugin.command().strip().split("\\s+", -1)) {
      command.add(
          word.replace("$" + VARIABLE, place.toString())
              .replace("${" + VARIABLE + "}", place.toString()));
    }
    command.addAll(words.subList(1, words.size()));
    return Optional.of(new PluginProgram(world, environment).run(command));
  }

  /// Reads the description of a plugin.
  ///
  /// @throws IOException when it is none
  static Plugin read(Path folder) throws IOException {
    Path file = folder.resolve(DESCRIPTION);
    try {
      if (Files.size(file) > SIZE_LIMIT) {
        throw new IOException(file + " is larger than " + SIZE_LIMIT + " bytes");
      }
      Value tree = Yaml.parse(file.toString(), Files.readAllBytes(file));
      String name = tree.text("name");
      String command = tree.text("command");
      if (!isName(name) || command.isBlank()) {
        throw new IOException(file + " wants a name of letters, digits, - and _ and a command");
      }
      return new Plugin(name, command, folder);
    } catch (FormatException e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    }
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && !name.startsWith("-")
        && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_');
  }
}
