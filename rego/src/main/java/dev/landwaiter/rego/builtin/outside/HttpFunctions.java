package dev.landwaiter.rego.builtin.outside;

import dev.landwaiter.base.text.Utf8;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.HttpAnswer;
import dev.landwaiter.rego.HttpRequest;
import dev.landwaiter.rego.OutsideException;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.builtin.encoding.JsonText;
import dev.landwaiter.rego.builtin.encoding.YamlFunctions;
import dev.landwaiter.rego.builtin.net.Uri;
import dev.landwaiter.rego.syntax.ValueText;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `http.send` (reference 13.14).
public final class HttpFunctions {
  private static final long ANSWER_LIMIT = 64L << 20;
  private static final long RETRIES = 10;

  private HttpFunctions() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(
            Declaration.of("http.send")
                .takes("request", Type.object(Type.STRING, Type.ANY))
                .gives(Type.object(Type.ANY, Type.ANY))
                .flagged(Declaration.Flag.NONDETERMINISTIC),
            (s, a) -> send(s, HttpOptions.of(Operands.object(a, 0)))));
  }

  /// A failure on the way, with whether it is the network's.
  private static final class Unanswered extends Exception {
    private static final long serialVersionUID = 1;
    private final boolean network;
    private final boolean timeout;

    private Unanswered(String message, boolean network, boolean timeout) {
      super(message, null, false, false);
      this.network = network;
      this.timeout = timeout;
    }
  }

  private static Value send(Surroundings surroundings, HttpOptions options)
      throws BuiltinException {
    surroundings.check();
    boolean raise = options.flag("raise_error", true);
    return surroundings
        .remember(
            "http.send",
            options.identity(),
            _ -> Outcome.of(() -> answered(surroundings, options, raise)))
        .get();
  }

  private static Value answered(Surroundings surroundings, HttpOptions options, boolean raise)
      throws BuiltinException {
    try {
      return result(answer(surroundings, options), options);
    } catch (Unanswered e) {
      String message = String.valueOf(e.getMessage());
      if (raise) {
        throw BuiltinException.failure(
            e.timeout ? options.method() + " " + options.url() + ": request timed out" : message);
      }
      return failure(
          e.network ? "eval_http_send_network_error" : "eval_http_send_internal_error", message);
    } catch (BuiltinException e) {
      if (raise || e.isHalt()) {
        throw e;
      }
      return failure("eval_http_send_internal_error", e.code() + ": http.send: " + e.getMessage());
    }
  }

  private static Value failure(String code, String message) {
    var error = new ObjectValue.Draft();
    error.put(Value.of("code"), Value.of(code));
    error.put(Value.of("message"), Value.of(message));
    var result = new ObjectValue.Draft();
    result.put(Value.of("status_code"), Value.of(0));
    result.put(Value.of("error"), error.finish());
    return result.finish();
  }

  /// The answer, from memory where the request allows it and it is fresh.
  private static HttpAnswer answer(Surroundings surroundings, HttpOptions options)
      throws BuiltinException, Unanswered {
    Optional<Long> seconds = options.forcedSeconds();
    HttpRequest request = request(surroundings, options);
    if (seconds.isEmpty() && !options.flag("cache", false)) {
      return exchange(surroundings, options, request);
    }
    HttpMemory memory = surroundings.share("http.send", options.identity(), _ -> new HttpMemory());
    Instant now = Instant.EPOCH.plusNanos(surroundings.now());
    Optional<HttpMemory.Kept> kept = memory.kept();
    if (kept.isPresent() && kept.get().isFresh(now)) {
      return kept.get().answer();
    }
    HttpAnswer answer =
        exchange(
            surroundings, options, kept.map(k -> with(request, k.conditions())).orElse(request));
    if (answer.status() == 304 && kept.isPresent()) {
      HttpAnswer before = kept.get().answer();
      Map<String, List<String>> headers = new LinkedHashMap<>(before.headers());
      headers.putAll(answer.headers());
      answer = new HttpAnswer(before.status(), before.reason(), headers, before.body());
    }
    memory.keep(answer, seconds, now);
    return answer;
  }

  private static HttpRequest with(HttpRequest request, Map<String, List<String>> more) {
    Map<String, List<String>> headers = new LinkedHashMap<>(request.headers());
    headers.putAll(more);
    return new HttpRequest(
        request.method(),
        request.url(),
        headers,
        request.body(),
        request.timeout(),
        request.follow(),
        request.allowedHosts(),
        request.tls(),
        request.answerLimit());
  }

  private static HttpRequest request(Surroundings surroundings, HttpOptions options)
      throws BuiltinException {
    var timeout = options.timeout();
    var headers = options.headers();
    var tls = new HttpTls(options, surroundings.world()).tls();
    if (surroundings.capabilities().allowNet().isPresent()) {
      Hosts.checkAllowed(surroundings, Uri.parse(options.url()).hostname());
    }
    return new HttpRequest(
        options.method(),
        options.url(),
        headers,
        options.body(),
        timeout,
        options.flag("enable_redirect", false),
        surroundings.capabilities().allowNet(),
        tls,
        ANSWER_LIMIT);
  }

  private static HttpAnswer exchange(
      Surroundings surroundings, HttpOptions options, HttpRequest request)
      throws BuiltinException, Unanswered {
    String method = request.method();
    String operation =
        method.isEmpty() ? "Get" : method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT);
    String start = operation + " " + ValueText.quoted(request.url()) + ": ";
    String scheme = Uri.parse(request.url()).scheme();
    if (!scheme.equals("http") && !scheme.equals("https") && !scheme.equals("unix")) {
      throw new Unanswered(
          start + "unsupported protocol scheme " + ValueText.quoted(scheme), true, false);
    }
    long retries = Math.min(RETRIES, options.integer("max_retry_attempts").orElse(0L));
    for (long attempt = 0; ; attempt++) {
      surroundings.check();
      try {
        return surroundings.world().send(request);
      } catch (OutsideException e) {
        boolean timeout = e.reason() == OutsideException.Reason.TIMEOUT;
        if (attempt >= retries || e.reason() == OutsideException.Reason.CLOSED) {
          throw new Unanswered(start + e.getMessage(), true, timeout);
        }
      }
    }
  }

  private static Value result(HttpAnswer answer, HttpOptions options) throws BuiltinException {
    byte[] bytes = new byte[answer.body().remaining()];
    answer.body().duplicate().get(bytes);
    String raw = Utf8.decode(bytes);
    var headers = new ObjectValue.Draft();
    answer
        .headers()
        .forEach((name, values) ->
            headers.put(
                Value.of(name.toLowerCase(Locale.ROOT)),
                new ArrayValue(values.stream().map(Value::of).toList())));
    var result = new ObjectValue.Draft();
    result.put(Value.of("status"), Value.of((answer.status() + " " + answer.reason()).strip()));
    result.put(Value.of("status_code"), Value.of(answer.status()));
    result.put(Value.of("body"), body(answer, raw, options));
    result.put(Value.of("raw_body"), Value.of(raw));
    result.put(Value.of("headers"), headers.finish());
    return result.finish();
  }

  /// The body decoded where its type or the request says what it is; null when it is not that.
  private static Value body(HttpAnswer answer, String raw, HttpOptions options)
      throws BuiltinException {
    String type = HttpMemory.header(answer, "content-type").orElse("");
    boolean json = options.flag("force_json_decode", false) || type.contains("application/json");
    boolean yaml =
        options.flag("force_yaml_decode", false)
            || type.contains("application/yaml")
            || type.contains("application/x-yaml");
    try {
      return json ? JsonText.read(raw) : yaml ? YamlFunctions.read(raw) : NullValue.NULL;
    } catch (BuiltinException e) {
      return NullValue.NULL;
    }
  }
}
