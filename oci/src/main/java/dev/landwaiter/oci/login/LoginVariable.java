package dev.landwaiter.oci.login;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.registry.Login;
import dev.landwaiter.oci.registry.LoginSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The variable `DOCKER_AUTH_CONFIG`: `{"auths": {HOST: {"auth": …}}}` and nothing else.
///
/// @param name of the variable, for messages
public record LoginVariable(String name, String text) implements LoginSource {
  @Override
  public List<Login> find(String host, String repository) throws IOException {
    var entry = RegistryKeys.find(DockerConfig.members(name, parse(), "auths"), host);
    return entry.isEmpty()
        ? List.of()
        : StoredLogin.read(
                "the login for " + entry.get().getKey() + " in " + name, entry.get().getValue())
            .stream()
            .toList();
  }

  private Value parse() throws ImageException {
    try {
      Value value = Json.parse(name, text.getBytes(StandardCharsets.UTF_8));
      if (!(value instanceof ObjectValue)) {
        throw wrong("is no JSON object");
      }
      only(value, "auths", "\"auths\"");
      for (Value entry : value.get("auths").map(Value::members).orElse(Map.of()).values()) {
        only(entry, "auth", "\"auth\" of a host");
      }
      return value;
    } catch (FormatException e) {
      throw wrong("is no JSON");
    }
  }

  private void only(Value object, String member, String shown) throws ImageException {
    if (!Set.of(new StringValue(member)).containsAll(object.members().keySet())) {
      throw wrong("holds something else than " + shown);
    }
  }

  private ImageException wrong(String what) {
    return new ImageException(ImageException.Code.INVALID, "the variable " + name + " " + what);
  }

  /// The name alone.
  @Override
  public String toString() {
    return name;
  }
}
