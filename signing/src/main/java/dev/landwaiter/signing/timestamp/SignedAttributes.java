package dev.landwaiter.signing.timestamp;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Der;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The attributes that the signature of a timestamp token is over (RFC 5652, 5.3 and 11).
///
/// @param signed the bytes under the signature: the SET as received
/// @param contentType the type of content they claim
/// @param messageDigest the hash of the content
/// @param certificates the hashes of the signer's certificate (RFC 5035); at least one
record SignedAttributes(
    Bytes signed, String contentType, Bytes messageDigest, List<CertificateHash> certificates) {
  private static final String WHAT = "the attributes of the timestamp token";
  private static final String CONTENT_TYPE = "1.2.840.113549.1.9.3";
  private static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
  private static final String CERTIFICATE = "1.2.840.113549.1.9.16.2.12";
  private static final String CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";

  static SignedAttributes read(Der attributes) throws RefusedException {
    Map<String, Der> values = new HashMap<>();
    for (Der each : attributes.inner(WHAT)) {
      List<Der> parts = each.require(Der.SEQUENCE, WHAT).inner(WHAT);
      if (parts.size() != 2) {
        throw broken("one has missing or additional parts");
      }
      String id = parts.getFirst().objectId(WHAT);
      if (values.put(id, parts.getLast().require(Der.SET, WHAT)) != null) {
        throw broken("one stands there twice");
      }
    }
    List<CertificateHash> certificates = new ArrayList<>();
    Optional<Der> second = value(values, CERTIFICATE_V2);
    if (second.isPresent()) {
      certificates.add(CertificateHash.read(second.get(), true));
    }
    Optional<Der> first = value(values, CERTIFICATE);
    if (first.isPresent()) {
      certificates.add(CertificateHash.read(first.get(), false));
    }
    if (certificates.isEmpty()) {
      throw broken("the signer's certificate is not among them");
    }
    return new SignedAttributes(
        Der.encode(Der.SET, attributes.content()),
        required(values, CONTENT_TYPE).objectId(WHAT),
        required(values, MESSAGE_DIGEST).require(Der.OCTET_STRING, WHAT).content(),
        List.copyOf(certificates));
  }

  private static Der required(Map<String, Der> values, String id) throws RefusedException {
    return value(values, id).orElseThrow(() -> broken(id + " is not among them"));
  }

  private static Optional<Der> value(Map<String, Der> values, String id) throws RefusedException {
    Der set = values.get(id);
    return set == null ? Optional.empty() : Optional.of(Der.only(WHAT, set.content()));
  }

  private static RefusedException broken(String why) {
    return new RefusedException(FailureClass.PARSE, WHAT + " are malformed: " + why);
  }
}
