package dev.landwaiter.cli.command.sign;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.certificate.CertificateTimestamp;
import dev.landwaiter.signing.certificate.ParsedCertificate;
import dev.landwaiter.signing.certificate.SigningCertificate;
import dev.landwaiter.signing.certificate.SubjectName;
import dev.landwaiter.signing.encoding.Der;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a certificate says, as lines of a tree.
record InspectedCertificate(InspectedTree tree, TrustedNames names) {
  private static final Map<Integer, String> EXTENSIONS =
      Map.ofEntries(
          Map.entry(1, "OIDC Issuer"),
          Map.entry(2, "GitHub Workflow Trigger"),
          Map.entry(3, "GitHub Workflow SHA"),
          Map.entry(4, "GitHub Workflow Name"),
          Map.entry(5, "GitHub Workflow Repository"),
          Map.entry(6, "GitHub Workflow Ref"),
          Map.entry(8, "Issuer (V2)"),
          Map.entry(9, "Build Signer URI"),
          Map.entry(10, "Build Signer Digest"),
          Map.entry(11, "Runner Environment"),
          Map.entry(12, "Source Repository URI"),
          Map.entry(13, "Source Repository Digest"),
          Map.entry(14, "Source Repository Ref"),
          Map.entry(15, "Source Repository Identifier"),
          Map.entry(16, "Source Repository Owner URI"),
          Map.entry(17, "Source Repository Owner Identifier"),
          Map.entry(18, "Build Config URI"),
          Map.entry(19, "Build Config Digest"),
          Map.entry(20, "Build Trigger"),
          Map.entry(21, "Run Invocation URI"),
          Map.entry(22, "Source Repository Visibility At Signing"),
          Map.entry(23, "Deployment Environment"),
          Map.entry(24, "Token Subject"));
  private static final List<String> USAGES =
      List.of(
          "Digital Signature",
          "Content Commitment",
          "Key Encipherment",
          "Data Encipherment",
          "Key Agreement",
          "Certificate Sign",
          "CRL Sign",
          "Encipher Only",
          "Decipher Only");
  private static final Map<String, String> PURPOSES =
      Map.of(
          "2.5.29.37.0", "Any",
          "1.3.6.1.5.5.7.3.1", "Server Auth",
          "1.3.6.1.5.5.7.3.2", "Client Auth",
          "1.3.6.1.5.5.7.3.3", "Code Signing",
          "1.3.6.1.5.5.7.3.4", "Email Protection",
          "1.3.6.1.5.5.7.3.8", "Time Stamping",
          "1.3.6.1.5.5.7.3.9", "OCSP Signing");
  private static final String SUBJECT_KEY = "2.5.29.14";
  private static final String AUTHORITY_KEY = "2.5.29.35";

  /// Adds the lines.
  ///
  /// @param depth of the first
  void add(int depth, SigningCertificate certificate) throws RefusedException {
    X509Certificate read = read(certificate);
    tree.line(depth, "Signature Algorithm", algorithm(read.getSigAlgName()));
    tree.head(depth, "Issuer");
    String issuer = read.getIssuerX500Principal().getName("RFC2253");
    part(depth + 1, "Common Name", "CN", issuer);
    part(depth + 1, "Organization", "O", issuer);
    tree.head(depth, "Validity");
    tree.line(depth + 1, "Not Before", time(read.getNotBefore().toInstant()));
    tree.line(depth + 1, "Not After", time(read.getNotAfter().toInstant()));
    key(depth, certificate);
    tree.head(depth, "Extensions");
    extensions(depth + 1, certificate);
    tree.present(depth, "Signature", read.getSignature().length);
  }

