package dev.landwaiter.cli.command.network;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.RegistryFlags;
import dev.landwaiter.oci.registry.Login;
import dev.landwaiter.oci.registry.Logins;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Gathers what the user gave to log in to registries, and where more is kept.
public final class Credentials {
  private static final int PASSWORD_LIMIT = 64 << 10;

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
    return new Logins(logins, token, LoginPlaces.of(invocation));
  }

  /// The password at standard input, without the line break at its end.
  public static String fromStdin(Invocation invocation) throws UsageException, IOException {
    byte[] bytes = invocation.world().stdin().readNBytes(PASSWORD_LIMIT + 1);
    if (bytes.length > PASSWORD_LIMIT) {
      throw new UsageException(
          "--password-stdin: more than the %d bytes that a password may have"
              .formatted(PASSWORD_LIMIT));
    }
    String line = new String(bytes, StandardCharsets.UTF_8);
    line = line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
