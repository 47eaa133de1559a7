package dev.landwaiter.cli.command.lint;

import dev.landwaiter.base.text.Problem;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.world.World;
import dev.landwaiter.dockerfile.config.ConfigurationFile;
import dev.landwaiter.dockerfile.config.Layer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where hadolint looks for its configuration file (reference: 14.1).
final class ConfigurationPlaces {
  private static final int SIZE_LIMIT = 1 << 20;

  private ConfigurationPlaces() {}

  /// What the configuration file says; hadolint goes on without a file that cannot be used, and the
  /// log says why.
  ///
  /// @param named a file that replaces the search, or empty
  /// @throws IOException when the file cannot be read, or where our own command cannot use it:
  ///   nothing is judged by half a configuration
  static Layer read(Invocation invocation, String named) throws IOException {
    World world = invocation.world();
    if (!named.isEmpty()) {
      return read(invocation, named, world.folder().resolve(named));
    }
    for (Path place : places(world)) {
      if (Files.isRegularFile(place)) {
        return read(invocation, shown(world.folder(), place), place);
      }
    }
    return Layer.NONE;
  }

  private static String shown(Path folder, Path place) {
    return place.startsWith(folder) ? folder.relativize(place).toString() : place.toString();
  }

  private static Layer read(Invocation invocation, String name, Path file) throws IOException {
    byte[] text;
    try (var in = Files.newInputStream(file)) {
      text = in.readNBytes(SIZE_LIMIT + 1);
    } catch (NoSuchFileException e) {
      throw new IOException("the configuration file " + name + " does not exist", e);
    } catch (IOException e) {
      throw new IOException("the configuration file " + name + " cannot be read", e);
    }
    if (text.length > SIZE_LIMIT) {
      throw new IOException(
          "the configuration file %s is larger than %d bytes".formatted(name, SIZE_LIMIT));
    }
    ConfigurationFile.Read read = ConfigurationFile.read(name, text);
    read.warnings().forEach(each -> invocation.log().warn(each.toString()));
    Optional<String> problem = read.problem().map(Problem::toString);
    if (problem.isPresent()) {
      if (invocation.dialect().strict()) {
        throw new IOException(problem.get());
      }
      invocation.log().error(problem.get());
    }
    return read.layer();
  }

  private static List<Path> places(World world) {
    List<Path> places = new ArrayList<>();
    places.add(world.folder().resolve(".hadolint.yaml"));
    places.add(world.folder().resolve(".hadolint.yml"));
    Optional<Path> home = folder(world, "HOME");
    folder(world, "XDG_CONFIG_HOME")
        .or(() -> home.map(each -> each.resolve(".config")))
        .ifPresent(folder -> {
          places.add(folder.resolve("hadolint.yaml"));
          places.add(folder.resolve("hadolint.yml"));
        });
    if (home.isPresent()) {
      for (String name :
          List.of(
              ".hadolint/hadolint.yaml",
              ".hadolint/hadolint.yml",
              ".hadolint/config.yaml",
              ".hadolint/config.yml",
              ".hadolint.yaml",
              ".hadolint.yml")) {
        places.add(home.get().resolve(name));
      }
    }
    return places;
  }

  private static Optional<Path> folder(World world, String variable) {
    String value = world.environment().getOrDefault(variable, "");
    try {
      return value.isEmpty() ? Optional.empty() : Optional.of(world.folder().resolve(value));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