  private static X509Certificate read(SigningCertificate certificate) throws RefusedException {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(certificate.der().toArray()));
    } catch (CertificateException e) {
      throw new RefusedException(
          FailureClass.PARSE, certificate.where() + ": the certificate cannot be read");
    }
  }

  static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /// `SHA384withECDSA` as `ECDSA-SHA384`.
  private static String algorithm(String name) {
    int with = name.indexOf("with");
    return with < 0 ? name : name.substring(with + 4) + "-" + name.substring(0, with);
  }

  private void part(int depth, String label, String type, String name) {
    for (String each : name.split("(?<!\\\\)[,+]", -1)) {
      if (each.startsWith(type + "=")) {
        tree.line(depth, label, each.substring(type.length() + 1).replace("\\", ""));
      }
    }
  }

  private void key(int depth, SigningCertificate certificate) throws RefusedException {
    tree.head(depth, "Subject Public Key Info");
    List<Der> parts = Der.only("the public key", certificate.spki()).inner("the public key");
    Bytes point = parts.getLast().content();
    Bytes bits = point.isEmpty() ? point : point.slice(1, point.size());
    switch (certificate.key().key()) {
      case ECPublicKey curve -> {
        tree.line(depth + 1, "Algorithm", "ECDSA");
        tree.line(
            depth + 1, "Curve", "P-" + curve.getParams().getCurve().getField().getFieldSize());
      }
      case RSAPublicKey rsa -> {
        tree.line(depth + 1, "Algorithm", "RSA");
        tree.line(depth + 1, "Key Size", rsa.getModulus().bitLength() + " bits");
      }
      default -> tree.line(depth + 1, "Algorithm", "Ed25519");
    }
    String hex = bits.toHex();
    String shown =
        hex.length() <= 16 ? hex : hex.substring(0, 8) + "..." + hex.substring(hex.length() - 8);
    tree.line(depth + 1, "Public Key", "%s (%d bytes)".formatted(shown, bits.size()));
  }

  private void extensions(int depth, SigningCertificate certificate) throws RefusedException {
    if (!certificate.names().isEmpty()) {
      tree.head(depth, "Identity (Subject Alternative Name)");
      for (SubjectName each : certificate.names()) {
        tree.line(depth + 1, kind(each), each.text());
      }
    }
    usages(depth, read(certificate));
    identifier(depth, "Subject Key ID", certificate.parsed(), SUBJECT_KEY);
    identifier(depth, "Authority Key ID", certificate.parsed(), AUTHORITY_KEY);
    certificate
        .extensions()
        .forEach((number, text) ->
            tree.line(
                depth, EXTENSIONS.getOrDefault(number, "1.3.6.1.4.1.57264.1." + number), text));
    List<CertificateTimestamp> timestamps = certificate.timestamps();
    if (!timestamps.isEmpty()) {
      tree.line(depth, "Signed Certificate Timestamps", timestamps.size());
      for (int i = 0; i < timestamps.size(); i++) {
        timestamp(depth + 1, i, timestamps.get(i));
      }
    }
  }

  private void timestamp(int depth, int index, CertificateTimestamp timestamp) {
    tree.head(depth, "Signed Certificate Timestamp [" + index + "]");
    tree.line(depth + 1, "Version", "v1");
    names.certificateLog(depth + 1, timestamp.log(), tree);
    tree.line(depth + 1, "Timestamp", time(timestamp.instant()));
    if (timestamp.extensions().isEmpty()) {
      tree.line(depth + 1, "Extensions", "none");
    } else {
      tree.present(depth + 1, "Extensions", timestamp.extensions().size());
    }
    tree.present(depth + 1, "Signature", timestamp.signature().size());
  }

  private static String kind(SubjectName name) {
    return switch (name) {
      case SubjectName.Email email -> "Email";
      case SubjectName.Dns dns -> "DNS";
      case SubjectName.Uri uri -> "URI";
      case SubjectName.Ip ip -> "IP Address";
      case SubjectName.Username user -> "Other Name";
      case SubjectName.Unsupported other -> "Unsupported Name";
    };
  }

  private void usages(int depth, X509Certificate certificate) {
    boolean[] usage = certificate.getKeyUsage();
    if (usage != null) {
      List<String> all = new ArrayList<>();
      for (int i = 0; i < usage.length && i < USAGES.size(); i++) {
        if (usage[i]) {
          all.add(USAGES.get(i));
        }
      }
      tree.line(depth, "Key Usage", String.join(", ", all));
    }
    try {
      List<String> purposes = certificate.getExtendedKeyUsage();
      if (purposes != null) {
        tree.line(
            depth,
            "Extended Key Usage",
            String.join(", ", purposes.stream().map(id -> PURPOSES.getOrDefault(id, id)).toList()));
      }
    } catch (CertificateParsingException e) {
      tree.line(depth, "Extended Key Usage", "malformed");
    }
  }

  private void identifier(int depth, String label, ParsedCertificate certificate, String id)
      throws RefusedException {
    ParsedCertificate.Extension extension = certificate.extensions().get(id);
    if (extension == null) {
      return;
    }
    Der value = Der.only(label, extension.value());
    Bytes bytes = value.content();
    if (id.equals(AUTHORITY_KEY)) {
      List<Der> parts = value.inner(label);
      bytes =
          parts.isEmpty() || parts.getFirst().tag() != 0x80
              ? Bytes.EMPTY
              : parts.getFirst().content();
    }
    String url = id.equals(AUTHORITY_KEY) ? names.authority(bytes) : "";
    if (!url.isEmpty()) {
      tree.line(depth, "Authority URL", url);
    } else if (!bytes.isEmpty()) {
      tree.line(depth, label, bytes.toHex());
    }
  }
}
