package dev.landwaiter.signing.notation.online;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.certificate.ParsedCertificate;
import dev.landwaiter.signing.notation.verify.Revocation.Answer;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.service.WebAnswer;
import dev.landwaiter.signing.testing.CertificateDraft;
import dev.landwaiter.signing.testing.CertificateDraft.Made;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;

class OnlineRevocationTest {
  private static final Instant NOW = CertificateDraft.NOW;
  private static final String OCSP = "http://ocsp.test/";
  private static final String LIST = "http://list.test/a.crl";
  private static final Made ROOT = CertificateDraft.authority("root").selfSigned();
  private static final Made OTHER = CertificateDraft.authority("other").selfSigned();
  private static final Made BOTH = certificate(true, true);
  private static final Made RESPONDER_ONLY = certificate(true, false);
  private static final Made LIST_ONLY = certificate(false, true);

  private static Made certificate(boolean ocsp, boolean list) {
    CertificateDraft draft = CertificateDraft.leaf("a@b.test").named("CN=leaf");
    if (ocsp) {
      draft.with(
          Extension.authorityInfoAccess,
          false,
          new AuthorityInformationAccess(
              AccessDescription.id_ad_ocsp,
              new GeneralName(GeneralName.uniformResourceIdentifier, OCSP)));
    }
    if (list) {
      draft.with(Extension.cRLDistributionPoints, false, points(LIST));
    }
    return draft.by(ROOT);
  }

