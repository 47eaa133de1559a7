package dev.landwaiter.testing.sigstore;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// An issuer of identity tokens that lets everybody in as `alice@example.test`: discovery, the flow
/// of authorization codes with a proof key, and the device flow.
final class FakeIssuer {
  private final InstantSource clock;

  /// What was asked for, by code.
  private final Map<String, Map<String, String>> codes = new HashMap<>();

  FakeIssuer(InstantSource clock) {
    this.clock = clock;
  }

  synchronized Reply answer(String base, String path, String query, String body) {
    return switch (path) {
      case "/.well-known/openid-configuration" -> discovery(base);
      case "/auth" -> authorize(form(query));
      case "/token" -> token(base, form(body));
      case "/device/code" -> device(base, form(body));
      default -> Reply.error(404, "not found");
    };
  }

  private static Reply discovery(String base) {
    return Reply.json(
        200,
        ("{\"issuer\":\"%1$s\",\"authorization_endpoint\":\"%1$s/auth\",\"token_endpoint\":"
                + "\"%1$s/token\",\"device_authorization_endpoint\":\"%1$s/device/code\"}")
            .formatted(base));
  }

  private Reply authorize(Map<String, String> asked) {
    String code = "code-" + codes.size();
    codes.put(code, asked);
    String state = URLEncoder.encode(asked.getOrDefault("state", ""), StandardCharsets.UTF_8);
    String back = asked.get("redirect_uri") + "?code=" + code + "&state=" + state;
    return Reply.json(302, "").with("Location", back);
  }

  private Reply device(String base, Map<String, String> asked) {
    String code = "device-" + codes.size();
    codes.put(code, asked);
    return Reply.json(
        200,
        ("{\"device_code\":\"%s\",\"user_code\":\"ABCD-EFGH\",\"verification_uri\":\"%s/device\","
                + "\"interval\":1,\"expires_in\":300}")
            .formatted(code, base));
  }

  private Reply token(String base, Map<String, String> asked) {
    boolean device = asked.containsKey("device_code");
    String code = asked.getOrDefault(device ? "device_code" : "code", "");
    Map<String, String> known = codes.get(code);
    if (known == null) {
      return Reply.json(400, "{\"error\":\"invalid_grant\"}");
    }
    if (device && known.putIfAbsent("asked", "once") == null) {
      return Reply.json(400, "{\"error\":\"authorization_pending\"}");
    }
    byte[] proof =
        Material.sha256(
            asked.getOrDefault("code_verifier", "").getBytes(StandardCharsets.US_ASCII));
    String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(proof);
    if (!challenge.equals(known.get("code_challenge"))) {
      return Reply.json(400, "{\"error\":\"invalid_grant\"}");
    }
    codes.remove(code);
    return Reply.json(
        200,
        "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"%s\"}"
            .formatted(token(base, known.getOrDefault("nonce", ""))));
  }

  private String token(String base, String nonce) {
    long now = clock.instant().getEpochSecond();
    return part("{\"alg\":\"none\"}")
        + "."
        + part(
            ("{\"aud\":\"sigstore\",\"iat\":%d,\"exp\":%d,\"iss\":\"%s\",\"sub\":\"user-1\","
                    + "\"email\":\"alice@example.test\",\"email_verified\":true,\"nonce\":%s}")
                .formatted(now, now + 600, base, JsonText.quote(nonce)))
        + "."
        + part("signature");
  }

  private static String part(String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
  }

  private static Map<String, String> form(String text) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(
            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return form;
  }
}
