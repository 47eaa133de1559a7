package dev.landwaiter.testing.sigstore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.OtherName;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/// The extensions of a leaf for an identity, right or with one fault.
final class LeafProfile {
  static final ASN1ObjectIdentifier TIMESTAMPS =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.11129.2.4.2");
  private static final ASN1ObjectIdentifier OWN = new ASN1ObjectIdentifier("1.3.6.1.4.1.57264.1");

  private LeafProfile() {}

  static void extend(
      X509v3CertificateBuilder certificate,
      String fault,
      byte[] spki,
      X509Certificate issuer,
      Map<?, ?> claims)
      throws IOException {
    boolean ca = fault.equals("isca");
    int usage = KeyUsage.digitalSignature | (ca ? KeyUsage.keyCertSign : 0);
    certificate.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
    if (!fault.equals("noeku")) {
      KeyPurposeId purpose =
          switch (fault) {
            case "wrongeku" -> KeyPurposeId.id_kp_serverAuth;
            case "anyeku" -> KeyPurposeId.anyExtendedKeyUsage;
            default -> KeyPurposeId.id_kp_codeSigning;
          };
      certificate.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
    }
    if (ca) {
      certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    }
    certificate.addExtension(
        Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(id(spki)));
    certificate.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        new AuthorityKeyIdentifier(id(issuer.getPublicKey().getEncoded())));
    if (!fault.equals("nosan")) {
      certificate.addExtension(Extension.subjectAlternativeName, true, names(fault, claims));
    }
    for (Map.Entry<Integer, String> each : values(fault, claims).entrySet()) {
      ASN1ObjectIdentifier oid = OWN.branch(each.getKey().toString());
      if (each.getKey() < 7) {
        byte[] raw = each.getValue().getBytes(StandardCharsets.UTF_8);
        certificate.addExtension(oid, false, raw);
      } else {
        certificate.addExtension(oid, false, new DERUTF8String(each.getValue()));
      }
    }
  }

  private static byte[] id(byte[] spki) {
    try {
      byte[] bits = SubjectPublicKeyInfo.getInstance(spki).getPublicKeyData().getBytes();
      return MessageDigest.getInstance("SHA-1").digest(bits);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static GeneralNames names(String fault, Map<?, ?> claims) {
    GeneralName name;
    if (fault.equals("dns")) {
      name = new GeneralName(GeneralName.dNSName, "example.test");
    } else if (claims.containsKey("email")) {
      name = new GeneralName(GeneralName.rfc822Name, text(claims, "email"));
    } else if (claims.containsKey("username")) {
      var value = new DERUTF8String(text(claims, "username"));
      name = new GeneralName(GeneralName.otherName, new OtherName(OWN.branch("7"), value));
    } else {
      name = new GeneralName(GeneralName.uniformResourceIdentifier, uri(claims));
    }
    if (fault.equals("twosan")) {
      var second =
          new GeneralName(GeneralName.uniformResourceIdentifier, "https://example.test/second");
      return new GeneralNames(new GeneralName[] {name, second});
    }
    return new GeneralNames(name);
  }

  private static String uri(Map<?, ?> claims) {
    return claims.containsKey("job_workflow_ref")
        ? "https://github.test/" + text(claims, "job_workflow_ref")
        : text(claims, "sub");
  }

  private static String text(Map<?, ?> claims, String name) {
    return String.valueOf(claims.get(name));
  }

  /// By the last number of the object identifier.
  private static Map<Integer, String> values(String fault, Map<?, ?> claims) {
    Map<Integer, String> values = new LinkedHashMap<>();
    String issuer = text(claims, "iss");
    if (!fault.equals("nov1") && !fault.equals("noiss")) {
      values.put(1, issuer);
    }
    boolean build = claims.containsKey("job_workflow_ref");
    if (build) {
      put(values, 2, claims, "event_name");
      put(values, 3, claims, "sha");
      put(values, 4, claims, "workflow");
      put(values, 5, claims, "repository");
      put(values, 6, claims, "ref");
    }
    if (!fault.equals("nov2") && !fault.equals("noiss")) {
      values.put(8, fault.equals("issdiff") ? "https://other-issuer.test" : issuer);
    }
    if (build) {
      String server = "https://github.test/";
      String repository = server + text(claims, "repository");
      values.put(9, server + text(claims, "job_workflow_ref"));
      put(values, 10, claims, "job_workflow_sha");
      put(values, 11, claims, "runner_environment");
      values.put(12, repository);
      put(values, 13, claims, "sha");
      put(values, 14, claims, "ref");
      put(values, 15, claims, "repository_id");
      values.put(16, server + text(claims, "repository_owner"));
      put(values, 17, claims, "repository_owner_id");
      values.put(18, server + text(claims, "workflow_ref"));
      put(values, 19, claims, "workflow_sha");
      put(values, 20, claims, "event_name");
      values.put(
          21,
          "%s/actions/runs/%s/attempts/%s"
              .formatted(repository, text(claims, "run_id"), text(claims, "run_attempt")));
      put(values, 22, claims, "repository_visibility");
    }
    return values;
  }

  private static void put(Map<Integer, String> values, int id, Map<?, ?> claims, String name) {
    values.put(id, text(claims, name));
  }
}
