package dev.landwaiter.rego.builtin.outside;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.encoding.JsonText;
import dev.landwaiter.rego.builtin.time.GoDuration;
import dev.landwaiter.rego.syntax.ValueText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The request object of `http.send` (reference 13.14): its members, checked.
final class HttpOptions {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final List<String> REQUIRED = List.of("method", "url");
  private static final Set<String> ALLOWED =
      Set.of(
          "method",
          "url",
          "body",
          "raw_body",
          "headers",
          "enable_redirect",
          "force_json_decode",
          "force_yaml_decode",
          "tls_use_system_certs",
          "tls_ca_cert",
          "tls_ca_cert_file",
          "tls_ca_cert_env_variable",
          "tls_client_cert",
          "tls_client_cert_file",
          "tls_client_cert_env_variable",
          "tls_client_key",
          "tls_client_key_file",
          "tls_client_key_env_variable",
          "tls_insecure_skip_verify",
          "tls_server_name",
          "timeout",
          "cache",
          "force_cache",
          "force_cache_duration_seconds",
          "raise_error",
          "caching_mode",
          "max_retry_attempts",
          "cache_ignored_headers");

  private final ObjectValue request;

  private HttpOptions(ObjectValue request) {
    this.request = request;
  }

  /// Takes a request whose members are all known and that has a method and a URL.
  static HttpOptions of(ObjectValue request) throws BuiltinException {
    Set<String> unknown = new TreeSet<>();
    for (int i = 0; i < request.size(); i++) {
      String key = JsonText.key(request.keyAt(i));
      if (!ALLOWED.contains(key)) {
        unknown.add(key);
      }
    }
    if (!unknown.isEmpty()) {
      throw Operands.refused(1, "invalid request parameters(s): " + set(unknown));
    }
    Set<String> missing = new TreeSet<>(REQUIRED);
    missing.removeIf(key -> request.get(key).isPresent());
    if (!missing.isEmpty()) {
      throw Operands.refused(1, "missing required request parameters(s): " + set(missing));
    }
    return new HttpOptions(request);
  }

  private static String set(Set<String> names) {
    return names.stream().map(ValueText::quoted).collect(Collectors.joining(", ", "{", "}"));
  }

  String method() {
    return request.text("method").toUpperCase(Locale.ROOT);
  }

  String url() {
    return request.text("url");
  }

  boolean flag(String key, boolean otherwise) throws BuiltinException {
    Value value = request.get(key).orElse(Value.of(otherwise));
    if (value instanceof BooleanValue flag) {
      return flag.flag();
    }
    throw BuiltinException.failure(
        "invalid value for \"" + key + "\" field: must be boolean but got " + Operands.kind(value));
  }

  /// A text, or empty when the member is not there.
  Optional<String> text(String key) throws BuiltinException {
    Optional<Value> value = request.get(key);
    if (value.isPresent() && !(value.get() instanceof StringValue)) {
      throw BuiltinException.failure(
          "\"" + key + "\" must be string but got " + Operands.kind(value.get()));
    }
    return value.map(Value::asText);
  }

  Optional<Long> integer(String key) throws BuiltinException {
    Optional<Value> value = request.get(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof NumberValue number && Operands.plainInteger(number).isPresent()) {
      return Optional.of(Operands.plainInteger(number).getAsLong());
    }
    throw BuiltinException.failure("\"" + key + "\" must be an integer");
  }

  Duration timeout() throws BuiltinException {
    Value value = request.get("timeout").orElse(Value.of(TIMEOUT.toNanos()));
    if (value instanceof StringValue text) {
      try {
        return Duration.ofNanos(GoDuration.nanos(text.text()));
      } catch (BuiltinException e) {
        throw BuiltinException.failure(
            "invalid timeout value " + ValueText.quoted(text.text()) + ": " + e.getMessage());
      }
    }
    if (value instanceof NumberValue number) {
      var nanos = number.toLong();
      if (nanos.isEmpty()) {
        throw BuiltinException.failure("invalid timeout number value " + number.text());
      }
      return nanos.getAsLong() == 0 ? TIMEOUT : Duration.ofNanos(nanos.getAsLong());
    }
    throw Operands.refused(
        1, "'timeout' must be one of {string, number} but got " + Operands.kind(value));
  }

  Map<String, List<String>> headers() throws BuiltinException {
    Value headers = request.get("headers").orElse(ObjectValue.EMPTY);
    if (!(headers instanceof ObjectValue object)) {
      throw BuiltinException.failure("invalid type for headers key");
    }
    Map<String, List<String>> texts = new LinkedHashMap<>();
    for (int i = 0; i < object.size(); i++) {
      if (!(object.sortedValue(i) instanceof StringValue text)) {
        throw BuiltinException.failure("invalid type for headers value");
      }
      texts.put(JsonText.key(object.sortedKey(i)), List.of(text.text()));
    }
    return texts;
  }

  Optional<String> body() throws BuiltinException {
    Optional<Value> raw = request.get("raw_body");
    if (raw.isPresent()) {
      return Optional.of(
          raw.get() instanceof StringValue text ? text.text() : JsonText.of(raw.get()));
    }
    Optional<Value> body = request.get("body");
    return body.isPresent() ? Optional.of(JsonText.of(body.get())) : Optional.empty();
  }

  /// How long an answer is kept whatever it says, in seconds.
  Optional<Long> forcedSeconds() throws BuiltinException {
    if (!flag("force_cache", false)) {
      return Optional.empty();
    }
    Optional<Long> seconds = integer("force_cache_duration_seconds");
    if (seconds.isEmpty()) {
      throw BuiltinException.failure(
          "'force_cache' set but 'force_cache_duration_seconds' parameter is missing");
    }
    return seconds;
  }

  /// What tells this request from others: without the headers that are not to count.
  Value identity() {
    var ignored =
        request.get("cache_ignored_headers").orElse(ArrayValue.EMPTY).elements().stream()
            .map(name -> name.asText().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    var kept = new ObjectValue.Draft();
    request
        .members()
        .forEach((key, value) -> {
          if (key.asText().equals("headers") && value instanceof ObjectValue headers) {
            var counted = new ObjectValue.Draft();
            headers
                .members()
                .forEach((name, header) -> {
                  if (!ignored.contains(name.asText().toLowerCase(Locale.ROOT))) {
                    counted.put(name, header);
                  }
                });
            kept.put(key, counted.finish());
          } else if (!key.asText().equals("cache_ignored_headers")) {
            kept.put(key, value);
          }
        });
    return kept.finish();
  }
}
