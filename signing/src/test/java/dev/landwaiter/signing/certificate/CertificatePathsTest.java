package dev.landwaiter.signing.certificate;

import static dev.landwaiter.signing.testing.CertificateDraft.END;
import static dev.landwaiter.signing.testing.CertificateDraft.NOW;
import static dev.landwaiter.signing.testing.CertificateDraft.START;
import static dev.landwaiter.signing.testing.CertificateDraft.authority;
import static dev.landwaiter.signing.testing.CertificateDraft.keys;
import static dev.landwaiter.signing.testing.CertificateDraft.leaf;
import static dev.landwaiter.signing.testing.CertificateDraft.trusted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.testing.CertificateDraft;
import dev.landwaiter.signing.testing.CertificateDraft.Made;
import dev.landwaiter.signing.trust.Authority;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificatePathsTest {
  private static final ASN1ObjectIdentifier UNKNOWN = new ASN1ObjectIdentifier("1.2.3.4.5");
  private static final Made ROOT = authority("root").selfSigned();
  private static final Made BETWEEN = authority("between").by(ROOT);

  static String verdict(Made leaf, List<Authority> authorities, Instant at, Made... between) {
    try {
      List<Bytes> all = Arrays.stream(between).map(Made::der).toList();
      SigningCertificate certificate = SigningCertificate.parse("leaf", leaf.der());
      var paths = new CertificatePaths();
      List<CertificatePath> found = paths.build(certificate, all, authorities, at);
      assertThat(found).isNotEmpty();
      // What is remembered changes nothing.
      assertThat(paths.build(certificate, all, authorities, at)).isEqualTo(found);
      return "ok";
    } catch (RefusedException e) {
      assertThat(e.getMessage()).startsWith("leaf");
      return e.kind().id();
    }
  }

  private static String verdict(Made leaf, Made... between) {
    return verdict(leaf, List.of(trusted(ROOT)), NOW, between);
  }

  @Test
  void leadsOverAnIntermediate() throws Exception {
    Made leaf = leaf("a@b.test").by(BETWEEN);
    assertThat(verdict(leaf, BETWEEN)).isEqualTo("ok");
    assertThat(verdict(leaf)).isEqualTo("chain");
    assertThat(verdict(leaf, List.of(trusted(BETWEEN, ROOT)), NOW)).isEqualTo("ok");
    // An anchor need not have signed itself.
    assertThat(verdict(leaf, List.of(trusted(BETWEEN)), NOW)).isEqualTo("ok");
    List<CertificatePath> found =
        new CertificatePaths()
            .build(
                SigningCertificate.parse("leaf", leaf.der()),
                List.of(BETWEEN.der(), ROOT.der()),
                List.of(trusted(ROOT)),
                NOW);
    assertThat(found)
        .singleElement()
        .satisfies(path -> {
          assertThat(path.chain())
              .extracting(ParsedCertificate::der)
              .containsExactly(leaf.der(), BETWEEN.der(), ROOT.der());
          assertThat(path.issuer().der()).isEqualTo(BETWEEN.der());
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P-256 SHA256withECDSA", "P-256 SHA512withECDSA", "P-384 SHA384withECDSA",
        "P-384 SHA256withECDSA", "P-521 SHA512withECDSA", "RSA2048 SHA256withRSA",
        "RSA2048 SHA384withRSA", "RSA2048 SHA512withRSA", "RSA3072 SHA256withRSAandMGF1",
        "RSA2048 SHA384withRSAandMGF1", "RSA2048 SHA512withRSAandMGF1", "Ed25519 Ed25519"
      })
  void algorithmsThatAreGood(String kind) {
    KeyPair pair = keys(kind.substring(0, kind.indexOf(' ')));
    String algorithm = kind.substring(kind.indexOf(' ') + 1);
    Made root = authority("root").key(pair).algorithm(algorithm).selfSigned();
    Made leaf = leaf("a@b.test").algorithm(algorithm).by(root);
    assertThat(verdict(leaf, List.of(trusted(root)), NOW)).isEqualTo("ok");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P-256 SHA1withECDSA", "P-256 SHA224withECDSA", "RSA2048 SHA1withRSA",
        "RSA2048 MD5withRSA", "RSA2048 SHA1withRSAandMGF1", "RSA1024 SHA256withRSA",
        "Ed448 Ed448", "P-256 SHA3-256withECDSA"
      })
  void algorithmsThatAreNot(String kind) {
    KeyPair pair = keys(kind.substring(0, kind.indexOf(' ')));
    String algorithm = kind.substring(kind.indexOf(' ') + 1);
    Made root = authority("root").key(pair).algorithm(algorithm).selfSigned();
    Made leaf = leaf("a@b.test").algorithm(algorithm).by(root);
    assertThat(verdict(leaf, List.of(trusted(root)), NOW)).isEqualTo("chain");
  }

  @Test
  void smallLeafKeysAreRefused() {
    assertThat(verdict(leaf("a@b.test").key(keys("RSA1024")).by(ROOT))).isEqualTo("signature");
  }

  @Test
  void everyCertificateMustBeValid() {
    Instant middle = Instant.parse("2025-06-01T00:00:00Z");
    Made expired = authority("between").valid(START, middle).by(ROOT);
    Made leaf = leaf("a@b.test").by(expired);
    assertThat(verdict(leaf, List.of(trusted(ROOT)), middle, expired)).isEqualTo("ok");
    assertThat(verdict(leaf, List.of(trusted(ROOT)), middle.plusNanos(1), expired))
        .isEqualTo("chain");
    Made old = authority("old").valid(START, middle).selfSigned();
    Made under = leaf("a@b.test").by(old);
    assertThat(verdict(under, List.of(trusted(old)), middle)).isEqualTo("ok");
    assertThat(verdict(under, List.of(trusted(old)), middle.plusSeconds(1))).isEqualTo("chain");
    Made later = authority("later").valid(NOW.plusSeconds(1), END).selfSigned();
    assertThat(verdict(leaf("a@b.test").by(later), List.of(trusted(later)), NOW))
        .isEqualTo("chain");
    Made brief = leaf("a@b.test").valid(NOW, NOW.plusSeconds(600)).by(ROOT);
    assertThat(verdict(brief, List.of(trusted(ROOT)), NOW)).isEqualTo("ok");
    assertThat(verdict(brief, List.of(trusted(ROOT)), NOW.plusSeconds(600))).isEqualTo("ok");
    assertThat(verdict(brief, List.of(trusted(ROOT)), NOW.minusNanos(1))).isEqualTo("time");
    assertThat(verdict(brief, List.of(trusted(ROOT)), NOW.plusSeconds(601))).isEqualTo("time");
  }

  @Test
  void theAuthoritysOwnPeriodCounts() {
    Made leaf = leaf("a@b.test").by(ROOT);
    var window = new Window(Optional.of(START), Optional.of(NOW));
    Authority ended = trusted(window, ROOT);
    Made other = authority("other").selfSigned();
    assertThat(verdict(leaf, List.of(ended), NOW)).isEqualTo("ok");
    assertThat(verdict(leaf, List.of(ended), NOW.plusSeconds(1))).isEqualTo("chain");
    assertThat(verdict(leaf, List.of(ended, trusted(other)), NOW.plusSeconds(1)))
        .isEqualTo("chain");
    assertThat(verdict(leaf, List.of(ended, trusted(ROOT)), NOW.plusSeconds(1))).isEqualTo("ok");
  }

  @Test
  void onlyAuthoritiesIssue() {
    Made plain = authority("x").without(Extension.basicConstraints).by(ROOT);
    assertThat(verdict(leaf("a@b.test").by(plain), plain)).isEqualTo("chain");
    Made no =
        authority("x").with(Extension.basicConstraints, true, new BasicConstraints(false)).by(ROOT);
    assertThat(verdict(leaf("a@b.test").by(no), no)).isEqualTo("chain");
    Made wrong =
        authority("x").with(Extension.keyUsage, true, new KeyUsage(KeyUsage.cRLSign)).by(ROOT);
    assertThat(verdict(leaf("a@b.test").by(wrong), wrong)).isEqualTo("chain");
    Made silent = authority("x").without(Extension.keyUsage).by(ROOT);
    assertThat(verdict(leaf("a@b.test").by(silent), silent)).isEqualTo("ok");
    Made anchor = authority("x").without(Extension.basicConstraints).selfSigned();
    assertThat(verdict(leaf("a@b.test").by(anchor), List.of(trusted(anchor)), NOW))
        .isEqualTo("chain");
    // A signer that issues a certificate for somebody else.
    Made signer = leaf("a@b.test").named("CN=signer").by(ROOT);
    assertThat(verdict(leaf("victim@b.test").by(signer), signer)).isEqualTo("chain");
  }

  @Test
  void signersAreNoAuthorities() {
    assertThat(
            verdict(
                leaf("a@b.test")
                    .with(Extension.basicConstraints, true, new BasicConstraints(true))
                    .by(ROOT)))
        .isEqualTo("chain");
    assertThat(
            verdict(
                leaf("a@b.test")
                    .with(Extension.basicConstraints, true, new BasicConstraints(false))
                    .by(ROOT)))
        .isEqualTo("ok");
  }

  @Test
  void pathLengths() {
    Made zero =
        authority("zero").with(Extension.basicConstraints, true, new BasicConstraints(0)).by(ROOT);
    Made below = authority("below").by(zero);
    assertThat(verdict(leaf("a@b.test").by(zero), zero)).isEqualTo("ok");
    assertThat(verdict(leaf("a@b.test").by(below), zero, below)).isEqualTo("chain");
    Made one =
        authority("one").with(Extension.basicConstraints, true, new BasicConstraints(1)).by(ROOT);
    Made under = authority("under").by(one);
    assertThat(verdict(leaf("a@b.test").by(under), one, under)).isEqualTo("ok");
    Made anchor =
        authority("anchor")
            .with(Extension.basicConstraints, true, new BasicConstraints(0))
            .selfSigned();
    Made child = authority("child").by(anchor);
    assertThat(verdict(leaf("a@b.test").by(child), List.of(trusted(anchor)), NOW, child))
        .isEqualTo("chain");
  }

  @ParameterizedTest
  @CsvSource({
    "digitalSignature, ok",
    "nonRepudiation, chain",
    "keyEncipherment, chain",
    "keyCertSign, chain",
  })
  void keyUsageOfTheSigner(String usage, String verdict) {
    int bits =
        switch (usage) {
          case "digitalSignature" -> KeyUsage.digitalSignature;
          case "nonRepudiation" -> KeyUsage.nonRepudiation;
          case "keyEncipherment" -> KeyUsage.keyEncipherment;
          default -> KeyUsage.keyCertSign;
        };
    assertThat(
            verdict(leaf("a@b.test").with(Extension.keyUsage, true, new KeyUsage(bits)).by(ROOT)))
        .isEqualTo(verdict);
    assertThat(verdict(leaf("a@b.test").without(Extension.keyUsage).by(ROOT))).isEqualTo("ok");
  }

  private static String purposes(KeyPurposeId leaf, KeyPurposeId between, KeyPurposeId root) {
    Made anchor =
        authority("r")
            .with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(root))
            .selfSigned();
    Made middle =
        authority("m")
            .with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(between))
            .by(anchor);
    Made signer =
        leaf("a@b.test")
            .with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(leaf))
            .by(middle);
    return verdict(signer, List.of(trusted(anchor)), NOW, middle);
  }

  @Test
  void purposesHoldThroughThePath() {
    KeyPurposeId code = KeyPurposeId.id_kp_codeSigning;
    KeyPurposeId any = KeyPurposeId.anyExtendedKeyUsage;
    KeyPurposeId server = KeyPurposeId.id_kp_serverAuth;
    assertThat(purposes(code, code, code)).isEqualTo("ok");
    assertThat(purposes(any, any, any)).isEqualTo("ok");
    assertThat(purposes(server, code, code)).isEqualTo("chain");
    assertThat(purposes(code, server, code)).isEqualTo("chain");
    assertThat(purposes(code, code, server)).isEqualTo("chain");
    assertThat(purposes(KeyPurposeId.id_kp_timeStamping, code, code)).isEqualTo("chain");
  }

  @Test
  void unknownCriticalExtensionsAreRefusedEverywhere() {
    var text = new DERUTF8String("x");
    assertThat(verdict(leaf("a@b.test").with(UNKNOWN, false, text).by(ROOT))).isEqualTo("ok");
    assertThat(verdict(leaf("a@b.test").with(UNKNOWN, true, text).by(ROOT))).isEqualTo("chain");
    Made middle = authority("m").with(UNKNOWN, true, text).by(ROOT);
    assertThat(verdict(leaf("a@b.test").by(middle), middle)).isEqualTo("chain");
    Made anchor = authority("r").with(UNKNOWN, true, text).selfSigned();
    assertThat(verdict(leaf("a@b.test").by(anchor), List.of(trusted(anchor)), NOW))
        .isEqualTo("chain");
  }

  @Test
  void signaturesOfOthersUnderTheSameName() {
    Made fake = authority("root").selfSigned();
    assertThat(verdict(leaf("a@b.test").by(fake), fake)).isEqualTo("chain");
    // Both are tried: the wrong one first.
    Made wrong = authority("between").by(fake);
    assertThat(verdict(leaf("a@b.test").by(BETWEEN), wrong, BETWEEN)).isEqualTo("ok");
  }

  @Test
  void aCertificateIsNotItsOwnAnchor() {
    Made self = leaf("a@b.test").named("CN=self").selfSigned();
    assertThat(verdict(self, List.of(trusted(self)), NOW)).isEqualTo("chain");
    assertThat(verdict(self, List.of(), NOW)).isEqualTo("trust-root");
  }

  @Test
  void anUnusableAuthorityLeavesTheOthersAlone() {
    Made odd = CertificateDraft.old("odd");
    Made leaf = leaf("a@b.test").by(ROOT);
    assertThat(verdict(leaf, List.of(trusted(odd), trusted(ROOT)), NOW)).isEqualTo("ok");
    assertThat(verdict(leaf("a@b.test").by(odd), List.of(trusted(odd)), NOW)).isEqualTo("chain");
  }

  @Test
  void manyForeignCertificatesDoNotHideTheAuthoritysOwn() {
    List<Made> junk = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      junk.add(authority("between").key(i % 2 == 0 ? ROOT.keys() : BETWEEN.keys()).selfSigned());
    }
    Made leaf = leaf("a@b.test").by(BETWEEN);
    assertThat(verdict(leaf, List.of(trusted(BETWEEN, ROOT)), NOW, junk.toArray(Made[]::new)))
        .isEqualTo("ok");
  }

  @Test
  void loopsEnd() {
    KeyPair a = keys("P-256");
    KeyPair b = keys("P-256");
    Made ab = authority("a").key(a).by("CN=b", b);
    Made ba = authority("b").key(b).by("CN=a", a);
    Made leaf = leaf("a@b.test").by("CN=a", a);
    assertThat(verdict(leaf, ab, ba)).isEqualTo("chain");
    Made cross = authority("b").key(b).by(ROOT);
    assertThat(verdict(leaf, ab, ba, cross)).isEqualTo("ok");
  }

  @Test
  void longPathsAndManyCertificatesAreBounded() {
    List<Made> chain = new ArrayList<>();
    Made last = ROOT;
    for (int i = 0; i < 12; i++) {
      last = authority("m" + i).by(last);
      chain.add(last);
    }
    Made eight = leaf("a@b.test").by(chain.get(7));
    assertThat(verdict(eight, chain.toArray(Made[]::new))).isEqualTo("ok");
    Made twelve = leaf("a@b.test").by(last);
    assertThat(verdict(twelve, chain.toArray(Made[]::new))).isEqualTo("chain");
    List<Made> same = new ArrayList<>();
    KeyPair pair = keys("P-256");
    for (int i = 0; i < 60; i++) {
      same.add(authority("same").by("CN=same", pair));
    }
    Made leaf = leaf("a@b.test").by("CN=same", pair);
    assertThat(verdict(leaf, same.toArray(Made[]::new))).isEqualTo("chain");
    Made[] many = new Made[101];
    Arrays.fill(many, BETWEEN);
    assertThat(verdict(leaf, many)).isEqualTo("limit");
  }

  /// Every authority signs every other: the number of paths explodes, the work does not.
  @Test
  void meshesAreBounded() {
    List<KeyPair> pairs = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      pairs.add(keys("P-256"));
    }
    List<Made> mesh = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      for (int j = 0; j < 9; j++) {
        mesh.add(authority("n" + i).key(pairs.get(i)).by("CN=n" + j, pairs.get(j)));
      }
    }
    Made leaf = leaf("a@b.test").by("CN=n0", pairs.getFirst());
    assertThat(verdict(leaf, mesh.toArray(Made[]::new))).isEqualTo("limit");
  }

  @Test
  void aTimestampSignerIsForThatAlone() {
    Made stamper = CertificateDraft.stamper("tsa").by(ROOT);
    assertThat(stamped(stamper)).isEqualTo("ok");
    assertThat(stamped(leaf("a@b.test").by(ROOT))).isEqualTo("chain");
    var timestamping = new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping);
    var both =
        new ExtendedKeyUsage(
            new KeyPurposeId[] {KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_codeSigning});
    assertThat(stamped(tsa(Extension.extendedKeyUsage, false, timestamping))).isEqualTo("chain");
    assertThat(stamped(tsa(Extension.extendedKeyUsage, true, both))).isEqualTo("chain");
    assertThat(
            stamped(
                tsa(
                    Extension.extendedKeyUsage,
                    true,
                    new ExtendedKeyUsage(KeyPurposeId.anyExtendedKeyUsage))))
        .isEqualTo("chain");
    assertThat(stamped(CertificateDraft.stamper("t").without(Extension.extendedKeyUsage).by(ROOT)))
        .isEqualTo("chain");
    assertThat(stamped(tsa(Extension.basicConstraints, true, new BasicConstraints(true))))
        .isEqualTo("chain");
  }

  private static Made tsa(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {
    return CertificateDraft.stamper("tsa").with(id, critical, value).by(ROOT);
  }

  private static String stamped(Made stamper) {
    try {
      List<CertificatePath> found =
          new CertificatePaths()
              .build(
                  "tsa",
                  ParsedCertificate.parse("tsa", stamper.der()),
                  List.of(),
                  List.of(trusted(ROOT)),
                  NOW,
                  Purpose.TIMESTAMPING);
      assertThat(found).hasSize(1);
      return "ok";
    } catch (RefusedException e) {
      return e.kind().id();
    }
  }
}
