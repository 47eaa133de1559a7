package dev.landwaiter.signing.service.token;

import dev.landwaiter.oci.Waiting;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.ProtoFields;
import dev.landwaiter.signing.service.WebAnswer;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// A login on another device (RFC 8628).
///
/// @param teller tells somebody what to do
/// @param secrets where words come from that nobody guesses
public record DeviceLogin(
    Provider provider,
    Provider.Client client,
    Consumer<String> teller,
    RandomGenerator secrets,
    Waiting waiting) {
  private static final int MOST_QUESTIONS = 120;
  private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";

  /// Waits for somebody to log in.
  ///
  /// @throws RefusedException with TRANSPORT when nobody does, or the provider does not want it
  public IdentityToken token() throws IOException {
    if (provider.devices().isEmpty()) {
      throw refused("the identity provider knows no logins on other devices");
    }
    var proof = ProofKey.draw(secrets);
    Map<String, String> asked = new LinkedHashMap<>(proof.challenge());
    asked.put("client_id", client.id());
    asked.put("scope", "openid email");
    WebAnswer answer = provider.post(provider.devices(), asked);
    ProtoFields begun =
        ProtoFields.parse("the identity provider", answer.success("the identity provider"));
    String whole = Provider.text(begun, "verification_uri_complete");
    String place = whole.isEmpty() ? Provider.text(begun, "verification_uri") : whole;
    teller.accept(
        "open %s and enter the code %s".formatted(place, Provider.text(begun, "user_code")));
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", GRANT);
    form.put("device_code", Provider.text(begun, "device_code"));
    form.put("client_id", client.id());
    form.put("scope", "openid email");
    form.put("code_verifier", proof.verifier());
    long seconds = Math.clamp(begun.number("interval"), 1, 60);
    for (int i = 0; i < MOST_QUESTIONS; i++) {
      waiting.pause(Duration.ofSeconds(seconds));
      WebAnswer fetched = provider.post(provider.tokens(), form);
      if (fetched.isSuccess()) {
        return provider.token(fetched, client, "");
      }
      String error = error(fetched);
      if (error.equals("slow_down")) {
        seconds += 5;
      } else if (!error.equals("authorization_pending")) {
        throw refused("the identity provider refuses: " + error);
      }
    }
    throw refused("nobody logged in in time");
  }

  private static String error(WebAnswer answer) {
    try {
      return Provider.text(ProtoFields.parse("the answer", answer.body()), "error");
    } catch (RefusedException e) {
      return "status " + answer.status();
    }
  }

  private static RefusedException refused(String why) {
    return new RefusedException(FailureClass.TRANSPORT, why);
  }
}
