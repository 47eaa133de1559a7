package dev.landwaiter.cli.command.cluster;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Base64Text;
import dev.landwaiter.signing.encoding.CanonicalJson;
import dev.landwaiter.signing.key.ClusterSecrets;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.service.WebAnswer;
import dev.landwaiter.signing.service.WebRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Secrets by the API of Kubernetes (`core/v1`).
final class ClusterApi implements ClusterSecrets {
  private static final int LIMIT = 4 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String SERVICE = "the cluster";

  private final Web web;
  private final URI server;
  private final String token;

  /// @param token who we are, or empty
  ClusterApi(Web web, URI server, String token) {
    this.web = web;
    this.server = server;
    this.token = token;
  }

  @Override
  public Optional<Map<String, Bytes>> read(String namespace, String name) throws IOException {
    Optional<Value> secret = secret(namespace, name);
    if (secret.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Bytes> data = new LinkedHashMap<>();
    var members = secret.get().get("data").orElse(ObjectValue.EMPTY).members();
    for (var member : members.entrySet()) {
      String key = member.getKey().asText();
      data.put(key, Base64Text.strict("'" + key + "' of the Secret", member.getValue().asText()));
    }
    return Optional.of(data);
  }

  @Override
  public void write(String namespace, String name, Map<String, Bytes> data) throws IOException {
    Optional<Value> there = secret(namespace, name);
    if (there.isEmpty()) {
      ask("POST", list(namespace), "application/json", created(namespace, name, data));
      return;
    }
    if (there.get().get("immutable").equals(Optional.of(BooleanValue.TRUE))) {
      throw new RefusedException(
          FailureClass.USAGE,
          "the Secret %s/%s is immutable: it cannot get another key; delete it first, or take"
                  .formatted(namespace, name)
              + " another name");
    }
    // Only what is named here changes.
    String version = there.get().get("metadata").orElse(ObjectValue.EMPTY).text("resourceVersion");
    ask(
        "PATCH",
        URI.create(list(namespace) + "/" + name),
        "application/merge-patch+json",
        "{\"metadata\":{\"resourceVersion\":%s},\"data\":%s}"
            .formatted(quoted(version), data(data)));
  }

  private Optional<Value> secret(String namespace, String name) throws IOException {
    requireName(namespace);
    requireName(name);
    URI uri = URI.create(list(namespace) + "/" + name);
    WebAnswer answer = web.ask(withToken(WebRequest.get(uri, LIMIT)));
    if (answer.status() == 404) {
      return Optional.empty();
    }
    return Optional.of(parsed(answer.success(SERVICE)));
  }

  private String created(String namespace, String name, Map<String, Bytes> data)
      throws IOException {
    return "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":%s,\"namespace\":%s},"
            .formatted(quoted(name), quoted(namespace))
        + "\"type\":\"Opaque\","
        + (knowsImmutable() ? "\"immutable\":true," : "")
        + "\"data\":%s}".formatted(data(data));
  }

  /// Secrets that nobody can change are there since Kubernetes 1.21.
  private boolean knowsImmutable() throws IOException {
    WebAnswer answer = web.ask(withToken(WebRequest.get(URI.create(server + "/version"), LIMIT)));
    Value version = parsed(answer.success(SERVICE));
    int major = number(version.text("major"));
    return major > 1 || (major == 1 && number(version.text("minor")) >= 21);
  }

  /// The digits that a version begins with: some clusters call theirs `27+`.
  private static int number(String text) {
    int end = 0;
    while (end < text.length() && end < 6 && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end == 0 ? 0 : Integer.parseInt(text.substring(0, end));
  }

  private void ask(String method, URI uri, String type, String body) throws IOException {
    WebRequest request =
        new WebRequest(
            method, uri, Map.of("Content-Type", type), Bytes.utf8(body), LIMIT, PATIENCE, false);
    web.ask(withToken(request)).success(SERVICE);
  }

  private WebRequest withToken(WebRequest request) {
    WebRequest plain = request.with("Accept", "application/json");
    return token.isEmpty() ? plain : plain.with("Authorization", "Bearer " + token);
  }

  private URI list(String namespace) {
    return URI.create(server + "/api/v1/namespaces/" + namespace + "/secrets");
  }

  private static String data(Map<String, Bytes> data) throws RefusedException {
    var text = new StringBuilder("{");
    for (var each : new TreeMap<>(data).entrySet()) {
      text.append(text.length() > 1 ? "," : "").append(quoted(each.getKey()));
      text.append(':').append(quoted(each.getValue().toBase64()));
    }
    return text.append('}').toString();
  }

  private static String quoted(String text) throws RefusedException {
    return CanonicalJson.of(Value.of(text)).toText();
  }

  private static Value parsed(Bytes body) throws IOException {
    try {
      return Json.parseStrict("the cluster's answer", body.toArray());
    } catch (FormatException e) {
      throw new RefusedException(FailureClass.TRANSPORT, e.problem().toString());
    }
  }

  /// A name as Kubernetes has them (RFC 1123): nothing that could change the address.
  private static void requireName(String name) throws RefusedException {
    boolean fine = !name.isEmpty() && name.length() <= 253;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      fine &= word || ((c == '-' || c == '.') && i > 0 && i < name.length() - 1);
    }
    if (!fine || name.contains("..")) {
      throw new RefusedException(
          FailureClass.USAGE, "'" + name + "' is no name of a namespace or Secret");
    }
  }
}
