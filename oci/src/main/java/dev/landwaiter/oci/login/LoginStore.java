package dev.landwaiter.oci.login;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.oci.registry.Login;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Keeps and forgets logins in a configuration file in Docker's form, or with the program that the
/// file names. What else is in the file stays as it is.
public record LoginStore(Path file, CredentialPrograms programs) {
  private static final String AUTHS = "auths";

  /// Keeps a login.
  ///
  /// @param host with port, in lower case
  /// @return where it is kept, for a message
  /// @throws IOException when the file or the program does not take it; nothing is changed then
  public String keep(String host, Login login) throws IOException {
    ObjectValue content = content();
    DockerConfig config = DockerConfig.of(file.toString(), content);
    String server = RegistryKeys.server(host);
    String program = config.program(host);
    Map<Value, Value> entry = new LinkedHashMap<>();
    if (program.isEmpty()) {
      entry.putAll(entry(login));
    } else {
      programs.store(file.toString(), program, server, login);
    }
    Map<Value, Value> auths = new LinkedHashMap<>();
    content.get(AUTHS).ifPresent(old -> auths.putAll(old.members()));
    auths.put(Value.of(server), new ObjectValue(entry));
    write(content, auths);
    return program.isEmpty() ? file.toString() : "docker-credential-" + program;
  }

  /// Forgets the logins of a host in all places of the file, and in its program.
  ///
  /// @return whether the file had one
  public boolean forget(String host) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    ObjectValue content = content();
    DockerConfig config = DockerConfig.of(file.toString(), content);
    String program = config.program(host);
    if (!program.isEmpty()) {
      programs.erase(file.toString(), program, RegistryKeys.server(host));
    }
    Map<Value, Value> auths = new LinkedHashMap<>();
    content.get(AUTHS).ifPresent(old -> auths.putAll(old.members()));
    Map<String, Value> left = new LinkedHashMap<>(config.auths());
    boolean had = false;
    for (var found = RegistryKeys.find(left, host);
        found.isPresent();
        found = RegistryKeys.find(left, host)) {
      left.remove(found.get().getKey());
      auths.remove(Value.of(found.get().getKey()));
      had = true;
    }
    if (had) {
      write(content, auths);
    }
    return had;
  }

  private ObjectValue content() throws IOException {
    return Files.exists(file) ? LoginFile.read(file) : ObjectValue.EMPTY;
  }

  /// An identity token stands beside its user without a password, as Docker writes it.
  private static Map<Value, Value> entry(Login login) {
    Map<Value, Value> entry = new LinkedHashMap<>();
    Optional<Login.Password> pair = login.pair();
    pair.ifPresent(each -> entry.put(Value.of("auth"), Value.of(each.coded())));
    if (login instanceof Login.Identity identity) {
      entry.put(Value.of("identitytoken"), Value.of(identity.token()));
    }
    return entry;
  }

  private void write(ObjectValue content, Map<Value, Value> auths) throws IOException {
    Map<Value, Value> members = new LinkedHashMap<>(content.members());
    members.put(Value.of(AUTHS), new ObjectValue(auths));
    var style = new JsonStyle("\t", false, false);
    String text = JsonWriter.toText(new ObjectValue(members), style) + "\n";
    Path target = target();
    Path folder = target.resolveSibling("");
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, PrivateFile.FOLDER);
    }
    PrivateFile.replace(target, text.getBytes(StandardCharsets.UTF_8));
  }

  /// The file behind links, whether it is there or not.
  private Path target() throws IOException {
    Path target = file;
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == 40) {
        throw new IOException(file + " leads through too many links");
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target;
  }

  /// The file alone.
  @Override
  public String toString() {
    return file.toString();
  }
}
