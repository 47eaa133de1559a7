package dev.landwaiter.rego.builtin.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.rego.builtin.encoding.DigestFunctions;
import dev.landwaiter.rego.builtin.net.Uri;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Signatures of requests to AWS, version 4.
final class AwsSignature {
  private static final Set<String> UNSIGNED_HEADERS =
      Set.of("authorization", "user-agent", "x-amzn-trace-id");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Credentials credentials;
  private final String time;
  private final boolean unsignedPayload;

  /// Who signs, and for which service; the session token may be empty.
  record Credentials(
      String accessKey, String secretKey, String sessionToken, String region, String service) {}

  /// What is signed.
  record Request(String method, Uri uri, Map<String, String> headers, String body) {}

  AwsSignature(Credentials credentials, Instant time, boolean unsignedPayload) {
    this.credentials = credentials;
    this.time = TIME.format(time);
    this.unsignedPayload = unsignedPayload;
  }

  /// The request's headers with those of the signature.
  Map<String, String> sign(Request request) {
    String payload = unsignedPayload ? "UNSIGNED-PAYLOAD" : hash(request.body);
    Map<String, String> added = new TreeMap<>();
    added.put("host", request.uri.authority());
    added.put("x-amz-date", time);
    if (credentials.service.equals("s3") || credentials.service.equals("glacier")) {
      added.put("x-amz-content-sha256", payload);
    }
    if (!credentials.sessionToken.isEmpty()) {
      added.put("x-amz-security-token", credentials.sessionToken);
    }
    Map<String, String> signed = new TreeMap<>(added);
    request.headers.forEach((name, value) -> {
      String lower = name.toLowerCase(Locale.ROOT);
      if (!UNSIGNED_HEADERS.contains(lower)) {
        signed.put(lower, value);
      }
    });
    String names = String.join(";", signed.keySet());
    String canonical =
        String.join(
            "\n",
            request.method,
            request.uri.escapedPath(),
            request.uri.query(),
            signed.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining()),
            names,
            payload);
    String date = time.substring(0, 8);
    String scope = String.join("/", date, credentials.region, credentials.service, "aws4_request");
    String toSign = String.join("\n", "AWS4-HMAC-SHA256", time, scope, hash(canonical));
    byte[] key = ("AWS4" + credentials.secretKey).getBytes(UTF_8);
    for (String part : scope.split("/", -1)) {
      key = mac(key, part);
    }
    Map<String, String> headers = new TreeMap<>(request.headers);
    headers.putAll(added);
    headers.put(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential="
            + credentials.accessKey
            + "/"
            + scope
            + ",SignedHeaders="
            + names
            + ",Signature="
            + DigestFunctions.hex(mac(key, toSign)));
    return headers;
  }

  private static String hash(String text) {
    return DigestFunctions.hex(DigestFunctions.digest("SHA-256", text.getBytes(UTF_8)));
  }

  private static byte[] mac(byte[] key, String text) {
    return DigestFunctions.mac("HmacSHA256", key, text.getBytes(UTF_8));
  }
}
