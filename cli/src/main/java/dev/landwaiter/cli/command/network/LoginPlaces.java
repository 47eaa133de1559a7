package dev.landwaiter.cli.command.network;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.RegistryFlags;
import dev.landwaiter.oci.login.CredentialPrograms;
import dev.landwaiter.oci.login.LoginFile;
import dev.landwaiter.oci.login.LoginStore;
import dev.landwaiter.oci.login.LoginVariable;
import dev.landwaiter.oci.login.PullSecrets;
import dev.landwaiter.oci.registry.LoginSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where this user's logins are kept: the pull secrets given, the variable `DOCKER_AUTH_CONFIG`,
/// then one file, Docker's if there is one, else one of Podman's.
public final class LoginPlaces {
  private static final String VARIABLE = "DOCKER_AUTH_CONFIG";

  private LoginPlaces() {}

  static List<LoginSource> of(Invocation invocation) throws UsageException, IOException {
    Map<String, String> environment = invocation.world().environment();
    Path folder = invocation.world().folder();
    List<LoginSource> places = new ArrayList<>();
    List<Path> secrets =
        invocation.values().texts(RegistryFlags.SECRET).stream().map(folder::resolve).toList();
    if (!secrets.isEmpty()) {
      places.add(PullSecrets.read(secrets));
    }
    String text = environment.getOrDefault(VARIABLE, "");
    if (!text.isEmpty()) {
      places.add(new LoginVariable(VARIABLE, text));
    }
    file(environment, folder)
        .ifPresent(file -> places.add(new LoginFile(file, programs(environment))));
    return places;
  }

  /// Where a login is kept and forgotten: the file that is read, else Docker's.
  public static LoginStore store(Invocation invocation) {
    Map<String, String> environment = invocation.world().environment();
    Path folder = invocation.world().folder();
    return new LoginStore(
        file(environment, folder).orElseGet(() -> docker(environment, folder)),
        programs(environment));
  }

  private static CredentialPrograms programs(Map<String, String> environment) {
    return new CredentialPrograms(environment, CredentialPrograms.PATIENCE);
  }

  /// Docker's own file, whether it is there or not.
  private static Path docker(Map<String, String> environment, Path folder) {
    String named = environment.getOrDefault("DOCKER_CONFIG", "");
    String home = environment.getOrDefault("HOME", "") + "/.docker";
    return folder.resolve(named.isEmpty() ? home : named).resolve("config.json");
  }

  /// The file that is read. One that a variable names is taken even where it is missing, so that
  /// somebody says so.
  private static Optional<Path> file(Map<String, String> environment, Path folder) {
    Path docker = docker(environment, folder);
    if (Files.exists(docker)) {
      return Optional.of(docker);
    }
    String named = environment.getOrDefault("REGISTRY_AUTH_FILE", "");
    if (!named.isEmpty()) {
      return Optional.of(folder.resolve(named));
    }
    String home = environment.getOrDefault("HOME", "") + "/.config";
    return List.of(
            environment.getOrDefault("XDG_RUNTIME_DIR", ""),
            environment.getOrDefault("XDG_CONFIG_HOME", home))
        .stream()
        .filter(each -> !each.isEmpty())
        .map(each -> folder.resolve(each).resolve("containers/auth.json"))
        .filter(Files::exists)
        .findFirst();
  }
}
