package dev.landwaiter.signing.certificate;

import static dev.landwaiter.signing.testing.CertificateDraft.NOW;
import static dev.landwaiter.signing.testing.CertificateDraft.authority;
import static dev.landwaiter.signing.testing.CertificateDraft.leaf;
import static dev.landwaiter.signing.testing.CertificateDraft.trusted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.signing.testing.CertificateDraft;
import dev.landwaiter.signing.testing.CertificateDraft.Made;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameConstraintsTest {
  private static final Made ROOT = authority("root").selfSigned();

  private static GeneralName name(String text) {
    int colon = text.indexOf(':');
    String value = text.substring(colon + 1);
    return switch (text.substring(0, colon).toLowerCase(Locale.ROOT)) {
      case "email" -> new GeneralName(GeneralName.rfc822Name, value);
      case "dns" -> new GeneralName(GeneralName.dNSName, value);
      case "uri" -> new GeneralName(GeneralName.uniformResourceIdentifier, value);
      case "ip" -> new GeneralName(GeneralName.iPAddress, value);
      default -> new GeneralName(new X500Name(value));
    };
  }

  private static GeneralSubtree[] subtrees(String names) {
    return Arrays.stream(names.split(" "))
        .filter(each -> !each.isEmpty())
        .map(each -> new GeneralSubtree(name(each)))
        .toArray(GeneralSubtree[]::new);
  }

  private static String verdict(String permitted, String excluded, String names) {
    ASN1Encodable constraints =
        new NameConstraints(
            permitted.isEmpty() ? null : subtrees(permitted),
            excluded.isEmpty() ? null : subtrees(excluded));
    return verdict(constraints, names);
  }

  private static String verdict(ASN1Encodable constraints, String names) {
    Made between = authority("m").with(Extension.nameConstraints, true, constraints).by(ROOT);
    GeneralName[] all =
        Arrays.stream(names.split(" ")).map(NameConstraintsTest::name).toArray(GeneralName[]::new);
    Made signer =
        leaf("x@y.test")
            .with(Extension.subjectAlternativeName, true, new GeneralNames(all))
            .by(between);
    return CertificatePathsTest.verdict(signer, List.of(trusted(ROOT)), NOW, between);
  }

  @ParameterizedTest
  @CsvSource({
    "dns:b.test, '', dns:b.test, ok",
    "dns:b.test, '', dns:a.B.test, ok",
    "dns:b.test, '', dns:xb.test, chain",
    "dns:b.test, '', dns:b.test.evil, chain",
    "dns:b.test, '', dns:*.b.test, chain",
    "dns:b.test, '', dns:b.test., chain",
    "dns:.b.test, '', dns:a.b.test, ok",
    "dns:.b.test, '', dns:b.test, chain",
    "'', dns:b.test, dns:a.b.test, chain",
    "'', dns:b.test, dns:c.test, ok",
    "dns:b.test, '', email:a@c.test, ok",
    "dns:b.test, '', dns:a.b.test dns:c.test, chain",
    "dns:b.test dns:c.test, '', dns:a.b.test dns:c.test, ok",
    "dns:b.test, dns:x.b.test, dns:y.x.b.test, chain",
    "email:b.test, '', email:a@b.test, ok",
    "email:b.test, '', email:a@c.b.test, chain",
    "email:.b.test, '', email:a@c.b.test, ok",
    "email:.b.test, '', email:a@b.test, chain",
    "email:a@b.test, '', email:a@B.test, ok",
    "email:a@b.test, '', email:A@b.test, chain",
    "email:a@b.test, '', email:c@b.test, chain",
    "email:b.test, '', email:evil@x.test@b.test, chain",
    "email:b.test, '', email:b.test, chain",
    "'', email:b.test, email:a@b.test, chain",
    "'', email:b.test, email:a@c.test, ok",
    "uri:ci.test, '', uri:https://ci.test/a, ok",
    "uri:ci.test, '', uri:https://CI.test:8443/a?b#c, ok",
    "uri:ci.test, '', uri:https://a.ci.test/a, chain",
    "uri:.ci.test, '', uri:https://a.ci.test/a, ok",
    "uri:ci.test, '', uri:https://ci.test@evil.test/a, chain",
    "uri:ci.test, '', uri:https://evil.test#@ci.test/, chain",
    "uri:ci.test, '', uri:https://10.1.2.3/a, chain",
    "uri:ci.test, '', uri:https://evil.test\\@ci.test/, chain",
    "uri:ci.test, '', uri:urn:x:y, chain",
    "uri:ci.test, '', uri:https:///a, chain",
    "'', uri:ci.test, uri:https://ci.test/a, chain",
    "'', uri:ci.test, uri:spiffe://td.test/x, ok",
    "uri:td.test, '', uri:spiffe://td.test/x, ok",
    "ip:10.0.0.0/8, '', ip:10.1.2.3, ok",
    "ip:10.0.0.0/8, '', ip:11.1.2.3, chain",
    "ip:10.0.0.0/8, '', ip:2001:db8::1, chain",
    "'', ip:10.0.0.0/8, ip:10.1.2.3, chain",
    "'', ip:10.0.0.0/8, ip:11.1.2.3, ok",
    "ip:2001:db8::/32, '', ip:2001:db8::1, ok",
    "ip:2001:db8::/32, '', ip:2001:db9::1, chain",
    "dir:O=x, '', email:a@b.test, chain",
    "'', dir:O=x, email:a@b.test, chain",
  })
  void limitNames(String permitted, String excluded, String names, String verdict) {
    assertThat(verdict(permitted, excluded, names)).isEqualTo(verdict);
  }

  @Test
  void malformedOnesAreRefused() {
    assertThat(verdict(new DERSequence(), "email:a@b.test")).isEqualTo("parse");
    var empty = new DERTaggedObject(false, 0, new DERSequence());
    assertThat(verdict(new DERSequence(empty), "email:a@b.test")).isEqualTo("chain");
    var minimum =
        new DERSequence(
            new ASN1Encodable[] {
              name("dns:b.test"), new DERTaggedObject(false, 0, new ASN1Integer(1))
            });
    var list = new DERTaggedObject(false, 0, new DERSequence(minimum));
    assertThat(verdict(new DERSequence(list), "email:a@b.test")).isEqualTo("chain");
    assertThat(verdict(new ASN1Integer(1), "email:a@b.test")).isEqualTo("parse");
  }

  /// Constraints bind the authorities below too, and those of the anchor count.
  @Test
  void bindTheWholePath() {
    var permitted = new NameConstraints(subtrees("email:b.test"), null);
    Made anchor = authority("r").with(Extension.nameConstraints, true, permitted).selfSigned();
    Made between = authority("m").by(anchor);
    assertThat(
            CertificatePathsTest.verdict(
                leaf("a@b.test").by(between), List.of(trusted(anchor)), NOW, between))
        .isEqualTo("ok");
    assertThat(
            CertificatePathsTest.verdict(
                leaf("a@c.test").by(between), List.of(trusted(anchor)), NOW, between))
        .isEqualTo("chain");
    Made named =
        authority("m")
            .with(
                Extension.subjectAlternativeName, false, new GeneralNames(name("email:ca@c.test")))
            .by(anchor);
    assertThat(
            CertificatePathsTest.verdict(
                leaf("a@b.test").by(named), List.of(trusted(anchor)), NOW, named))
        .isEqualTo("chain");
  }

  @Test
  void mailboxesInOldPlacesAreNotOverlooked() {
    var permitted = new NameConstraints(subtrees("email:b.test"), null);
    Made anchor = authority("r").with(Extension.nameConstraints, true, permitted).selfSigned();
    CertificateDraft draft =
        leaf("x@y.test")
            .named("E=a@c.test")
            .with(
                Extension.subjectAlternativeName,
                true,
                new GeneralNames(name("uri:https://x.test/")));
    assertThat(CertificatePathsTest.verdict(draft.by(anchor), List.of(trusted(anchor)), NOW))
        .isEqualTo("chain");
  }
}
