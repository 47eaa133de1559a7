package dev.landwaiter.oci.registry;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// A token service in this process after the specifications "Token Authentication" and "OAuth2
/// Token Authentication" of the distribution project. It guards a registry: a request below
/// `/v2/REPOSITORY/` needs a token with the scope `repository:REPOSITORY:pull`.
final class TestTokenService implements AutoCloseable {
  static final String SERVICE = "registry of the tests";
  static final String USER = "anna";
  static final String PASSWORD = "s3cret-word";
  static final String REFRESH = "s3cret-refresh";

  /// What a request brought.
  ///
  /// @param parameters of the query or of the form, in order; of equal keys all values
  record Request(String method, String authorization, Map<String, List<String>> parameters) {}

  private final TestRegistry http;
  private final TestRegistry registry;
  private final Set<String> methods;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private volatile int lifetime = 300;

  /// @param methods which ways of asking it knows
  TestTokenService(TestRegistry registry, String... methods) throws IOException {
    this.http = TestRegistry.start();
    this.registry = registry;
    this.methods = Set.of(methods);
    http.on("/auth", this::handle);
    challenge("repository:app:pull");
  }

  private void challenge(String scope) {
    registry.protect(
        List.of(
            "Bearer realm=\"http://%s/auth\",service=\"%s\",scope=\"%s\""
                .formatted(http.host(), SERVICE, scope)),
        tokens.stream().map(token -> "Bearer " + token).toArray(String[]::new));
  }

  void lifetime(int seconds) {
    lifetime = seconds;
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  String host() {
    return http.host();
  }

  private void handle(HttpExchange exchange) throws IOException {
    boolean post = exchange.getRequestMethod().equals("POST");
    String text =
        post
            ? new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII)
            : exchange.getRequestURI().getRawQuery();
    var parameters = parameters(text == null ? "" : text);
    var values = exchange.getRequestHeaders().get("Authorization");
    String authorization = values == null ? "" : String.join(",", values);
    requests.add(new Request(exchange.getRequestMethod(), authorization, parameters));
    if (!methods.contains(exchange.getRequestMethod())) {
      answer(exchange, 405, "{}");
    } else if (post) {
      post(exchange, parameters);
    } else if (!authorization.isEmpty()
        && !authorization.equals(TestRegistry.basic(USER, PASSWORD))) {
      answer(exchange, 401, "{\"errors\":[{\"code\":\"UNAUTHORIZED\",\"message\":\"no\"}]}");
    } else {
      boolean offline = parameters.getOrDefault("offline_token", List.of()).contains("true");
      answer(exchange, 200, token("token", offline && !authorization.isEmpty()));
    }
  }

  private void post(HttpExchange exchange, Map<String, List<String>> parameters)
      throws IOException {
    boolean form =
        "application/x-www-form-urlencoded"
            .equals(exchange.getRequestHeaders().getFirst("Content-Type"));
    boolean complete =
        form && parameters.keySet().containsAll(Set.of("grant_type", "service", "client_id"));
    String grant = complete ? parameters.getOrDefault("grant_type", List.of("")).getFirst() : "";
    boolean good =
        switch (grant) {
          case "refresh_token" -> List.of(REFRESH).equals(parameters.get("refresh_token"));
          case "password" ->
              List.of(USER).equals(parameters.get("username"))
                  && List.of(PASSWORD).equals(parameters.get("password"));
          default -> false;
        };
    boolean offline = parameters.getOrDefault("access_type", List.of()).contains("offline");
    if (good) {
      answer(exchange, 200, token("access_token", offline));
    } else {
      answer(exchange, 400, "{\"error\":\"invalid_grant\",\"s\":\"" + REFRESH + "\"}");
    }
  }

  private String token(String member, boolean offline) {
    String token = "token-" + (tokens.size() + 1);
    tokens.add(token);
    challenge("repository:app:pull");
    String refresh = offline ? ",\"refresh_token\":\"" + REFRESH + "\"" : "";
    return "{\"%s\":\"%s\",\"expires_in\":%d%s}".formatted(member, token, lifetime, refresh);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    TestRegistry.give(status, "application/json", body).handle(exchange);
  }

  private static Map<String, List<String>> parameters(String text) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      String[] sides = pair.split("=", 2);
      if (sides.length == 2) {
        parameters
            .computeIfAbsent(decoded(sides[0]), key -> new ArrayList<>())
            .add(decoded(sides[1]));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.close();
  }
}
