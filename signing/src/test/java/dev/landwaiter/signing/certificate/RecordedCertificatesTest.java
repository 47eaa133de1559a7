package dev.landwaiter.signing.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.Identity;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.certificate.IdentityMatch.Rules;
import dev.landwaiter.signing.testing.SignedMaterial;
import dev.landwaiter.signing.trust.Authority;
import dev.landwaiter.signing.trust.LogInstance;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The certificates that cosign was tried with, each with the property that its name says.
class RecordedCertificatesTest {
  private static final Instant AT = Instant.parse("2026-11-23T16:57:41Z");
  private static final Identity ALICE =
      new Identity("alice@example.test", "", "https://issuer.test", "", Map.of());

  /// What ends in `ok` or in the class of its refusal.
  interface Step {
    void run() throws IOException;
  }

  private static String verdict(Step step) throws IOException {
    try {
      step.run();
      return "ok";
    } catch (RefusedException e) {
      assertThat(e.getMessage()).isNotBlank();
      return e.kind().id();
    }
  }

  @ParameterizedTest
  @CsvSource({
    // name, path, timestamps of bundles, timestamps of the legacy form, who in each
    "good, ok, ok, ok, ok, ok",
    "anyeku, ok, ok, ok, ok, ok",
    "noeku, ok, ok, ok, ok, ok",
    "wrongeku, chain, , , , ",
    "isca, chain, , , , ",
    "otherca, chain, , , , ",
    "expint, chain, , , , ",
    "expired, time, , , , ",
    "notyet, time, , , , ",
    "badsct, ok, sct, sct, ok, ok",
    "nosct, ok, sct, sct, ok, ok",
    "sctext, ok, ok, ok, ok, ok",
    "sctold, ok, sct, ok, ok, ok",
    "twosct, ok, ok, sct, ok, ok",
    "unknownct, ok, sct, sct, ok, ok",
    "cn, ok, ok, ok, ok, ok",
    "dns-ip, ok, ok, ok, identity, ok",
    "twosan, ok, ok, ok, identity, ok",
    "noiss, ok, ok, ok, identity, identity",
    "nov1, ok, ok, ok, ok, identity",
    "nov2, ok, ok, ok, ok, ok",
    "issdiff, ok, ok, ok, identity, identity",
    "github, ok, ok, ok, identity, identity",
    "spiffe, ok, ok, ok, identity, identity",
    "uri, ok, ok, ok, identity, identity",
    "username, ok, ok, ok, identity, identity",
  })
  void eachIsJudged(
      String name, String path, String bundleLog, String legacyLog, String who, String legacyWho)
      throws IOException {
    SigningCertificate certificate =
        SigningCertificate.parse(name, SignedMaterial.certificate(name));
    List<Authority> authorities = SignedMaterial.root("root-all").certificateAuthorities();
    var paths = new CertificatePaths();
    assertThat(verdict(() -> paths.build(certificate, List.of(), authorities, AT))).isEqualTo(path);
    List<Authority> chain = SignedMaterial.chain("trust/fulcio-chain.pem");
    assertThat(verdict(() -> paths.build(certificate, List.of(), chain, AT))).isEqualTo(path);
    if (!path.equals("ok")) {
      return;
    }
    List<CertificatePath> found = paths.build(certificate, List.of(), authorities, AT);
    assertThat(found).hasSize(1);
    var logs = new CertificateTransparency(SignedMaterial.root("root-all").certificateLogs());
    assertThat(verdict(() -> logs.require(certificate, found, 1))).isEqualTo(bundleLog);
    LogInstance file = SignedMaterial.log("trust/ctfe.pub");
    var legacy = new CertificateTransparency(List.of(file));
    assertThat(verdict(() -> legacy.requireEvery(certificate, found))).isEqualTo(legacyLog);
    assertThat(verdict(() -> IdentityMatch.require(certificate, List.of(ALICE), Rules.BUNDLE)))
        .isEqualTo(who);
    assertThat(verdict(() -> IdentityMatch.require(certificate, List.of(ALICE), Rules.LEGACY)))
        .isEqualTo(legacyWho);
  }

  @ParameterizedTest
  @CsvSource({
    "root-all, ok, ok",
    "root-other, chain, ",
    "root-ended, chain, ",
    "root-expint, chain, ",
    "root-ctended, ok, ok",
    "root-otherctfe, ok, sct",
    "root-bothctfe, ok, ok",
    "root-noctfe, ok, sct",
    "root-onlyrekor, trust-root, ",
  })
  void rootsDecide(String root, String path, String log) throws IOException {
    SigningCertificate certificate =
        SigningCertificate.parse("good", SignedMaterial.certificate("good"));
    var trusted = SignedMaterial.root(root);
    var paths = new CertificatePaths();
    List<Authority> authorities = trusted.certificateAuthorities();
    assertThat(verdict(() -> paths.build(certificate, List.of(), authorities, AT))).isEqualTo(path);
    if (path.equals("ok")) {
      List<CertificatePath> found = paths.build(certificate, List.of(), authorities, AT);
      var logs = new CertificateTransparency(trusted.certificateLogs());
      assertThat(verdict(() -> logs.require(certificate, found, 1))).isEqualTo(log);
    }
  }

