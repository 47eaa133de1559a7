package dev.landwaiter.oci.login;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.registry.Login;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The programs that keep logins for Docker, `docker-credential-NAME` (docker-credential-helpers,
/// "Development"). What they say is never shown.
///
/// @param environment what they see, and where `PATH` is taken from
/// @param patience how long one of them may take
public record CredentialPrograms(Map<String, String> environment, Duration patience) {
  /// How long a program may take, if nothing else is said.
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String PREFIX = "docker-credential-";
  private static final String NONE = "credentials not found in native keychain";
  private static final String IDENTITY = "<token>";

  public CredentialPrograms {
    environment = Map.copyOf(environment);
  }

  /// Asks a program for a login.
  ///
  /// @param where who names the program, for messages
  /// @param name the ending of its name
  /// @param server the key of the registry
  Optional<Login> get(String where, String name, String server) throws ImageException {
    CredentialProgram.Output output = run(where, name, "get", server);
    if (output.status() != 0) {
      if (output.text().strip().equals(NONE)) {
        return Optional.empty();
      }
      throw failed(where, name, "fails (exit status " + output.status() + ")");
    }
    Value answer;
    try {
      answer = Json.parse(name, output.text().getBytes(StandardCharsets.UTF_8));
    } catch (FormatException e) {
      throw failed(where, name, "answers no JSON");
    }
    String user = answer.text("Username");
    String secret = answer.text("Secret");
    if (secret.isEmpty()) {
      return Optional.empty();
    }
    if (user.isEmpty()) {
      throw failed(where, name, "answers without a user name");
    }
    return Optional.of(
        user.equals(IDENTITY)
            ? new Login.Identity(secret, Optional.empty())
            : new Login.Password(user, secret));
  }

  /// Gives a program a login to keep.
  void store(String where, String name, String server, Login login) throws ImageException {
    Map<Value, Value> members = new LinkedHashMap<>();
    members.put(Value.of("ServerURL"), Value.of(server));
    switch (login) {
      case Login.Password pair -> {
        members.put(Value.of("Username"), Value.of(pair.user()));
        members.put(Value.of("Secret"), Value.of(pair.password()));
      }
      case Login.Identity identity -> {
        members.put(Value.of("Username"), Value.of(IDENTITY));
        members.put(Value.of("Secret"), Value.of(identity.token()));
      }
      case Login.Token _, Login.Anonymous _ ->
          throw new IllegalArgumentException("a program keeps no such login");
    }
    String json =
        JsonWriter.toText(new ObjectValue(members), JsonStyle.COMPACT.withoutHtmlEscapes());
    CredentialProgram.Output output = run(where, name, "store", json);
    if (output.status() != 0) {
      throw failed(where, name, "does not store the login (exit status " + output.status() + ")");
    }
  }

  /// Makes a program forget a login.
  void erase(String where, String name, String server) throws ImageException {
    CredentialProgram.Output output = run(where, name, "erase", server);
    if (output.status() != 0 && !output.text().strip().equals(NONE)) {
      throw failed(where, name, "does not erase the login (exit status " + output.status() + ")");
    }
  }

  private CredentialProgram.Output run(String where, String name, String action, String input)
      throws ImageException {
    if (name.isEmpty() || !name.chars().allMatch(CredentialPrograms::plain)) {
      throw new ImageException(
          ImageException.Code.INVALID,
          "%s names a credential program by other characters than letters, digits, '.', '_' and '-'"
              .formatted(where));
    }
    Path program =
        find(PREFIX + name)
            .orElseThrow(() -> failed(where, name, "is in no folder of the variable PATH"));
    try {
      return new CredentialProgram(program, environment, patience).run(action, input);
    } catch (IOException e) {
      throw failed(where, name, String.valueOf(e.getMessage()));
    }
  }

  private static boolean plain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '_'
        || c == '-';
  }

  /// The first such program; folders that are relative are passed over.
  private Optional<Path> find(String program) {
    return List.of(environment.getOrDefault("PATH", "").split(":", -1)).stream()
        .filter(folder -> folder.startsWith("/"))
        .map(folder -> Path.of(folder, program))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  private static ImageException failed(String where, String name, String what) {
    return new ImageException(
        ImageException.Code.INVALID,
        "the program %s%s, which %s names, %s".formatted(PREFIX, name, where, what));
  }

  /// How long they may take; nothing of the environment.
  @Override
  public String toString() {
    return "CredentialPrograms[" + patience + "]";
  }
}
