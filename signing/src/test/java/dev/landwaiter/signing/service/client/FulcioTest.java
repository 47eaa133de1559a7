package dev.landwaiter.signing.service.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.service.WebAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FulcioTest {
  private static final String PEM =
      "-----BEGIN CERTIFICATE-----\\nAAAA\\n-----END CERTIFICATE-----\\n";

  @ParameterizedTest
  @CsvSource({
    "email, alice@example.test",
    "uri, https://ci.test/org/repo/build@refs/heads/main",
    "github, https://github.test/org/app/.github/workflows/release.yml@refs/heads/main",
    "spiffe, spiffe://td.test/ns/prod/sa/builder"
  })
  void issuesACertificateForTheIdentity(String token, String name)
      throws IOException, GeneralSecurityException {
    try (Services services = Services.start()) {
      var fulcio = new Fulcio(services.web(), services.at("/fulcio"));
      IssuedCertificate issued = fulcio.issue(Services.token(token), services.key());
      X509Certificate leaf = certificate(issued.leaf());
      assertThat(Objects.requireNonNull(leaf.getSubjectAlternativeNames()).toString())
          .contains(name);
      assertThat(leaf.getPublicKey()).isEqualTo(services.key().publicKey().key());
      assertThat(issued.chain()).hasSize(2);
      leaf.verify(certificate(issued.chain().getFirst()).getPublicKey());
      assertThat(issued.certificateTimestamp()).isEmpty();
    }
  }

  private static X509Certificate certificate(Bytes der) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(der.toArray()));
  }

  @Test
  void tellsWhyNoneIsIssuedButNotTheToken() throws IOException {
    try (Services services = Services.start()) {
      var fulcio = new Fulcio(services.web(), services.at("/fulcio-deny"));
      assertThatThrownBy(() -> fulcio.issue(Services.token("email"), services.key()))
          .isInstanceOfSatisfying(
              RefusedException.class,
              refused -> assertThat(refused.kind()).isEqualTo(FailureClass.TRANSPORT))
          .hasMessageContaining("401")
          .hasMessageContaining("error processing the identity token")
          .hasMessageNotContaining("eyJ");
    }
  }

  @Test
  void takesACertificateWithItsTimestampBeside() throws IOException {
    String text =
        ("{\"signedCertificateDetachedSct\":{\"chain\":{\"certificates\":[\"%s\"]},"
                + "\"signedCertificateTimestamp\":\"e30=\"}}")
            .formatted(PEM);
    IssuedCertificate issued = answering(text);
    assertThat(issued.certificateTimestamp()).contains(Bytes.utf8("{}"));
    assertThat(issued.chain()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"signedCertificateEmbeddedSct\":{}}",
        "{\"signedCertificateEmbeddedSct\":{\"chain\":{}}}",
        "{\"signedCertificateEmbeddedSct\":{\"chain\":{\"certificates\":[]}}}",
        "{\"signedCertificateEmbeddedSct\":{\"chain\":{\"certificates\":[1]}}}",
        "{\"signedCertificateEmbeddedSct\":{\"chain\":{\"certificates\":[\"x\"]}}}",
        "{\"signedCertificateEmbeddedSct\":{\"chain\":{\"certificates\":"
            + "[\"-----BEGIN PUBLIC KEY-----\\nAAAA\\n-----END PUBLIC KEY-----\\n\"]}}}"
      })
  void refusesBrokenAnswers(String text) {
    assertThatThrownBy(() -> answering(text))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.kind()).isEqualTo(FailureClass.PARSE));
  }

  @Test
  void refusesALongChain() {
    String chain = ("\"" + PEM + "\",").repeat(11);
    String text =
        "{\"signedCertificateEmbeddedSct\":{\"chain\":{\"certificates\":[%s]}}}"
            .formatted(chain.substring(0, chain.length() - 1));
    assertThatThrownBy(() -> answering(text)).hasMessageContaining("more than 10 certificates");
  }

  private static IssuedCertificate answering(String text) throws IOException {
    try (Services services = Services.start()) {
      URI base = URI.create("https://ca.test");
      Web web = request -> new WebAnswer(request.uri(), 200, Map.of(), Bytes.utf8(text));
      return new Fulcio(web, base).issue(Services.token("email"), services.key());
    }
  }

  @Test
  void hostileAnswersEndInRefusals() throws IOException {
    try (Services services = Services.start()) {
      URI base = services.at("/fulcio");
      services.hostile(web -> {
        var _ = new Fulcio(web, base).issue(Services.token("email"), services.key());
      });
    }
  }
}
