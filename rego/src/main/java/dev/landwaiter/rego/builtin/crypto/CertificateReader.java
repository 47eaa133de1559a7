package dev.landwaiter.rego.builtin.crypto;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.encoding.Base64Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads certificates and lists of them, with the errors of Go's x509.
final class CertificateReader {
  /// How many certificates one text may hold.
  static final int LIMIT = 1000;

  private static final String MALFORMED = "x509: malformed certificate";
  private static final String TBS = "x509: malformed tbs certificate";
  private static final String EXTENSIONS = "x509: malformed extensions";

  private CertificateReader() {}

  /// The certificates of a text: PEM, base64 of PEM, or base64 of DER.
  static List<Certificate> fromText(String text) throws BuiltinException {
    byte[] bytes = bytes(text);
    return all(PemBlock.begins(bytes) ? joined(bytes) : bytes);
  }

  /// A text that is PEM as it is, any other decoded from base64.
  static byte[] bytes(String text) throws BuiltinException {
    return text.startsWith("-----BEGIN")
        ? text.getBytes(java.nio.charset.StandardCharsets.UTF_8)
        : Base64Text.STANDARD.decode(text);
  }

  private static byte[] joined(byte[] pem) throws BuiltinException {
    var der = new java.io.ByteArrayOutputStream();
    int at = 0;
    while (true) {
      var block = PemBlock.next(pem, at);
      if (block.isEmpty()) {
        return der.toByteArray();
      }
      if (!block.get().type().equals("CERTIFICATE")) {
        throw BuiltinException.failure(
            "PEM block type is '" + block.get().type() + "', expected CERTIFICATE");
      }
      der.writeBytes(block.get().bytes());
      at = block.get().rest();
    }
  }

  private static List<Certificate> all(byte[] der) throws BuiltinException {
    var input = new Der(der);
    List<Certificate> certificates = new ArrayList<>();
    while (!input.isEmpty()) {
      if (certificates.size() == LIMIT) {
        throw BuiltinException.failure("more than " + LIMIT + " certificates");
      }
      certificates.add(read(input));
    }
    return certificates;
  }

  /// Reads the next certificate.
  static Certificate read(Der input) throws BuiltinException {
    byte[] raw = input.element(Der.SEQUENCE, MALFORMED).rest();
    var outer = new Der(raw).content(Der.SEQUENCE, MALFORMED);
    byte[] rawTbs = outer.element(Der.SEQUENCE, TBS).rest();
    var tbs = new Der(rawTbs).content(Der.SEQUENCE, TBS);
    int version = version(tbs);
    var serial = tbs.integer("x509: malformed serial number");
    if (serial.signum() < 0) {
      throw BuiltinException.failure("x509: negative serial number");
    }
    var inner = tbs.content(Der.SEQUENCE, "x509: malformed signature algorithm identifier");
    var again = outer.content(Der.SEQUENCE, "x509: malformed algorithm identifier");
    if (!Arrays.equals(inner.rest(), again.rest())) {
      throw BuiltinException.failure(
          "x509: inner and outer signature algorithm identifiers don't match");
    }
    var algorithm = AlgorithmId.of(inner);
    byte[] issuer = tbs.element(Der.SEQUENCE, "x509: malformed issuer").rest();
    var issuerName = DistinguishedName.of(issuer);
    var validity = tbs.content(Der.SEQUENCE, "x509: malformed validity");
    var notBefore = Asn1Time.read(validity);
    var notAfter = Asn1Time.read(validity);
    byte[] subject = tbs.element(Der.SEQUENCE, "x509: malformed subject").rest();
    var subjectName = DistinguishedName.of(subject);
    byte[] keyInfo = tbs.element(Der.SEQUENCE, "x509: malformed spki").rest();
    var key = publicKey(keyInfo);
    var extensions = version > 1 ? extensions(tbs, version) : new Extensions();
    byte[] signature = outer.bits("x509: malformed signature").rightAligned();
    var fields =
        new Structure()
            .set("Raw", raw)
            .set("RawTBSCertificate", rawTbs)
            .set("RawSubjectPublicKeyInfo", keyInfo)
            .set("RawSubject", subject)
            .set("RawIssuer", issuer)
            .set("Signature", signature)
            .set("SignatureAlgorithm", algorithm.signatureAlgorithm())
            .set("PublicKeyAlgorithm", key.algorithm())
            .set("PublicKey", key.value())
            .set("Version", version)
            .set("SerialNumber", serial)
            .set("Issuer", issuerName)
            .set("Subject", subjectName)
            .set("NotBefore", notBefore.text())
            .set("NotAfter", notAfter.text());
    extensions.show(fields);
    return new Certificate(
        raw,
        rawTbs,
        issuer,
        subject,
        version,
        key,
        algorithm,
        signature,
        notBefore.instant(),
        notAfter.instant(),
        extensions,
        fields.value());
  }

  private static int version(Der tbs) throws BuiltinException {
    String wrong = "x509: malformed version";
    int tag = Der.CONTEXT | Der.CONSTRUCTED;
    int version = tbs.is(tag) ? tbs.content(tag, wrong).smallInteger(Der.INTEGER, wrong) : 0;
    if (version < 0) {
      throw BuiltinException.failure(wrong);
    }
    if (version > 2) {
      throw BuiltinException.failure("x509: invalid version");
    }
    return version + 1;
  }

  private static PublicKeyData publicKey(byte[] raw) throws BuiltinException {
    var info = new Der(raw).content(Der.SEQUENCE, "x509: malformed spki");
    var algorithm =
        AlgorithmId.of(
            info.content(Der.SEQUENCE, "x509: malformed public key algorithm identifier"));
    return PublicKeys.of(algorithm, info.bits("x509: malformed subjectPublicKey"));
  }

  private static Extensions extensions(Der tbs, int version) throws BuiltinException {
    tbs.skip(Der.CONTEXT | 1, "x509: malformed issuerUniqueID");
    tbs.skip(Der.CONTEXT | 2, "x509: malformed subjectUniqueID");
    var extensions = new Extensions();
    int tag = Der.CONTEXT | Der.CONSTRUCTED | 3;
    if (version == 3 && tbs.is(tag)) {
      var list = tbs.content(tag, EXTENSIONS).content(Der.SEQUENCE, EXTENSIONS);
      while (!list.isEmpty()) {
        extensions.add(Extension.of(list.content(Der.SEQUENCE, "x509: malformed extension")));
      }
      extensions.interpret();
    }
    return extensions;
  }

  /// Certificates with the texts of their URIs, as `parse_certificates` shows them.
  static Value shown(List<Certificate> certificates) {
    return Structure.array(
        certificates,
        certificate -> {
          var shown = new Structure();
          certificate.value().members().forEach((key, value) -> shown.set(key.asText(), value));
          return shown
              .set(
                  "URIStrings",
                  Structure.list(certificate.extensions().names().uris(), GoUrl::shownText))
              .value();
        });
  }
}
