package dev.landwaiter.oci.login;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.Located;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.oci.ImageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One file with pull secrets (Kubernetes, types `kubernetes.io/dockerconfigjson` and
/// `kubernetes.io/dockercfg`).
record SecretFile(Path path) {
  private static final int SIZE_LIMIT = 4 << 20;
  private static final int ENTRY_LIMIT = 10_000;
  private static final String CONFIG_JSON = ".dockerconfigjson";
  private static final String CONFIG = ".dockercfg";
  private static final String HINT =
      " (kubectl create secret docker-registry NAME --dry-run=client -o yaml makes one)";

  List<PullSecrets.Entry> read() throws IOException {
    byte[] bytes = bytes();
    List<PullSecrets.Entry> entries = new ArrayList<>();
    int number = 0;
    for (Value document : documents(bytes)) {
      number++;
      document(path + ", document " + number, document, entries);
    }
    if (entries.isEmpty()) {
      throw wrong(path.toString(), "holds no pull secret" + HINT);
    }
    return entries;
  }

  /// Whoever gives the secret itself instead of its file must not find it in a log.
  private String shown() {
    String text = path.toString();
    boolean secret =
        text.length() - text.lastIndexOf('/') > 100
            || text.contains("eyJ")
            || text.chars().anyMatch(c -> c < ' ' || c == '{');
    return secret ? "what was given instead of a file with a pull secret" : text;
  }

  private byte[] bytes() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(SIZE_LIMIT + 1);
      if (bytes.length > SIZE_LIMIT) {
        throw wrong(path.toString(), "is larger than " + SIZE_LIMIT + " bytes");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw wrong(shown(), "does not exist");
    } catch (FileSystemException e) {
      String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
      throw wrong(shown(), "cannot be read: " + reason);
    }
  }

  /// JSON is YAML, but for files that are so long or so deep that only one of both readers likes
  /// them.
  private List<Value> documents(byte[] bytes) throws ImageException {
    try {
      return List.of(Json.parse(path.toString(), bytes));
    } catch (FormatException e) {
      // then it is YAML, or nothing
    }
    try {
      return Yaml.parseAll(path.toString(), bytes).stream().map(Located::root).toList();
    } catch (FormatException e) {
      String line = e.problem().position().map(at -> " (line " + at.line() + ")").orElse("");
      throw wrong(path.toString(), "is neither YAML nor JSON" + line + HINT);
    }
  }

  private void document(String where, Value document, List<PullSecrets.Entry> entries)
      throws ImageException {
    String kind = document.text("kind");
    if (kind.equals("List") || kind.equals("SecretList")) {
      int number = 0;
      for (Value item : document.get("items").map(Value::elements).orElse(List.of())) {
        number++;
        secret(where + ", item " + number, item, entries);
      }
    } else if (!kind.isEmpty()) {
      secret(where, document, entries);
    } else if (document.get("auths").isPresent()) {
      logins(where, DockerConfig.members(where, document, "auths"), entries);
    } else if (bare(document)) {
      logins(where, DockerConfig.members(where, document), entries);
    }
  }

  /// Whether something looks like the content of a `.dockercfg`.
  private static boolean bare(Value document) {
    return !document.members().isEmpty()
        && document.get("apiVersion").isEmpty()
        && document.members().values().stream()
            .allMatch(entry ->
                entry.get("auth").isPresent()
                    || entry.get("username").isPresent()
                    || entry.get("identitytoken").isPresent());
  }

  /// Reads a secret; what is of another kind or holds no logins is passed over.
  private static void secret(String place, Value secret, List<PullSecrets.Entry> entries)
      throws ImageException {
    if (secret.text("kind").equals("Secret") || secret.text("kind").isEmpty()) {
      String name = secret.get("metadata").map(metadata -> metadata.text("name")).orElse("");
      String where = place + (name.isEmpty() ? "" : ", secret " + name);
      Optional<Value> json = content(where, secret, CONFIG_JSON);
      Optional<Value> old = content(where, secret, CONFIG);
      if (json.isPresent()) {
        logins(where, DockerConfig.members(where, json.get(), "auths"), entries);
      }
      if (old.isPresent()) {
        logins(where, DockerConfig.members(where, old.get()), entries);
      }
      String type = secret.text("type");
      if (json.isEmpty() && old.isEmpty() && type.startsWith("kubernetes.io/dockerc")) {
        throw wrong(where, "has the type " + type + " and no " + key(type));
      }
    }
  }

  private static String key(String type) {
    return type.endsWith("json") ? CONFIG_JSON : CONFIG;
  }

  /// The JSON under a key, from `stringData` as it stands, else from `data` in base64.
  private static Optional<Value> content(String where, Value secret, String key)
      throws ImageException {
    Optional<Value> plain = secret.get("stringData").flatMap(data -> data.get(key));
    Optional<Value> coded = secret.get("data").flatMap(data -> data.get(key));
    if (plain.isEmpty() && coded.isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes =
        plain.isPresent()
            ? plain.get().asText().getBytes(StandardCharsets.UTF_8)
            : decode(where, key, coded.orElseThrow().asText());
    try {
      Value content = Json.parse(key, bytes);
      if (content instanceof ObjectValue) {
        return Optional.of(content);
      }
    } catch (FormatException e) {
      // told below; the parser's own words might quote a secret
    }
    throw wrong(where, "has a " + key + " that is no JSON object" + HINT);
  }

  private static byte[] decode(String where, String key, String text) throws ImageException {
    try {
      return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw wrong(
          where,
          "has a " + key + " below data that is no base64 (plain text goes below stringData)");
    }
  }

  private static void logins(
      String where, Map<String, Value> members, List<PullSecrets.Entry> entries)
      throws ImageException {
    for (var member : members.entrySet()) {
      var login =
          StoredLogin.read("the login for " + member.getKey() + " in " + where, member.getValue());
      if (login.isPresent()) {
        entries.add(new PullSecrets.Entry(SecretKey.of(where, member.getKey()), login.get()));
      }
    }
    if (entries.size() > ENTRY_LIMIT) {
      throw wrong(where, "holds more than " + ENTRY_LIMIT + " logins");
    }
  }

  private static ImageException wrong(String where, String what) {
    return new ImageException(ImageException.Code.INVALID, where + " " + what);
  }
}
