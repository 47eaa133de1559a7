package dev.landwaiter.signing.service.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.service.WebAnswer;
import dev.landwaiter.signing.service.WebRequest;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AmbientTokensTest {
  private final List<WebRequest> asked = new ArrayList<>();

  private static String token() throws IOException {
    return Files.readString(Shared.path("conformance/cosign/files/tokens/email.jwt")).strip();
  }

  private Web answering(String template) {
    return request -> {
      asked.add(request);
      String text = template.replace("TOKEN", token());
      return new WebAnswer(request.uri(), 200, Map.of(), Bytes.utf8(text));
    };
  }

  private static AmbientTokens.Files none() {
    return path -> Optional.empty();
  }

  private WebRequest only() {
    assertThat(asked).hasSize(1);
    return asked.getFirst();
  }

  @Test
  void nothingIsAskedWhereNothingIsThere() throws IOException {
    var tokens = new AmbientTokens(Web.closed("a test"), Map.of(), none());
    assertThat(tokens.find()).isEmpty();
    assertThatThrownBy(() -> tokens.named("github-actions"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("no place where 'github-actions'");
  }

  @Test
  void gitHubIsAskedWithItsToken() throws IOException {
    var environment =
        Map.of(
            "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
            "hush",
            "ACTIONS_ID_TOKEN_REQUEST_URL",
            "https://github.test/token?api=1",
            "SIGSTORE_ID_TOKEN",
            "other");
    var tokens = new AmbientTokens(answering("{\"value\":\"TOKEN\"}"), environment, none());
    assertThat(tokens.find().orElseThrow().subject()).isEqualTo("alice@example.test");
    assertThat(only().uri()).hasToString("https://github.test/token?api=1&audience=sigstore");
    assertThat(only().headers()).containsEntry("Authorization", "bearer hush");
    assertThat(tokens).asString().doesNotContain("hush");
  }

  @Test
  void buildkiteIsAskedForTheJob() throws IOException {
    var environment =
        Map.of(
            "BUILDKITE_AGENT_ACCESS_TOKEN",
            "hush",
            "BUILDKITE_JOB_ID",
            "job/1",
            "BUILDKITE_AGENT_ENDPOINT",
            "https://agent.test/v3");
    var tokens = new AmbientTokens(answering("{\"token\":\"TOKEN\"}"), environment, none());
    assertThat(tokens.find()).isPresent();
    assertThat(only().uri()).hasToString("https://agent.test/v3/jobs/job%2F1/oidc/tokens");
    assertThat(only().headers()).containsEntry("Authorization", "Token hush");
    assertThat(only().body()).isEqualTo(Bytes.utf8("{\"audience\":\"sigstore\"}"));
  }

  @Test
  void variablesAndFilesAreRead() throws IOException {
    Web closed = Web.closed("a test");
    var variable = new AmbientTokens(closed, Map.of("SIGSTORE_ID_TOKEN", token()), none());
    assertThat(variable.find()).isPresent();
    AmbientTokens.Files files =
        path -> path.endsWith("/oidc-token") ? Optional.of(token()) : Optional.empty();
    assertThat(new AmbientTokens(closed, Map.of(), files).find()).isPresent();
    assertThat(new AmbientTokens(closed, Map.of(), files).named("filesystem").subject())
        .isEqualTo("alice@example.test");
  }

  @Test
  void machinesOfGoogleAskTheirMetadata() throws IOException {
    AmbientTokens.Files files =
        path ->
            path.endsWith("product_name")
                ? Optional.of("Google Compute Engine\n")
                : Optional.empty();
    assertThat(new AmbientTokens(answering("TOKEN"), Map.of(), files).find()).isPresent();
    assertThat(only().headers()).containsEntry("Metadata-Flavor", "Google");
  }

  @Test
  void anotherAccountOfGoogleIsAskedFor() throws IOException {
    var environment = Map.of("GOOGLE_SERVICE_ACCOUNT_NAME", "builder@project.test");
    Web web = answering("{\"access_token\":\"hush\",\"token\":\"TOKEN\"}");
    assertThat(new AmbientTokens(web, environment, none()).find()).isPresent();
    assertThat(asked).hasSize(2);
    assertThat(asked.getLast().uri().getPath()).endsWith("builder@project.test:generateIdToken");
    assertThat(asked.getLast().headers()).containsEntry("Authorization", "Bearer hush");
  }

  @Test
  void whatIsNotBuiltSaysSo() {
    var environment = Map.of("SPIFFE_ENDPOINT_SOCKET", "unix:///run/agent.sock");
    var tokens = new AmbientTokens(Web.closed("a test"), environment, none());
    assertThatThrownBy(tokens::find).hasMessageContaining("SPIFFE is not built");
  }
}
