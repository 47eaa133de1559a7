package dev.landwaiter.signing.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.Identity;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.certificate.IdentityMatch.Rules;
import dev.landwaiter.signing.testing.CertificateDraft;
import dev.landwaiter.signing.testing.SignedMaterial;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityMatchTest {
  private static String verdict(String certificate, Rules rules, Identity... identities)
      throws IOException {
    SigningCertificate read =
        SigningCertificate.parse(certificate, SignedMaterial.certificate(certificate));
    try {
      IdentityMatch match = IdentityMatch.require(read, List.of(identities), rules);
      assertThat(identities).contains(match.identity());
      return match.subject().text();
    } catch (RefusedException e) {
      assertThat(e.getMessage()).isNotBlank();
      return e.kind().id();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "good, alice@example.test, '', https://issuer.test, '', alice@example.test",
    "good, Alice@example.test, '', https://issuer.test, '', identity",
    "good, alice@example.test, '', https://issuer.test/, '', identity",
    "good, '', alice, '', issuer, alice@example.test",
    "good, '', ^alice$, '', issuer, identity",
    "good, '', (?i)^ALICE@, '', ^https://issuer.test$, alice@example.test",
    "good, alice@example.test, bob, https://issuer.test, '', identity",
    "good, alice@example.test, alice, https://issuer.test, x, identity",
    "good, '', .*, '', .*, alice@example.test",
    "uri, '', .*, '', .*, https://ci.test/build",
    "spiffe, spiffe://td.test/x, '', https://issuer.test, '', spiffe://td.test/x",
    "username, carol!chat.test, '', https://chat.test, '', carol!chat.test",
    "noiss, '', .*, '', .*, identity",
    "issdiff, alice@example.test, '', https://issuer.test, '', identity",
    "issdiff, alice@example.test, '', https://other-issuer.test, '', identity",
    "good, '', (, '', .*, usage",
    "good, '', '', https://issuer.test, '', usage",
    "good, alice@example.test, '', '', '', usage",
  })
  void namesAndIssuers(
      String certificate,
      String subject,
      String pattern,
      String issuer,
      String issuerPattern,
      String verdict)
      throws IOException {
    var identity = new Identity(subject, pattern, issuer, issuerPattern, Map.of());
    assertThat(verdict(certificate, Rules.BUNDLE, identity)).isEqualTo(verdict);
    assertThat(verdict(certificate, Rules.LEGACY, identity)).isEqualTo(verdict);
  }

  @Test
  void anyOfSeveralIdentitiesIsEnough() throws IOException {
    var alice = new Identity("alice@example.test", "", "https://issuer.test", "", Map.of());
    var bob = new Identity("bob@example.test", "", "https://issuer.test", "", Map.of());
    assertThat(verdict("good", Rules.BUNDLE, bob, alice)).isEqualTo("alice@example.test");
    assertThat(verdict("good", Rules.BUNDLE, bob)).isEqualTo("identity");
    assertThat(verdict("good", Rules.BUNDLE)).isEqualTo("usage");
    // Name and issuer of one identity, not of two.
    var mixed = new Identity("alice@example.test", "", "https://x.test", "", Map.of());
    var other = new Identity("bob@example.test", "", "https://issuer.test", "", Map.of());
    assertThat(verdict("good", Rules.BUNDLE, mixed, other)).isEqualTo("identity");
  }

  @ParameterizedTest
  @CsvSource({
    "2, push, true",
    "2, Push, false",
    "5, org/app, true",
    "11, github-hosted, true",
    "24, x, false",
    "5, org/app2, false",
  })
  void extensionsAreCompared(int number, String value, boolean fits) throws IOException {
    var identity =
        new Identity(
            "",
            "^https://github.test/",
            "https://token.actions.github.test",
            "",
            Map.of(number, value));
    assertThat(verdict("github", Rules.BUNDLE, identity).equals("identity")).isEqualTo(!fits);
    assertThat(verdict("github", Rules.LEGACY, identity).equals("identity")).isEqualTo(!fits);
  }

  @ParameterizedTest
  @CsvSource({
    "twosan, https://example.test/second",
    "twosan, alice@example.test",
    "dns-ip, build.example.test",
    "dns-ip, 10.1.2.3",
  })
  void severalNamesCountOnlyInTheLegacyForm(String certificate, String name) throws IOException {
    var identity = new Identity(name, "", "https://issuer.test", "", Map.of());
    assertThat(verdict(certificate, Rules.LEGACY, identity)).isEqualTo(name);
    assertThat(verdict(certificate, Rules.BUNDLE, identity)).isEqualTo("identity");
  }

  /// One that names nobody beside a good one, and one of an unknown kind beside a good one.
  @ParameterizedTest
  @CsvSource({
    "30148200811061406c6f6e672e6578616d706c652e78, a@long.example.x",
    "3015880155811061406c6f6e672e6578616d706c652e78, identity",
  })
  void emptyNamesNameNobody(String names, String verdict) throws IOException {
    var certificate =
        SigningCertificate.parse(
            "it",
            CertificateDraft.leaf("x@y.test")
                .with(Extension.subjectAlternativeName, true, Bytes.hex(names))
                .with(
                    new ASN1ObjectIdentifier("1.3.6.1.4.1.57264.1.8"),
                    false,
                    new DERUTF8String("https://issuer.test"))
                .by(CertificateDraft.authority("root").selfSigned())
                .der());
    var identity = new Identity("", ".*", "https://issuer.test", "", Map.of());
    try {
      IdentityMatch match = IdentityMatch.require(certificate, List.of(identity), Rules.BUNDLE);
      assertThat(match.subject().text()).isEqualTo(verdict);
    } catch (RefusedException e) {
      assertThat(e.kind().id()).isEqualTo(verdict);
    }
  }

  /// A host, an address or a mailbox that is spelled like a name of another kind.
  @ParameterizedTest
  @CsvSource({
    "300c820a614062632e746573742e, a@bc.test.",
    "300b8209614062632e74657374, a@bc.test",
    "300b8609614062632e74657374, a@bc.test",
    "300b8109613a2f2f62632e7465, a://bc.te",
    "300b820961213132332e746573, a!123.tes",
  })
  void namesOfAnotherKindMatchNothing(String names, String text) throws IOException {
    var certificate =
        SigningCertificate.parse(
            "it",
            CertificateDraft.leaf("x@y.test")
                .with(Extension.subjectAlternativeName, true, Bytes.hex(names))
                .with(
                    new ASN1ObjectIdentifier("1.3.6.1.4.1.57264.1.1"),
                    false,
                    Bytes.utf8("https://issuer.test"))
                .by(CertificateDraft.authority("root").selfSigned())
                .der());
    assertThat(certificate.names().getFirst().text()).isEqualTo(text);
    for (Rules rules : Rules.values()) {
      for (Identity identity :
          List.of(
              new Identity(text, "", "https://issuer.test", "", Map.of()),
              new Identity("", ".*", "https://issuer.test", "", Map.of()))) {
        RefusedException refusal =
            catchThrowableOfType(
                RefusedException.class,
                () -> IdentityMatch.require(certificate, List.of(identity), rules));
        assertThat(refusal.kind()).isEqualTo(FailureClass.IDENTITY);
      }
    }
  }

  @Test
  void looseRefusalsSayWhatWasFound() throws IOException {
    SigningCertificate read = SigningCertificate.parse("good", SignedMaterial.certificate("good"));
    var bob = new Identity("bob@example.test", "", "https://issuer.test", "", Map.of());
    RefusedException refusal =
        catchThrowableOfType(
            RefusedException.class, () -> IdentityMatch.require(read, List.of(bob), Rules.BUNDLE));
    assertThat(refusal.kind()).isEqualTo(FailureClass.IDENTITY);
    assertThat(refusal.refusal().expected()).contains("bob@example.test");
    assertThat(refusal.refusal().found()).contains("alice@example.test", "https://issuer.test");
  }

  @ParameterizedTest
  @CsvSource({
    "^a$, ^b$, 0",
    "a, ^b$, 1",
    "^a, b$, 2",
    "'', '', 0",
  })
  void loosePatternsAreWarnedAbout(String subject, String issuer, int warnings) {
    var identity = new Identity("x", subject, "y", issuer, Map.of());
    assertThat(IdentityMatch.warnings(identity)).hasSize(warnings);
  }
}