  private static CRLDistPoint points(String uri) {
    var name =
        new DistributionPointName(
            new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, uri)));
    return new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(name, null, null)});
  }

  /// What the network answers, by address.
  private final Map<String, Bytes> answers = new HashMap<>();

  private final List<String> asked = new ArrayList<>();

  /// The largest answer that was asked for.
  private int largest;

  private Answer ask(Made certificate) throws RefusedException {
    Web web =
        request -> {
          asked.add(request.uri().toString());
          largest = Math.max(largest, request.limit());
          Bytes answer = answers.get(request.uri().toString());
          if (answer == null) {
            throw new RefusedException(FailureClass.TRANSPORT, "no answer");
          }
          return new WebAnswer(request.uri(), 200, Map.of(), answer);
        };
    return new OnlineRevocation(web)
        .of(
            ParsedCertificate.parse("leaf", certificate.der()),
            ParsedCertificate.parse("root", ROOT.der()),
            NOW);
  }

  /// A responder that is made for a test.
  private static final class Responder {
    private final Made about;
    private Made issuer = ROOT;
    private Made signer = ROOT;
    private List<Made> certificates = List.of();
    private CertificateStatus status = CertificateStatus.GOOD;
    private Instant from = NOW.minusSeconds(60);
    private Instant to = NOW.plusSeconds(60);

    Responder(Made about) {
      this.about = about;
    }

    Bytes answer() throws Exception {
      DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
      var sha256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
      var holder = new JcaX509CertificateHolder(issuer.certificate());
      var id =
          new CertificateID(digests.get(sha256), holder, about.certificate().getSerialNumber());
      var builder = new BasicOCSPRespBuilder(new RespID(new X500Name(signer.name())));
      builder.addResponse(id, status, Date.from(from), Date.from(to));
      var signed =
          builder.build(
              new JcaContentSignerBuilder("SHA256withECDSA").build(signer.keys().getPrivate()),
              holders(),
              Date.from(NOW));
      return Bytes.of(new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, signed).getEncoded());
    }

    private X509CertificateHolder[] holders() throws Exception {
      List<X509CertificateHolder> all = new ArrayList<>();
      for (Made each : certificates) {
        all.add(new JcaX509CertificateHolder(each.certificate()));
      }
      return all.toArray(X509CertificateHolder[]::new);
    }
  }

  private static Bytes list(Made signer, Made... revoked) throws Exception {
    return list(signer, builder(signer), revoked);
  }

  private static X509v2CRLBuilder builder(Made issuer) {
    var builder =
        new X509v2CRLBuilder(new X500Name(issuer.name()), Date.from(NOW.minusSeconds(60)));
    builder.setNextUpdate(Date.from(NOW.plusSeconds(60)));
    return builder;
  }

  private static Bytes list(Made signer, X509v2CRLBuilder builder, Made... revoked)
      throws Exception {
    for (Made each : revoked) {
      builder.addCRLEntry(each.certificate().getSerialNumber(), Date.from(NOW.minusSeconds(90)), 1);
    }
    return Bytes.of(
        builder
            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.keys().getPrivate()))
            .getEncoded());
  }

  @Test
  void whoNamesNobodyIsNotAskedAbout() throws Exception {
    assertThat(ask(certificate(false, false))).isInstanceOf(Answer.NoInformation.class);
    assertThat(asked).isEmpty();
  }

  @Test
  void respondersTell() throws Exception {
    Responder responder = new Responder(BOTH);
    answers.put(OCSP, responder.answer());
    assertThat(ask(BOTH)).isInstanceOf(Answer.Good.class);
    responder.status = new RevokedStatus(Date.from(NOW.minusSeconds(90)), 1);
    answers.put(OCSP, responder.answer());
    assertThat(ask(BOTH)).isInstanceOf(Answer.Revoked.class);
    assertThat(asked).containsOnly(OCSP);
  }

  @Test
  void theQuestionIsOneThatOthersRead() throws Exception {
    OcspQuestion question =
        OcspQuestion.about(
            ParsedCertificate.parse("leaf", BOTH.der()),
            ParsedCertificate.parse("root", ROOT.der()));
    OCSPReq read = new OCSPReq(question.request().toArray());
    assertThat(read.getRequestList()).hasSize(1);
    CertificateID id = read.getRequestList()[0].getCertID();
    assertThat(id.getSerialNumber()).isEqualTo(BOTH.certificate().getSerialNumber());
    assertThat(
            id.matchesIssuer(
                new JcaX509CertificateHolder(ROOT.certificate()),
                new JcaDigestCalculatorProviderBuilder().build()))
        .isTrue();
  }

  @Test
  void respondersThatTellNothingLeaveItToLists() throws Exception {
    Responder unknown = new Responder(BOTH);
    unknown.status = new UnknownStatus();
    Responder other = new Responder(LIST_ONLY);
    Responder foreign = new Responder(BOTH);
    foreign.signer = OTHER;
    foreign.issuer = ROOT;
    Responder early = new Responder(BOTH);
    early.from = NOW.plusSeconds(1);
    Responder late = new Responder(BOTH);
    late.to = NOW.minusSeconds(1);
    Responder elsewhere = new Responder(BOTH);
    elsewhere.issuer = OTHER;
    for (Bytes answer :
        List.of(
            unknown.answer(),
            other.answer(),
            foreign.answer(),
            early.answer(),
            late.answer(),
            elsewhere.answer(),
            Bytes.hex("30030a0103"),
            Bytes.utf8("<html>"),
            Bytes.EMPTY)) {
      answers.put(OCSP, answer);
      answers.remove(LIST);
      assertThat(ask(BOTH)).isInstanceOf(Answer.Unavailable.class);
      answers.put(LIST, list(ROOT));
      assertThat(ask(BOTH)).isInstanceOf(Answer.Good.class);
      answers.put(LIST, list(ROOT, BOTH));
      assertThat(ask(BOTH)).isInstanceOf(Answer.Revoked.class);
    }
    answers.clear();
    assertThat(ask(RESPONDER_ONLY)).isInstanceOf(Answer.Unavailable.class);
  }

  @Test
  void delegatesNeedTheIssuersWord() throws Exception {
    var purpose = new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning);
    Made good =
        CertificateDraft.leaf("o@b.test")
            .named("CN=o")
            .with(Extension.extendedKeyUsage, false, purpose)
            .by(ROOT);
    Made plain = CertificateDraft.leaf("o@b.test").named("CN=o").by(ROOT);
    Made foreign =
        CertificateDraft.leaf("o@b.test")
            .named("CN=o")
            .with(Extension.extendedKeyUsage, false, purpose)
            .by(OTHER);
    Made forged =
        CertificateDraft.leaf("o@b.test")
            .named("CN=o")
            .with(Extension.extendedKeyUsage, false, purpose)
            .by(ROOT.name(), OTHER.keys());
    Made old =
        CertificateDraft.leaf("o@b.test")
            .named("CN=o")
            .with(Extension.extendedKeyUsage, false, purpose)
            .valid(CertificateDraft.START, NOW.minusSeconds(1))
            .by(ROOT);
    for (Made each : List.of(good, plain, foreign, forged, old)) {
      Responder responder = new Responder(RESPONDER_ONLY);
      responder.signer = each;
      responder.certificates = List.of(each);
      answers.put(OCSP, responder.answer());
      assertThat(ask(RESPONDER_ONLY))
          .isInstanceOf(each.equals(good) ? Answer.Good.class : Answer.Unavailable.class);
    }
  }

  @Test
  void noBitOfAnAnswerMayChange() throws Exception {
    Bytes ocsp = new Responder(RESPONDER_ONLY).answer();
    Bytes list = list(ROOT);
    for (int i = 0; i < 2; i++) {
      Bytes whole = i == 0 ? ocsp : list;
      for (int bit = 0; bit < whole.size() * 8; bit++) {
        byte[] changed = whole.toArray();
        changed[bit / 8] ^= (byte) (1 << (bit % 8));
        answers.put(i == 0 ? OCSP : LIST, Bytes.of(changed));
        assertThat(ask(i == 0 ? RESPONDER_ONLY : LIST_ONLY))
            .as("%d", bit)
            .isInstanceOf(Answer.Unavailable.class);
      }
    }
  }

  @Test
  void listsMustBeTheIssuersWholeAndOfNow() throws Exception {
    answers.put(LIST, list(ROOT, BOTH));
    assertThat(ask(LIST_ONLY)).isInstanceOf(Answer.Good.class);
    answers.put(LIST, list(OTHER));
    assertThat(ask(LIST_ONLY)).isInstanceOf(Answer.Unavailable.class);
    answers.put(LIST, list(ROOT, builder(OTHER)));
    assertThat(ask(LIST_ONLY)).isInstanceOf(Answer.Unavailable.class);
    for (Duration shift : List.of(Duration.ofMinutes(-5), Duration.ofMinutes(5))) {
      Instant from = NOW.plus(shift);
      var builder = new X509v2CRLBuilder(new X500Name("CN=root"), Date.from(from));
      builder.setNextUpdate(Date.from(from.plusSeconds(60)));
      answers.put(LIST, list(ROOT, builder));
      assertThat(ask(LIST_ONLY)).isInstanceOf(Answer.Unavailable.class);
    }
    answers.put(LIST, list(ROOT, new X509v2CRLBuilder(new X500Name("CN=root"), Date.from(NOW))));
    assertThat(ask(LIST_ONLY)).isInstanceOf(Answer.Unavailable.class);
    X509v2CRLBuilder changes = builder(ROOT);
    changes.addExtension(
        Extension.deltaCRLIndicator, true, new org.bouncycastle.asn1.ASN1Integer(BigInteger.ONE));
    answers.put(LIST, list(ROOT, changes));
    assertThat(ask(LIST_ONLY)).isInstanceOf(Answer.Unavailable.class);
    for (boolean leaves : List.of(true, false)) {
      X509v2CRLBuilder part = builder(ROOT);
      part.addExtension(
          Extension.issuingDistributionPoint,
          true,
          new IssuingDistributionPoint(null, leaves, !leaves, null, false, false));
      answers.put(LIST, list(ROOT, part));
      assertThat(ask(LIST_ONLY))
          .isInstanceOf(leaves ? Answer.Good.class : Answer.Unavailable.class);
    }
  }

  /// An issuer that splits its list: the part for others says nothing about this certificate.
  @Test
  void partsOfAListMustBeForThePlaceThatWasAsked() throws Exception {
    for (String place : List.of(LIST, "http://list.test/b.crl", "")) {
      var name =
          place.isEmpty()
              ? new DistributionPointName(
                  DistributionPointName.NAME_RELATIVE_TO_CRL_ISSUER,
                  new org.bouncycastle.asn1.DERSet())
              : new DistributionPointName(
                  new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, place)));
      X509v2CRLBuilder part = builder(ROOT);
      part.addExtension(
          Extension.issuingDistributionPoint,
          true,
          new IssuingDistributionPoint(name, false, false, null, false, false));
      answers.put(LIST, list(ROOT, part));
      assertThat(ask(LIST_ONLY))
          .as(place)
          .isInstanceOf(place.equals(LIST) ? Answer.Good.class : Answer.Unavailable.class);
    }
  }

  /// GHSA-87x9-7grx-m28v: answers and lists are bounded.
  @Test
  void answersAreBounded() throws Exception {
    assertThat(ask(RESPONDER_ONLY)).isInstanceOf(Answer.Unavailable.class);
    assertThat(largest).isEqualTo(1 << 18);
    assertThat(ask(LIST_ONLY)).isInstanceOf(Answer.Unavailable.class);
    assertThat(largest).isEqualTo(32 << 20);
  }

  @Test
  void whatIsNoAddressIsNotAsked() throws Exception {
    for (String uri :
        List.of("ldap://a.test/b", "file:///etc/x", "http:///x", "http://u:p@a.test/", "x y")) {
      Made leaf =
          CertificateDraft.leaf("a@b.test")
              .named("CN=leaf")
              .with(Extension.cRLDistributionPoints, false, points(uri))
              .by(ROOT);
      assertThat(ask(leaf)).isInstanceOf(Answer.Unavailable.class);
    }
    Made broken =
        CertificateDraft.leaf("a@b.test")
            .named("CN=leaf")
            .with(Extension.authorityInfoAccess, false, new KeyUsage(KeyUsage.cRLSign))
            .by(ROOT);
    assertThat(ask(broken)).isInstanceOf(Answer.Unavailable.class);
    Made other =
        CertificateDraft.leaf("a@b.test")
            .named("CN=leaf")
            .with(
                Extension.authorityInfoAccess,
                false,
                new AuthorityInformationAccess(
                    new ASN1ObjectIdentifier("1.3.6.1.5.5.7.48.2"),
                    new GeneralName(GeneralName.uniformResourceIdentifier, "http://a.test/")))
            .by(ROOT);
    assertThat(ask(other)).isInstanceOf(Answer.NoInformation.class);
    assertThat(asked).isEmpty();
  }
}
