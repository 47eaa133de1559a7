package dev.landwaiter.server.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.score.Profile;
import dev.landwaiter.policy.score.Schemas;
import dev.landwaiter.server.http.HttpFrame;
import dev.landwaiter.server.http.Limits;
import dev.landwaiter.server.http.ListenAddress;
import dev.landwaiter.testing.Shared;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Asks the running service what the original was asked (`kubesec/http.json`).
class RecordedHttpTest {
  /// What we do otherwise on purpose, by what the recording calls it.
  private static final Set<String> DIFFERS =
      Set.of(
          // Figures of our own process, not of Go's.
          "metrics",
          // Answered; the original's process ends.
          "hostNetwork is a text: the whole server process ends");

  /// As the recording: every kind it uses has a schema that takes everything.
  private static final Schemas SCHEMAS =
      (apiVersion, kind, object) ->
          kind.equals("Gizmo") ? Schemas.Answer.UNKNOWN : Schemas.Answer.FINE;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void answersAsRecorded() throws Exception {
    var recording =
        (ObjectValue)
            Json.parse(
                "http.json", Files.readAllBytes(Shared.path("conformance/kubesec/http.json")));
    List<Value> requests = ((ArrayValue) recording.get("requests").orElseThrow()).elements();
    List<String> wrong = new ArrayList<>();
    try (HttpFrame plain = start(Optional.empty());
        HttpFrame signing = start(Optional.of(signer()))) {
      for (Value request : requests) {
        var row = (ObjectValue) request;
        boolean signs = row.get("link").isPresent();
        String difference = ask(row, (signs ? signing : plain).port());
        String about = text(row, "about");
        if (difference.isEmpty() == DIFFERS.contains(about)) {
          wrong.add(about + ": " + (difference.isEmpty() ? "agrees, though listed" : difference));
        }
      }
    }
    System.out.printf(
        "kubesec over HTTP: %d of %d agree%n",
        requests.size() - DIFFERS.size() - wrong.size(), requests.size());
    assertThat(wrong).isEmpty();
  }

  private static HttpFrame start(Optional<LinkSigner> signer) throws Exception {
    var service =
        new ScoreService(
            Profile.KUBESEC, SCHEMAS, signer, ScoreService.seeOther("https://kubesec.io"));
    return HttpFrame.start(
        new ListenAddress("127.0.0.1", 0),
        HttpFrame.Door.OPEN,
        Limits.of(1L << 30, 2),
        List.of(service),
        new HttpFrame.Surroundings(System::nanoTime, 0, (about, e) -> e.printStackTrace()));
  }

  private static LinkSigner signer() throws Exception {
    return new LinkSigner(KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate());
  }

  /// What differs, or nothing.
  private String ask(ObjectValue row, int port) throws Exception {
    String body =
        row.get("body").filter(b -> !b.equals(NullValue.NULL)).map(Value::asText).orElse("");
    if (body.equals("(12583049 bytes)")) {
      body = large();
    }
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + text(row, "path")))
            .method(
                text(row, "method"),
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    members(row, "requestHeaders").forEach((name, value) -> request.header(name, value.asText()));
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    var expected = row.get("status").map(Value::toString).orElse("none");
    if (!expected.equals(Integer.toString(answer.statusCode()))) {
      return "status " + answer.statusCode() + " for " + expected + ": " + answer.body();
    }
    for (Map.Entry<String, Value> header : members(row, "headers").entrySet()) {
      // Reasons are our own words, so that lengths of reports differ.
      boolean length = header.getKey().equals("Content-Length") && row.get("reports").isPresent();
      String given = answer.headers().firstValue(header.getKey()).orElse("");
      if (!length && !given.equals(header.getValue().asText())) {
        return header.getKey() + ": " + given + " for " + header.getValue();
      }
    }
    if (row.get("bodyText").isPresent() && !text(row, "bodyText").equals(answer.body())) {
      return "body " + answer.body();
    }
    if (row.get("metricNames").isPresent()) {
      return "names of metrics";
    }
    return row.get("reports").map(reports -> reports(row, reports, answer.body())).orElse("");
  }

  private static String reports(ObjectValue row, Value expected, String body) {
    Value got;
    try {
      got = Json.parse("answer", body.getBytes(StandardCharsets.UTF_8));
    } catch (Exception e) {
      return e.toString();
    }
    if (!body.endsWith("\n")) {
      return "no line break at the end";
    }
    if (row.get("link").isPresent()) {
      var object = (ObjectValue) got;
      String difference =
          link((ObjectValue) row.get("link").orElseThrow(), object.get("link").orElseThrow());
      if (!difference.isEmpty()) {
        return difference;
      }
      got = object.get("reports").orElseThrow();
    }
    Value bare = withoutReasons(got);
    return bare.equals(expected) ? "" : bare + " for " + expected;
  }

  /// Keys, and digests of products, which hold the reasons, are our own.
  private static String link(ObjectValue expected, Value got) {
    String want = expected.get("signed").orElseThrow().toString();
    String have = ((ObjectValue) got).get("signed").orElseThrow().toString();
    return withoutProducts(want).equals(withoutProducts(have)) ? "" : have + " for " + want;
  }

  private static String withoutProducts(String link) {
    return link.replaceAll("(Pod/web.default.{20,60}text=)[0-9a-f]{64}", "$1");
  }

  private static Value withoutReasons(Value value) {
    return switch (value) {
      case ArrayValue array ->
          new ArrayValue(array.elements().stream().map(RecordedHttpTest::withoutReasons).toList());
      case ObjectValue object -> {
        Map<Value, Value> members = new TreeMap<>(java.util.Comparator.comparing(Value::toString));
        object
            .members()
            .forEach((key, member) -> {
              if (!key.asText().equals("reason")) {
                members.put(key, withoutReasons(member));
              }
            });
        yield new ObjectValue(members);
      }
      default -> value;
    };
  }

  private static String large() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
          - name: a
            image: b
            securityContext: {runAsNonRoot: true}
        """;
    return pod + ("#" + "x".repeat(1023) + "\n").repeat(12 * 1024 - 13);
  }

  private static Map<String, Value> members(ObjectValue row, String name) {
    Map<String, Value> members = new TreeMap<>();
    if (row.get(name).orElse(NullValue.NULL) instanceof ObjectValue object) {
      object.members().forEach((key, value) -> members.put(key.asText(), value));
    }
    return members;
  }

  private static String text(ObjectValue row, String name) {
    return switch (row.get(name).orElseThrow()) {
      case StringValue text -> text.text();
      case NumberValue number -> number.text();
      default -> throw new IllegalStateException(name);
    };
  }
}
