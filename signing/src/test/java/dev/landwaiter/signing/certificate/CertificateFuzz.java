package dev.landwaiter.signing.certificate;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.testing.CertificateDraft;
import dev.landwaiter.signing.testing.SignedMaterial;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the bytes: a certificate is read as the platform reads it, or refused with a reason.
///
/// `./check` runs the kept inputs; `bench/fuzz` looks for new ones.
class CertificateFuzz {
  @MethodSource("seeds")
  @FuzzTest
  void readsCertificates(byte[] content) {
    try {
      SigningCertificate read = SigningCertificate.parse("it", Bytes.of(content));
      CertificateRules rules = CertificateRules.of("it", read.parsed());
      platform(content).ifPresent(other -> compare(read, rules, other));
      CertificateTransparency.precertificate("it", read.parsed().body());
      read.timestamps();
    } catch (RefusedException e) {
      if (e.refusal().message().isBlank()) {
        throw new AssertionError(e);
      }
    }
  }

  private static Optional<X509Certificate> platform(byte[] content) {
    try {
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(content)));
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }

  private static void compare(
      SigningCertificate read, CertificateRules rules, X509Certificate other) {
    same(read.parsed().serial(), other.getSerialNumber());
    same(
        read.validity(),
        new Window(
            Optional.of(other.getNotBefore().toInstant()),
            Optional.of(other.getNotAfter().toInstant())));
    same(rules.isCa(), other.getBasicConstraints() >= 0);
    boolean[] usage = other.getKeyUsage();
    if (usage != null) {
      same(rules.allows(CertificateRules.DIGITAL_SIGNATURE), usage[0]);
      same(rules.allows(CertificateRules.KEY_CERT_SIGN), usage[5]);
    }
    same(rules.keyUsage().isPresent(), usage != null);
    try {
      List<String> purposes = other.getExtendedKeyUsage();
      if (purposes != null) {
        same(rules.purposes().orElse(List.of()), purposes);
      }
      same(read.parsed().subject(), Bytes.of(other.getSubjectX500Principal().getEncoded()));
      var names = other.getSubjectAlternativeNames();
      same(read.names().size(), names == null ? 0 : names.size());
    } catch (CertificateException e) {
      // The platform reads less.
    }
  }

  private static void same(Object ours, Object theirs) {
    if (!ours.equals(theirs)) {
      throw new AssertionError(ours + " instead of " + theirs);
    }
  }

  static Stream<byte[]> seeds() throws IOException {
    if (System.getenv("JAZZER_FUZZ") == null) {
      return Stream.empty();
    }
    List<byte[]> all = new ArrayList<>();
    for (String each :
        List.of("good", "github", "isca", "dns-ip", "username", "twosct", "sctext")) {
      all.add(SignedMaterial.certificate(each).toArray());
    }
    all.add(CertificateDraft.authority("root").selfSigned().der().toArray());
    return all.stream();
  }
}
