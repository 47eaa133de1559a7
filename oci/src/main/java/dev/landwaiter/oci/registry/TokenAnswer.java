package dev.landwaiter.oci.registry;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.oci.ImageException;
import java.io.IOException;
import java.time.Duration;

/// What a token service gave (distribution project, "Token Authentication Specification").
///
/// @param refresh the identity token, if it gave one
/// @param lifetime how long the token may be used
record TokenAnswer(String token, String refresh, Duration lifetime) {
  private static final int BODY_LIMIT = 64 << 10;
  private static final long STANDARD_SECONDS = 60;
  private static final long LONGEST_SECONDS = 24 * 60 * 60;

  static TokenAnswer read(Answer answer) throws IOException {
    String where = Targets.shown(answer.uri());
    Value body = parse(where, answer.read(BODY_LIMIT, "token"));
    String token = body.text("access_token");
    token = token.isEmpty() ? body.text("token") : token;
    String refresh = body.text("refresh_token");
    if (token.isEmpty() || !printable(token) || !printable(refresh)) {
      throw new ImageException(
          ImageException.Code.INVALID,
          "the token service %s answers without a usable token".formatted(where));
    }
    return new TokenAnswer(token, refresh, lifetime(body));
  }

  /// The parser's own words might quote the token.
  private static Value parse(String where, byte[] body) throws ImageException {
    try {
      return Json.parse(where, body);
    } catch (FormatException e) {
      throw new ImageException(
          ImageException.Code.INVALID, "the token service %s answers no JSON".formatted(where));
    }
  }

  private static boolean printable(String token) {
    return token.chars().allMatch(c -> c > ' ' && c < 127);
  }

  /// A tenth is kept back so that the token does not run out on its way.
  private static Duration lifetime(Value body) {
    long seconds =
        body.get("expires_in").orElse(NumberValue.of(STANDARD_SECONDS)) instanceof NumberValue n
            ? n.toLong().orElse(STANDARD_SECONDS)
            : STANDARD_SECONDS;
    long sane = Math.clamp(seconds, 0, LONGEST_SECONDS);
    return Duration.ofSeconds(sane - sane / 10);
  }

  /// How long it lasts; nothing of the tokens.
  @Override
  public String toString() {
    return "TokenAnswer[" + lifetime + "]";
  }
}
