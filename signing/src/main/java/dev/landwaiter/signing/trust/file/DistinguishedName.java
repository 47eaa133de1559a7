package dev.landwaiter.signing.trust.file;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Der;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;

/// Attributes of a certificate's subject.
final class DistinguishedName {
  private static final int BMP_STRING = 0x1e;

  private DistinguishedName() {}

  /// The first value of an attribute, or empty.
  ///
  /// @param type its object identifier
  static String first(X509Certificate certificate, String type) {
    try {
      Bytes name = Bytes.of(certificate.getSubjectX500Principal().getEncoded());
      for (Der set : Der.only("subject", name).inner("subject")) {
        for (Der attribute : set.inner("subject")) {
          var parts = attribute.inner("subject");
          if (parts.size() == 2 && parts.getFirst().objectId("subject").equals(type)) {
            Der value = parts.getLast();
            byte[] content = value.content().toArray();
            return new String(
                content,
                value.tag() == BMP_STRING ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8);
          }
        }
      }
    } catch (RefusedException e) {
      // A name that is not DER names nothing.
    }
    return "";
  }
}
