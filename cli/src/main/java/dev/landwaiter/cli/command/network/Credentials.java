package dev.landwaiter.cli.command.network;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.RegistryFlags;
import dev.landwaiter.oci.registry.ConfiguredLogins;
import dev.landwaiter.oci.registry.Login;
import dev.landwaiter.oci.registry.Logins;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Gathers what the user gave to log in to registries: flags and environment, then Docker's
/// configuration file.
public final class Credentials {
  private static final int PASSWORD_LIMIT = 64 << 10;
  private static final int FILE_LIMIT = 1 << 20;

  private Credentials() {}

  public static Logins of(Invocation invocation) throws UsageException, IOException {
    Values values = invocation.values();
    List<String> users = values.texts(RegistryFlags.USERNAME);
    List<String> passwords = new ArrayList<>(values.texts(RegistryFlags.PASSWORD));
    if (values.flag(RegistryFlags.PASSWORD_STDIN)) {
      if (!passwords.isEmpty()) {
        throw new UsageException("--password and --password-stdin exclude each other");
      }
      passwords.add(fromStdin(invocation));
    }
    String token = values.text(RegistryFlags.TOKEN);
    if (users.size() != passwords.size()) {
      throw new UsageException(
          "%d user names and %d passwords: each user name wants one password"
              .formatted(users.size(), passwords.size()));
    }
    if (!token.isEmpty() && !users.isEmpty()) {
      throw new UsageException("--registry-token and --username exclude each other");
    }
    List<Login.Password> logins = new ArrayList<>();
    for (int i = 0; i < users.size(); i++) {
      logins.add(new Login.Password(users.get(i), passwords.get(i)));
    }
    return new Logins(logins, token, configured(invocation));
  }

  private static String fromStdin(Invocation invocation) throws IOException {
    byte[] bytes = invocation.world().stdin().readNBytes(PASSWORD_LIMIT);
    return new String(bytes, StandardCharsets.UTF_8).stripTrailing();
  }

  private static ConfiguredLogins configured(Invocation invocation) {
    Map<String, String> environment = invocation.world().environment();
    String folder = environment.getOrDefault("DOCKER_CONFIG", "");
    if (folder.isEmpty()) {
      folder = environment.getOrDefault("HOME", "") + "/.docker";
    }
    Path file = invocation.world().folder().resolve(folder).resolve("config.json");
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > FILE_LIMIT) {
        return ConfiguredLogins.NONE;
      }
      return ConfiguredLogins.of(Json.parse(file.toString(), Files.readAllBytes(file)));
    } catch (IOException | FormatException e) {
      invocation.log().warn("the logins in " + file + " are not used: it cannot be read");
      return ConfiguredLogins.NONE;
    }
  }
}
