package dev.landwaiter.signing.trust.file;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Base64Text;
import dev.landwaiter.signing.encoding.Der;
import dev.landwaiter.signing.encoding.Pem;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Certificates of authorities as files hold them.
final class Certificates {
  private static final Set<String> LABELS =
      Set.of("CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE");
  private static final int MOST = 100;

  private Certificates() {}

  /// One certificate in DER, and nothing else.
  static X509Certificate der(String where, Bytes content) throws RefusedException {
    try {
      Der.only(where, content).require(Der.SEQUENCE, where);
      var certificates = CertificateFactory.getInstance("X.509");
      return (X509Certificate)
          certificates.generateCertificate(new ByteArrayInputStream(content.toArray()));
    } catch (CertificateException e) {
      throw new RefusedException(FailureClass.TRUST_ROOT, where + " is not a certificate");
    } catch (RefusedException e) {
      throw new RefusedException(
          FailureClass.TRUST_ROOT, where + " is not a certificate: " + e.refusal().message());
    }
  }

  /// The certificates of a PEM text, or of the Base64 of one; at least one, and nothing but
  /// certificates.
  static List<X509Certificate> pem(String where, Bytes content) throws RefusedException {
    String text = content.toText();
    List<Pem> blocks = blocks(where, text);
    if (blocks.isEmpty() && !text.isBlank()) {
      blocks = blocks(where, ofBase64(text));
    }
    List<X509Certificate> all = new ArrayList<>();
    for (Pem block : blocks) {
      if (!LABELS.contains(block.label())) {
        throw new RefusedException(
            FailureClass.TRUST_ROOT,
            where + " holds a block '" + block.label() + "' among its certificates",
            "CERTIFICATE",
            block.label());
      }
      if (all.size() == MOST) {
        throw new RefusedException(
            FailureClass.LIMIT, where + " holds more than " + MOST + " certificates");
      }
      all.add(der(where + ", certificate " + (all.size() + 1), block.content()));
    }
    if (all.isEmpty()) {
      throw new RefusedException(FailureClass.TRUST_ROOT, where + " holds no certificate");
    }
    return all;
  }

  private static List<Pem> blocks(String where, String text) throws RefusedException {
    try {
      return Pem.blocks(where, text);
    } catch (RefusedException e) {
      throw e.kind() == FailureClass.LIMIT
          ? e
          : new RefusedException(FailureClass.TRUST_ROOT, e.refusal().message());
    }
  }

  private static String ofBase64(String text) {
    try {
      return Base64Text.file("", text).toText();
    } catch (RefusedException e) {
      return "";
    }
  }
}
