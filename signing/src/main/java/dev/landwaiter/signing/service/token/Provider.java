package dev.landwaiter.signing.service.token;

import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.ProtoFields;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.service.WebAnswer;
import dev.landwaiter.signing.service.WebRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/// An identity provider by OpenID Connect, as it describes itself (OpenID Connect Discovery 1.0).
///
/// @param issuer its name
/// @param login where people log in
/// @param tokens where tokens are fetched
/// @param devices where a login on another device begins, or empty
public record Provider(Web web, String issuer, String login, String tokens, String devices) {
  static final int LIMIT = 1 << 20;
  private static final String NAME = "the identity provider";

  /// What is sent of the program that asks.
  ///
  /// @param secret or empty
  public record Client(String id, String secret) {
    @Override
    public String toString() {
      return id;
    }
  }

  /// Asks a provider for its description.
  ///
  /// @throws RefusedException with TRANSPORT when it gives none, or that of another one
  public static Provider discover(Web web, URI address) throws IOException {
    URI place = WebRequest.below(address, ".well-known/openid-configuration");
    Bytes answer = web.ask(WebRequest.get(place, LIMIT)).success(NAME);
    ProtoFields fields = ProtoFields.parse(NAME, answer);
    // Names of OpenID Connect are as they are, not those of protocol buffers.
    String issuer = text(fields, "issuer");
    if (!issuer.equals(address.toString())) {
      throw new RefusedException(
          FailureClass.TRANSPORT, NAME + " describes another one", address.toString(), issuer);
    }
    return new Provider(
        web,
        issuer,
        text(fields, "authorization_endpoint"),
        text(fields, "token_endpoint"),
        text(fields, "device_authorization_endpoint"));
  }

  static String text(ProtoFields fields, String name) {
    return fields.object().get(name).orElse(new StringValue("")) instanceof StringValue text
        ? text.text()
        : "";
  }

  /// The token of a program that has a secret of its own (RFC 6749, 4.4).
  ///
  /// @throws RefusedException with USAGE without the secret
  public IdentityToken credentials(Client client) throws IOException {
    if (client.secret().isEmpty()) {
      throw new RefusedException(
          FailureClass.USAGE, "the flow client_credentials wants --oidc-client-secret-file");
    }
    Map<String, String> form =
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            client.id(),
            "client_secret",
            client.secret(),
            "scope",
            "openid email");
    return token(post(tokens, form), client, "");
  }

  /// Sends a form.
  WebAnswer post(String address, Map<String, String> form) throws IOException {
    URI uri = WebRequest.address(NAME, address);
    boolean weaker = issuer.startsWith("https:") && !"https".equals(uri.getScheme());
    if (weaker || !WebRequest.isConfidential(uri)) {
      throw new RefusedException(
          FailureClass.TRANSPORT, NAME + " sends secrets over a line that everybody can read");
    }
    return web.ask(
        WebRequest.post(uri, "application/x-www-form-urlencoded", Bytes.utf8(encoded(form)), LIMIT)
            .with("Accept", "application/json"));
  }

  static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(each -> escaped(each.getKey()) + "=" + escaped(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// The identity token in an answer, which must be from this provider and for this client (OpenID
  /// Connect Core 1.0, 3.1.3.7). That it comes from there, the line that it came over proves.
  ///
  /// @param nonce that it must repeat, or empty
  IdentityToken token(WebAnswer answer, Client client, String nonce) throws RefusedException {
    ProtoFields fields = ProtoFields.parse(NAME, answer.success(NAME));
    IdentityToken token = IdentityToken.parse(text(fields, "id_token"));
    boolean good =
        token.claim("iss").equals(issuer)
            && token.isFor(client.id())
            && (nonce.isEmpty() || token.claim("nonce").equals(nonce));
    if (!good) {
      throw new RefusedException(
          FailureClass.TRANSPORT, NAME + " answers with a token that was not asked for");
    }
    return token;
  }
}