  @Test
  void twoLogsCountAsTwo() throws IOException {
    SigningCertificate certificate =
        SigningCertificate.parse("twosct", SignedMaterial.certificate("twosct"));
    List<CertificatePath> found =
        new CertificatePaths()
            .build(
                certificate,
                List.of(),
                SignedMaterial.root("root-all").certificateAuthorities(),
                AT);
    List<LogInstance> both = SignedMaterial.root("root-bothctfe").certificateLogs();
    List<LogInstance> one = SignedMaterial.root("root-all").certificateLogs();
    assertThat(new CertificateTransparency(both).require(certificate, found, 2)).hasSize(2);
    assertThat(verdict(() -> new CertificateTransparency(one).require(certificate, found, 2)))
        .isEqualTo("sct");
  }

  /// A file with an intermediate alone, in reverse order, or with the leaf in front.
  @ParameterizedTest
  @CsvSource({
    "trust/fulcio-int.pem, ok",
    "files/revchain.pem, ok",
    "certs/good-chain.pem, ok",
    "trust/fulcio-root.pem, chain",
    "trust/other-fulcio-chain.pem, chain",
    "files/tworoots.pem, chain",
  })
  void chainFilesInManyOrders(String file, String verdict) throws IOException {
    SigningCertificate certificate =
        SigningCertificate.parse("good", SignedMaterial.certificate("good"));
    List<Authority> authorities = SignedMaterial.chain(file);
    assertThat(verdict(() -> new CertificatePaths().build(certificate, List.of(), authorities, AT)))
        .isEqualTo(verdict);
  }

  @Test
  void untrustedIntermediatesHelpButNeverAnchor() throws IOException {
    SigningCertificate certificate =
        SigningCertificate.parse("good", SignedMaterial.certificate("good"));
    List<Bytes> chain = SignedMaterial.blocks("trust/fulcio-chain.pem");
    List<Authority> root = SignedMaterial.chain("trust/fulcio-root.pem");
    List<Authority> other = SignedMaterial.chain("trust/other-fulcio-root.pem");
    var paths = new CertificatePaths();
    assertThat(verdict(() -> paths.build(certificate, List.of(), root, AT))).isEqualTo("chain");
    assertThat(verdict(() -> paths.build(certificate, chain, root, AT))).isEqualTo("ok");
    assertThat(verdict(() -> paths.build(certificate, chain, other, AT))).isEqualTo("chain");
  }

  /// The issuing authority has expired, the leaf has not (GHSA-wfqv-66vq-46rm).
  @Test
  void expiredIssuerIsRefusedEvenForAValidLeaf() throws IOException {
    SigningCertificate certificate =
        SigningCertificate.parse("expint", SignedMaterial.certificate("expint"));
    List<Authority> authorities = SignedMaterial.chain("trust/fulcio-expchain.pem");
    assertThat(certificate.validity().contains(AT)).isTrue();
    assertThat(verdict(() -> new CertificatePaths().build(certificate, List.of(), authorities, AT)))
        .isEqualTo("chain");
    Instant before = Instant.parse("2024-07-01T00:00:00Z");
    assertThat(
            verdict(
                () -> new CertificatePaths().build(certificate, List.of(), authorities, before)))
        .isEqualTo("ok");
  }

  @Test
  void extensionsOfWorkflows() throws IOException {
    SigningCertificate certificate =
        SigningCertificate.parse("github", SignedMaterial.certificate("github"));
    assertThat(certificate.names())
        .containsExactly(
            new SubjectName.Uri(
                "https://github.test/org/app/.github/workflows/release.yml@refs/heads/main"));
    assertThat(certificate.extensions())
        .containsEntry(1, "https://token.actions.github.test")
        .containsEntry(2, "push")
        .containsEntry(4, "Release")
        .containsEntry(8, "https://token.actions.github.test")
        .containsEntry(11, "github-hosted")
        .containsEntry(16, "https://github.test/org");
    assertThat(certificate.issuer()).hasValue("https://token.actions.github.test");
  }

  @Test
  void namesOfEveryKind() throws IOException {
    assertThat(SigningCertificate.parse("x", SignedMaterial.certificate("dns-ip")).names())
        .startsWith(new SubjectName.Dns("build.example.test"), new SubjectName.Ip("10.1.2.3"));
    assertThat(SigningCertificate.parse("x", SignedMaterial.certificate("username")).names())
        .containsExactly(new SubjectName.Username("carol!chat.test"));
    assertThat(SigningCertificate.parse("x", SignedMaterial.certificate("spiffe")).names())
        .containsExactly(new SubjectName.Uri("spiffe://td.test/x"));
    assertThat(
            verdict(() -> SigningCertificate.parse("nosan", SignedMaterial.certificate("nosan"))))
        .isEqualTo("identity");
  }
}
