package dev.landwaiter.signing.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.encoding.Der;
import dev.landwaiter.signing.encoding.Pem;
import dev.landwaiter.signing.testing.SignedMaterial;
import dev.landwaiter.signing.trust.LogInstance;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateTransparencyTest {
  private static final Instant AT = Instant.parse("2026-11-23T16:57:41Z");
  private static final long TIME = Instant.parse("2024-06-01T00:00:00Z").toEpochMilli();

  private static SigningCertificate read(String name) throws IOException {
    return SigningCertificate.parse(name, SignedMaterial.certificate(name));
  }

  private static List<CertificatePath> paths(SigningCertificate certificate) throws IOException {
    return new CertificatePaths()
        .build(
            certificate, List.of(), SignedMaterial.root("root-all").certificateAuthorities(), AT);
  }

  private static CertificateTransparency logs() throws IOException {
    return new CertificateTransparency(SignedMaterial.root("root-all").certificateLogs());
  }

  /// What the log signs for a certificate alone.
  private static Bytes entry(Bytes certificate, long time, Bytes extensions) {
    return Bytes.hex("0000")
        .plus(Bytes.of(ByteBuffer.allocate(8).putLong(time).array()))
        .plus(Bytes.hex("0000"))
        .plus(Bytes.of(ByteBuffer.allocate(4).putInt(certificate.size()).array()).slice(1, 4))
        .plus(certificate)
        .plus(Bytes.of(ByteBuffer.allocate(2).putShort((short) extensions.size()).array()))
        .plus(extensions);
  }

  private static Bytes sign(Bytes message) throws Exception {
    Pem pem =
        Pem.blocks("key", Files.readString(SignedMaterial.COSIGN.resolve("trust/private/ctfe.pem")))
            .getFirst();
    PrivateKey key =
        KeyFactory.getInstance("EC")
            .generatePrivate(new PKCS8EncodedKeySpec(pem.content().toArray()));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(key);
    signature.update(message.toArray());
    Bytes der = Bytes.of(signature.sign());
    return Bytes.hex("0403")
        .plus(Bytes.of(ByteBuffer.allocate(2).putShort((short) der.size()).array()))
        .plus(der);
  }

  private static Bytes json(Bytes log, long time, Bytes extensions, Bytes signature) {
    return Bytes.utf8(
        """
        {"sct_version":0,"id":"%s","timestamp":%d,"extensions":"%s","signature":"%s"}\
        """
            .formatted(log.toBase64(), time, extensions.toBase64(), signature.toBase64()));
  }

  @Test
  void detachedTimestamps() throws Exception {
    SigningCertificate certificate = read("nosct");
    LogInstance log = SignedMaterial.root("root-all").certificateLogs().getFirst();
    Bytes id = log.key().id();
    for (Bytes extensions : List.of(Bytes.EMPTY, Bytes.hex("000005"))) {
      Bytes signature = sign(entry(certificate.der(), TIME, extensions));
      assertThat(logs().requireDetached(certificate, json(id, TIME, extensions, signature)))
          .isEqualTo(id);
      for (Bytes wrong :
          List.of(
              json(id, TIME + 1, extensions, signature),
              json(id, TIME, extensions.plus(Bytes.hex("00")), signature),
              json(id.sha256(), TIME, extensions, signature),
              json(id, TIME, extensions, signature.plus(Bytes.hex("00"))),
              json(
                  id,
                  TIME,
                  extensions,
                  Bytes.hex("0503").plus(signature.slice(2, signature.size()))),
              json(id, TIME, extensions, Bytes.hex("0403")),
              json(id.plus(Bytes.hex("00")), TIME, extensions, signature),
              Bytes.utf8("{\"sct_version\":0}"))) {
        assertThat(
                catchThrowableOfType(
                        RefusedException.class, () -> logs().requireDetached(certificate, wrong))
                    .kind())
            .isEqualTo(FailureClass.SCT);
      }
      // Of another certificate.
      assertThat(
              catchThrowableOfType(
                      RefusedException.class,
                      () ->
                          logs()
                              .requireDetached(read("good"), json(id, TIME, extensions, signature)))
                  .kind())
          .isEqualTo(FailureClass.SCT);
    }
    // A timestamp over an entry of precertificates does not do for a certificate.
    assertThat(
            catchThrowableOfType(
                    RefusedException.class,
                    () -> logs().requireDetached(certificate, Bytes.utf8("{")))
                .kind())
        .isEqualTo(FailureClass.PARSE);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-06-01T00:00:00Z, 2024-06-01T00:00:00Z, true",
    "2024-06-01T00:00:00.001Z, 2030-01-01T00:00:00Z, false",
    "2020-01-01T00:00:00Z, 2024-05-31T23:59:59.999Z, false",
  })
  void thePeriodOfTheLogCounts(String start, String end, boolean good) throws IOException {
    LogInstance log = SignedMaterial.root("root-all").certificateLogs().getFirst();
    var window = new Window(Optional.of(Instant.parse(start)), Optional.of(Instant.parse(end)));
    var limited =
        new CertificateTransparency(
            List.of(new LogInstance(log.baseUrl(), log.id(), log.key(), window)));
    SigningCertificate certificate = read("good");
    List<CertificatePath> found = paths(certificate);
    RefusedException refusal =
        catchThrowableOfType(RefusedException.class, () -> limited.require(certificate, found, 1));
    assertThat(refusal == null).isEqualTo(good);
    // The same log listed twice counts once (GHSA-9vcr-p3rj-q5q6).
    var twice = new CertificateTransparency(List.of(log, log));
    assertThat(twice.require(certificate, found, 1)).hasSize(1);
    assertThat(
            catchThrowableOfType(
                RefusedException.class, () -> twice.require(certificate, found, 2)))
        .isNotNull();
  }

  @Test
  void theIssuerOfThePathCounts() throws IOException {
    SigningCertificate certificate = read("good");
    CertificatePath path = paths(certificate).getFirst();
    // As if the root had issued the leaf.
    var skipped = new CertificatePath(List.of(path.leaf(), path.chain().get(2)), path.authority());
    assertThat(
            catchThrowableOfType(
                    RefusedException.class, () -> logs().require(certificate, List.of(skipped), 1))
                .kind())
        .isEqualTo(FailureClass.SCT);
    assertThat(logs().require(certificate, List.of(skipped, path), 1)).hasSize(1);
    assertThat(
            catchThrowableOfType(
                RefusedException.class, () -> logs().require(certificate, List.of(), 1)))
        .isNotNull();
  }

  /// The timestamp is over everything but itself: no other bit may change, and none of its own.
  @Test
  void everyFlippedBitIsRefused() throws IOException {
    SigningCertificate good = read("good");
    List<CertificatePath> found = paths(good);
    var logs = logs();
    int signed = good.parsed().body().size() + 4;
    for (int bit = 0; bit < 8 * signed; bit++) {
      byte[] changed = good.der().toArray();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      RefusedException refusal =
          catchThrowableOfType(
              RefusedException.class,
              () -> logs.require(SigningCertificate.parse("it", Bytes.of(changed)), found, 1));
      assertThat(refusal).as("bit " + bit).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Empty; an empty list; an empty entry; lengths that lie
        "",
        "0000",
        "00020000",
        "000300020000",
        "0005000300",
        "00040003000000",
        "0003000200",
        "ffff"
      })
  void malformedListsAreRefused(String list) throws IOException {
    Bytes value = Der.encode(Der.OCTET_STRING, Bytes.hex(list));
    ParsedCertificate parsed = read("nosct").parsed();
    var extensions = new java.util.HashMap<>(parsed.extensions());
    extensions.put(
        CertificateTimestamp.EXTENSION,
        new ParsedCertificate.Extension(CertificateTimestamp.EXTENSION, false, value));
    var changed =
        new ParsedCertificate(
            parsed.der(),
            parsed.body(),
            parsed.algorithm(),
            parsed.signature(),
            parsed.serial(),
            parsed.issuer(),
            parsed.validity(),
            parsed.subject(),
            parsed.spki(),
            extensions);
    assertThat(
            catchThrowableOfType(
                    RefusedException.class, () -> CertificateTimestamp.embedded("it", changed))
                .kind())
        .isEqualTo(FailureClass.SCT);
  }

  /// Of `invalid-ct-key_fail`: the log's key in the root is another one.
  @Test
  void aWrongKeyOfTheLogIsRefused() throws IOException {
    var folder = SignedMaterial.ASSETS.resolve("invalid-ct-key_fail");
    Bytes leaf =
        SignedMaterial.bundle(folder.resolve("bundle.sigstore.json")).certificate().orElseThrow();
    var root = SignedMaterial.root(folder.resolve("trusted_root.json"));
    SigningCertificate certificate = SigningCertificate.parse("it", leaf);
    Instant start = certificate.validity().start().orElseThrow();
    List<CertificatePath> found =
        new CertificatePaths().build(certificate, List.of(), root.certificateAuthorities(), start);
    var logs = new CertificateTransparency(root.certificateLogs());
    assertThat(
            catchThrowableOfType(RefusedException.class, () -> logs.require(certificate, found, 1))
                .kind())
        .isEqualTo(FailureClass.SCT);
  }
}
