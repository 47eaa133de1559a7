package dev.landwaiter.signing.service.token;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.JsonMembers;
import dev.landwaiter.signing.encoding.ProtoFields;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.service.WebRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Identity tokens that the surroundings of a build give without anybody logging in.
///
/// @param environment the variables of the run
/// @param files reads a file of the system, or tells that it is not there
public record AmbientTokens(Web web, Map<String, String> environment, Files files) {
  private static final int LIMIT = 1 << 20;
  private static final String AUDIENCE = "sigstore";
  private static final String TOKEN_FILE = "/var/run/sigstore/cosign/oidc-token";
  private static final String PRODUCT_FILE = "/sys/class/dmi/id/product_name";
  private static final String METADATA =
      "http://metadata.google.internal/computeMetadata/v1/instance/service-accounts/default/";
  private static final String IAM = "https://iamcredentials.googleapis.com/v1/projects/-/";
  private static final List<String> ORDER =
      List.of("github-actions", "buildkite-agent", "envvar", "filesystem", "google", "spiffe");

  /// Small files of the system.
  @FunctionalInterface
  public interface Files {
    Optional<String> read(String path) throws IOException;
  }

  /// The token of the first surroundings that are there.
  ///
  /// @throws RefusedException with TRANSPORT when they do not give it
  public Optional<IdentityToken> find() throws IOException {
    for (String each : ORDER) {
      if (present(each)) {
        return Optional.of(of(each));
      }
    }
    return Optional.empty();
  }

  /// The token of these surroundings.
  ///
  /// @param name `github-actions`, `buildkite-agent`, `envvar`, `filesystem`, `google` or `spiffe`
  /// @throws RefusedException with USAGE when they are not there
  public IdentityToken named(String name) throws IOException {
    if (!present(name)) {
      throw new RefusedException(
          FailureClass.USAGE, "this is no place where '" + name + "' gives identity tokens");
    }
    return of(name);
  }

  private boolean present(String name) throws IOException {
    return switch (name) {
      case "github-actions" ->
          has("ACTIONS_ID_TOKEN_REQUEST_TOKEN") && has("ACTIONS_ID_TOKEN_REQUEST_URL");
      case "buildkite-agent" -> has("BUILDKITE_AGENT_ACCESS_TOKEN") && has("BUILDKITE_JOB_ID");
      case "envvar" -> has("SIGSTORE_ID_TOKEN");
      case "filesystem" -> files.read(TOKEN_FILE).isPresent();
      case "google" ->
          has("GOOGLE_SERVICE_ACCOUNT_NAME")
              || files.read(PRODUCT_FILE).filter(text -> text.startsWith("Google")).isPresent();
      case "spiffe" -> has("SPIFFE_ENDPOINT_SOCKET");
      default -> false;
    };
  }

  private boolean has(String variable) {
    return !variable(variable).isEmpty();
  }

  private String variable(String name) {
    return environment.getOrDefault(name, "");
  }

  private IdentityToken of(String name) throws IOException {
    return IdentityToken.parse(
        switch (name) {
          case "github-actions" -> github();
          case "buildkite-agent" -> buildkite();
          case "envvar" -> variable("SIGSTORE_ID_TOKEN");
          case "filesystem" -> files.read(TOKEN_FILE).orElse("");
          case "google" -> has("GOOGLE_SERVICE_ACCOUNT_NAME") ? impersonated() : google();
          default ->
              throw new RefusedException(
                  FailureClass.USAGE,
                  "the workload API of SPIFFE is not built: let its agent write the token into a"
                      + " file and name that with --identity-token");
        });
  }

  private String github() throws IOException {
    String address = variable("ACTIONS_ID_TOKEN_REQUEST_URL");
    URI uri =
        WebRequest.address(
            "ACTIONS_ID_TOKEN_REQUEST_URL",
            address + (address.contains("?") ? "&" : "?") + "audience=" + AUDIENCE);
    WebRequest request =
        WebRequest.get(uri, LIMIT)
            .with("Authorization", "bearer " + variable("ACTIONS_ID_TOKEN_REQUEST_TOKEN"));
    return member(request, "GitHub Actions", "value");
  }

  private String buildkite() throws IOException {
    String endpoint =
        environment.getOrDefault("BUILDKITE_AGENT_ENDPOINT", "https://agent.buildkite.com/v3");
    String job = URLEncoder.encode(variable("BUILDKITE_JOB_ID"), StandardCharsets.UTF_8);
    URI base = WebRequest.address("BUILDKITE_AGENT_ENDPOINT", endpoint);
    Bytes body = new JsonMembers().with("audience", AUDIENCE).compact();
    WebRequest request =
        WebRequest.post(
                WebRequest.below(base, "jobs/" + job + "/oidc/tokens"),
                "application/json",
                body,
                LIMIT)
            .with("Authorization", "Token " + variable("BUILDKITE_AGENT_ACCESS_TOKEN"));
    return member(request, "Buildkite", "token");
  }

  private String google() throws IOException {
    WebRequest request = metadata("identity?audience=" + AUDIENCE + "&format=full");
    return web.ask(request).success("the metadata service").toText();
  }

  private String impersonated() throws IOException {
    String access = member(metadata("token"), "the metadata service", "access_token");
    String account =
        URLEncoder.encode(variable("GOOGLE_SERVICE_ACCOUNT_NAME"), StandardCharsets.UTF_8);
    URI uri = URI.create(IAM + "serviceAccounts/" + account + ":generateIdToken");
    String body = "{\"audience\":\"" + AUDIENCE + "\",\"includeEmail\":true}";
    WebRequest request =
        WebRequest.post(uri, "application/json", Bytes.utf8(body), LIMIT)
            .with("Authorization", "Bearer " + access);
    return member(request, "the credentials service", "token");
  }

  private static WebRequest metadata(String path) {
    return WebRequest.get(URI.create(METADATA + path), LIMIT).with("Metadata-Flavor", "Google");
  }

  private String member(WebRequest request, String who, String name) throws IOException {
    return Provider.text(ProtoFields.parse(who, web.ask(request).success(who)), name);
  }

  @Override
  public String toString() {
    return "the surroundings of a build";
  }
}
