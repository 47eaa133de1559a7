package dev.landwaiter.signing.certificate;

import static dev.landwaiter.signing.testing.CertificateDraft.NOW;
import static dev.landwaiter.signing.testing.CertificateDraft.authority;
import static dev.landwaiter.signing.testing.CertificateDraft.leaf;
import static dev.landwaiter.signing.testing.CertificateDraft.trusted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Der;
import dev.landwaiter.signing.testing.CertificateDraft;
import dev.landwaiter.signing.testing.CertificateDraft.Made;
import dev.landwaiter.signing.testing.SignedMaterial;
import dev.landwaiter.signing.trust.Authority;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningCertificateTest {
  private static final Made ROOT = authority("root").selfSigned();

  private static ASN1ObjectIdentifier id(int number) {
    return new ASN1ObjectIdentifier("1.3.6.1.4.1.57264.1." + number);
  }

  private static SigningCertificate parse(CertificateDraft draft) throws RefusedException {
    return SigningCertificate.parse("it", draft.by(ROOT).der());
  }

  private static FailureClass refused(CertificateDraft draft) {
    return catchThrowableOfType(RefusedException.class, () -> parse(draft)).kind();
  }

  @Test
  void extensionsAboutTheToken() throws Exception {
    SigningCertificate certificate =
        parse(
            leaf("a@b.test")
                .with(id(9), false, new DERUTF8String("signer"))
                .with(id(24), false, new DERUTF8String("süb"))
                .with(id(25), false, new DERUTF8String("later"))
                .with(id(26), false, new DERIA5String("unknown form"))
                .with(
                    new ASN1ObjectIdentifier("1.3.6.1.4.1.57264.1.9.1"),
                    false,
                    new DERUTF8String("x"))
                .with(
                    new ASN1ObjectIdentifier("1.3.6.1.4.1.57264.2.9"),
                    false,
                    new DERUTF8String("x")));
    assertThat(certificate.extensions())
        .hasSize(3)
        .containsEntry(9, "signer")
        .containsEntry(24, "süb")
        .containsEntry(25, "later");
  }

  @Test
  void extensionsInAnotherFormAreRefused() {
    assertThat(refused(leaf("a@b.test").with(id(8), false, new DERIA5String("https://x.test"))))
        .isEqualTo(FailureClass.PARSE);
    Bytes trailing =
        Der.encode(Der.UTF8_STRING, Bytes.utf8("https://x.test")).plus(Bytes.hex("0500"));
    Made made = leaf("a@b.test").with(id(8), false, new DERUTF8String("https://x.testAB")).by(ROOT);
    // The last two characters become something behind the text.
    String text = new String(made.der().toArray(), StandardCharsets.ISO_8859_1);
    byte[] changed =
        text.replace("\f\u0010https://x.testAB", "\f\u000ehttps://x.test\u0005\0")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(new String(changed, StandardCharsets.ISO_8859_1))
        .contains(new String(trailing.toArray(), StandardCharsets.ISO_8859_1));
    assertThat(
            catchThrowableOfType(
                    RefusedException.class, () -> SigningCertificate.parse("it", Bytes.of(changed)))
                .kind())
        .isEqualTo(FailureClass.PARSE);
    assertThat(refused(leaf("a@b.test").with(id(8), false, Bytes.hex("0c02c328"))))
        .isEqualTo(FailureClass.PARSE);
  }

  @Test
  void twoIssuersAreRefusedWhenAskedFor() throws Exception {
    // A text whose bytes happen to be DER stays the text.
    SigningCertificate both =
        parse(
            leaf("a@b.test")
                .with(id(1), false, Bytes.hex("0c0161"))
                .with(id(8), false, new DERUTF8String("a")));
    assertThat(both.extensions()).containsEntry(1, "\f\u0001a").containsEntry(8, "a");
    assertThat(catchThrowableOfType(RefusedException.class, both::issuer).kind())
        .isEqualTo(FailureClass.IDENTITY);
    assertThat(parse(leaf("a@b.test")).issuer()).isEmpty();
    assertThat(parse(leaf("a@b.test").with(id(8), false, new DERUTF8String("a"))).issuer())
        .hasValue("a");
  }

  /// Too many unused bits, unused bits that are set, none, too many.
  @ParameterizedTest
  @ValueSource(strings = {"03020880", "03020784", "030100", "030400800000", "0300"})
  void malformedKeyUsagesAreRefused(String usage) throws Exception {
    SigningCertificate read =
        parse(leaf("a@b.test").with(Extension.keyUsage, true, Bytes.hex(usage)));
    assertThat(
            catchThrowableOfType(
                    RefusedException.class, () -> CertificateRules.of("it", read.parsed()))
                .kind())
        .isEqualTo(FailureClass.PARSE);
  }

  /// Two extensions with one object identifier: the second one takes its name from the first.
  @Test
  void duplicatesAreRefused() {
    Made made =
        leaf("a@b.test")
            .with(id(8), false, new DERUTF8String("https://good.test"))
            .with(id(9), false, new DERUTF8String("https://evil.test"))
            .by(ROOT);
    String hex = made.der().toHex();
    String eight = "060a2b0601040183bf300108";
    assertThat(hex).contains(eight);
    Bytes twice = Bytes.hex(hex.replace("060a2b0601040183bf300109", eight));
    assertThat(
            catchThrowableOfType(
                RefusedException.class, () -> SigningCertificate.parse("it", twice)))
        .hasMessageContaining("twice");
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, 10.1.2.3",
    "2001:db8::1, 2001:db8::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "0:0:0:0:0:0:0:0, ::",
    "0:0:0:0:0:0:0:1, ::1",
    "1:0:0:0:0:0:0:0, 1::",
    "2001:0:1:1:1:1:1:1, 2001:0:1:1:1:1:1:1",
    "2001:DB8:0:A:0:0:0:1, 2001:db8:0:a::1",
  })
  void addresses(String written, String text) throws Exception {
    var name = new GeneralNames(new GeneralName(GeneralName.iPAddress, written));
    assertThat(parse(leaf("x@y.test").with(Extension.subjectAlternativeName, true, name)).names())
        .containsExactly(new SubjectName.Ip(text));
  }

  @Test
  void mappedAddressesAreThoseOfTheOldKind() throws Exception {
    Bytes names = Bytes.hex("3012871000000000000000000000ffff0a010203");
    assertThat(parse(leaf("x@y.test").with(Extension.subjectAlternativeName, true, names)).names())
        .containsExactly(new SubjectName.Ip("10.1.2.3"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // No name; a zero within; not ASCII; an address of five bytes; broken other names
        "3000",
        "30068104612e0062",
        "3006810461c3a462",
        "300787050102030405",
        "300ca00a06082b06010505070804",
        "3013a011060a2b0601040183bf300107a003160161",
        "3015a013060a2b0601040183bf300107a0050c01610500"
      })
  void malformedNamesAreRefused(String names) {
    assertThat(
            refused(
                leaf("x@y.test").with(Extension.subjectAlternativeName, true, Bytes.hex(names))))
        .isEqualTo(FailureClass.PARSE);
  }

  @Test
  void namesOfUnknownKindsMatchNothing() throws Exception {
    Bytes names = Bytes.hex("3010a00906032a0304a0020c008803550403");
    assertThat(parse(leaf("x@y.test").with(Extension.subjectAlternativeName, true, names)).names())
        .containsExactly(new SubjectName.Unsupported(0xa0), new SubjectName.Unsupported(0x88));
  }

  /// Every bit of a certificate is under its signature, or is the signature.
  @Test
  void everyFlippedBitIsRefused() throws Exception {
    Made made =
        leaf("a@b.test")
            .with(id(1), false, Bytes.hex("0c0161"))
            .with(id(8), false, new DERUTF8String("a"))
            .by(ROOT);
    List<Authority> authorities = List.of(trusted(ROOT));
    assertThat(CertificatePathsTest.verdict(made, authorities, NOW)).isEqualTo("ok");
    var paths = new CertificatePaths();
    for (int bit = 0; bit < 8 * made.der().size(); bit++) {
      byte[] changed = made.der().toArray();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      RefusedException refusal =
          catchThrowableOfType(
              RefusedException.class,
              () -> {
                SigningCertificate read = SigningCertificate.parse("it", Bytes.of(changed));
                paths.build(read, List.of(), authorities, NOW);
              });
      assertThat(refusal).as("bit " + bit).isNotNull();
    }
  }

  @Test
  void truncatedAndGarbledOnesEndInARefusal() throws Exception {
    Bytes github = SignedMaterial.certificate("github");
    for (int size = 0; size < github.size(); size++) {
      Bytes part = github.slice(0, size);
      assertThat(
              catchThrowableOfType(
                  RefusedException.class, () -> SigningCertificate.parse("it", part)))
          .isNotNull();
    }
    assertThat(
            catchThrowableOfType(
                RefusedException.class,
                () -> SigningCertificate.parse("it", github.plus(Bytes.hex("00")))))
        .isNotNull();
    assertThat(
            catchThrowableOfType(
                    RefusedException.class,
                    () -> SigningCertificate.parse("it", Bytes.of(new byte[1 << 17])))
                .kind())
        .isEqualTo(FailureClass.LIMIT);
    var random = new Random(8);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] changed = github.toArray();
      for (int j = random.nextInt(1, 4); j > 0; j--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      try {
        SigningCertificate certificate = SigningCertificate.parse("it", Bytes.of(changed));
        assertThat(certificate.timestamps()).isNotNull();
        assertThat(certificate.isCa()).isIn(true, false);
        read++;
      } catch (RefusedException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
    assertThat(read).isPositive();
  }
}
