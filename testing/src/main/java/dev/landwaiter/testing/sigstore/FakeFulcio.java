package dev.landwaiter.testing.sigstore;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate authority for identities. Tokens are believed; the proof of possession is not.
final class FakeFulcio {
  private static final Base64.Decoder BASE64 = Base64.getDecoder();

  private final Material material;
  private final InstantSource clock;
  private long serial = 1;

  FakeFulcio(Material material, InstantSource clock) {
    this.material = material;
    this.clock = clock;
  }

  /// @param fault the part of the path after `/fulcio-`, or empty
  synchronized Reply issue(String fault, String bearer, String body) throws IOException {
    if (fault.equals("deny") || !bearer.startsWith("Bearer ")) {
      return Reply.error(401, "There was an error processing the identity token");
    }
    Map<?, ?> claims = claims(bearer.substring("Bearer ".length()));
    Object request = JsonText.at(JsonText.object(body), "publicKeyRequest");
    byte[] spki = Material.pem(JsonText.textAt(request, "publicKey", "content"));
    byte[] proof = BASE64.decode(JsonText.textAt(request, "proofOfPossession"));
    String subject = String.valueOf(claims.get(claims.containsKey("email") ? "email" : "sub"));
    if (!proven(Material.publicKey(spki), subject, proof)) {
      return Reply.error(400, "The signature supplied in the request could not be verified");
    }
    try {
      return issued(fault, spki, claims);
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<?, ?> claims(String token) {
    String[] parts = token.split("\\.", -1);
    byte[] body = Base64.getUrlDecoder().decode(parts[1]);
    return JsonText.object(new String(body, StandardCharsets.UTF_8));
  }

  private static boolean proven(PublicKey key, String subject, byte[] proof) {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA%dwithECDSA".formatted(bits(key));
          default -> "Ed25519";
        };
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initVerify(key);
      signature.update(subject.getBytes(StandardCharsets.UTF_8));
      return signature.verify(proof);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static int bits(PublicKey key) {
    return switch (key.getEncoded().length) {
      case 91 -> 256;
      case 120 -> 384;
      default -> 512;
    };
  }

  private Reply issued(String fault, byte[] spki, Map<?, ?> claims)
      throws IOException, OperatorCreationException {
    String chainName =
        switch (fault) {
          case "otherca" -> "other-fulcio-chain";
          case "expint" -> "fulcio-expchain";
          default -> "fulcio-chain";
        };
    List<X509Certificate> chain = material.certificates(chainName);
    PrivateKey key =
        material.key(
            switch (fault) {
              case "otherca" -> "other-fulcio-int";
              case "expint" -> "fulcio-expint";
              default -> "fulcio-int";
            });
    X509Certificate issuer = chain.getFirst();
    Instant now = clock.instant();
    Instant start =
        switch (fault) {
          case "expired" -> now.minus(Duration.ofHours(1));
          case "future" -> now.plus(Duration.ofHours(1));
          default -> now;
        };
    var certificate =
        new X509v3CertificateBuilder(
            X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded()),
            BigInteger.valueOf(serial++).shiftLeft(80).add(BigInteger.valueOf(now.toEpochMilli())),
            Date.from(start),
            Date.from(start.plus(Duration.ofMinutes(10))),
            new X500Name(new RDN[0]),
            SubjectPublicKeyInfo.getInstance(spki));
    LeafProfile.extend(certificate, fault, spki, issuer, claims);
    ContentSigner signer = new JcaContentSignerBuilder("SHA384withECDSA").build(key);
    if (!fault.equals("nosct")) {
      X509CertificateHolder before = certificate.build(signer);
      byte[] list =
          new FakeCertificateLog(material, clock)
              .timestamps(fault, before.toASN1Structure().getTBSCertificate(), issuer);
      certificate.addExtension(LeafProfile.TIMESTAMPS, false, new DEROctetString(list));
    }
    var text =
        new StringBuilder("{\"signedCertificateEmbeddedSct\":{\"chain\":{\"certificates\":[");
    text.append(JsonText.quote(pem(certificate.build(signer).getEncoded())));
    for (X509Certificate above : chain) {
      text.append(',').append(JsonText.quote(pem(encoded(above))));
    }
    return Reply.json(200, text.append("]}}}").toString());
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String pem(byte[] certificate) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate);
    return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
  }
}
