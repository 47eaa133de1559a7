package dev.landwaiter.signing.service.token;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.service.WebRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// A login in a browser on this machine (OpenID Connect Core 1.0, 3.1, with RFC 7636).
///
/// @param opener shows somebody the address to open
/// @param secrets where words come from that nobody guesses
public record BrowserLogin(
    Provider provider,
    Provider.Client client,
    Consumer<String> opener,
    RandomGenerator secrets,
    Duration patience) {

  /// Waits for somebody to log in.
  ///
  /// @throws RefusedException with TRANSPORT when nobody does, or the provider does not want it
  public IdentityToken token(Loopback loopback) throws IOException {
    // A program is started with it, so it must be nothing but an address of the web.
    URI login = WebRequest.address("the identity provider's page", provider.login());
    var proof = ProofKey.draw(secrets);
    String state = ProofKey.word(secrets);
    String nonce = ProofKey.word(secrets);
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("response_type", "code");
    asked.put("client_id", client.id());
    asked.put("redirect_uri", loopback.address());
    asked.put("scope", "openid email");
    asked.put("state", state);
    asked.put("nonce", nonce);
    asked.putAll(proof.challenge());
    String separator = login.toString().contains("?") ? "&" : "?";
    opener.accept(login + separator + Provider.encoded(asked));
    Map<String, String> brought = loopback.await(patience);
    if (!state.equals(brought.get("state"))) {
      throw refused("the browser brings the answer to another login");
    }
    String code = brought.getOrDefault("code", "");
    if (code.isEmpty()) {
      throw refused("the identity provider refuses: " + brought.getOrDefault("error", "no code"));
    }
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", loopback.address());
    form.put("client_id", client.id());
    form.put("code_verifier", proof.verifier());
    if (!client.secret().isEmpty()) {
      form.put("client_secret", client.secret());
    }
    return provider.token(provider.post(provider.tokens(), form), client, nonce);
  }

  private static RefusedException refused(String why) {
    return new RefusedException(FailureClass.TRANSPORT, why);
  }
}
