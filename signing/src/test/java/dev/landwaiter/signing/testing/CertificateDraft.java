package dev.landwaiter.signing.testing;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.trust.Authority;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v1CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate that is made for a test, good or bad.
public final class CertificateDraft {
  public static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
  public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  public static final Instant END = Instant.parse("2030-01-01T00:00:00Z");

  private static final AtomicLong SERIAL = new AtomicLong(1000);

  private record Given(String id, boolean critical, Bytes value) {}

  private String subject;
  private final List<Given> extensions = new ArrayList<>();
  private KeyPair keys;
  private Instant start = START;
  private Instant end = END;
  private String algorithm = "";

  private CertificateDraft(String subject, KeyPair keys) {
    this.subject = subject;
    this.keys = keys;
  }

  /// A certificate with the key that belongs to it.
  public record Made(Bytes der, KeyPair keys, String name) {
    /// As the platform reads it, which refuses some.
    public X509Certificate certificate() {
      try {
        return new JcaX509CertificateConverter()
            .getCertificate(new X509CertificateHolder(der.toArray()));
      } catch (IOException | CertificateException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /// An authority with nothing wrong.
  public static CertificateDraft authority(String name) {
    return new CertificateDraft("CN=" + name, keys("P-256"))
        .with(Extension.basicConstraints, true, new BasicConstraints(true))
        .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
  }

  /// A signer with nothing wrong.
  public static CertificateDraft leaf(String mailbox) {
    return bare("")
        .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
        .with(
            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_codeSigning))
        .with(
            Extension.subjectAlternativeName,
            true,
            new GeneralNames(new GeneralName(GeneralName.rfc822Name, mailbox)));
  }

  /// The signer of a timestamp authority with nothing wrong.
  public static CertificateDraft stamper(String name) {
    return bare("CN=" + name)
        .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
        .with(
            Extension.extendedKeyUsage,
            true,
            new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
  }

  /// Without any extension.
  public static CertificateDraft bare(String subject) {
    return new CertificateDraft(subject, keys("P-256"));
  }

  /// A fresh pair: `P-256`, `P-384`, `P-521`, `Ed25519`, or `RSA` with a number of bits.
  public static KeyPair keys(String kind) {
    try {
      String name = kind.startsWith("P-") ? "EC" : kind.startsWith("RSA") ? "RSA" : kind;
      var generator = KeyPairGenerator.getInstance(name);
      Optional<AlgorithmParameterSpec> spec =
          switch (name) {
            case "EC" -> Optional.of(new ECGenParameterSpec("secp" + kind.substring(2) + "r1"));
            case "RSA" ->
                Optional.of(
                    new RSAKeyGenParameterSpec(
                        Integer.parseInt(kind.substring(3)), RSAKeyGenParameterSpec.F4));
            default -> Optional.empty();
          };
      if (spec.isPresent()) {
        generator.initialize(spec.get());
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Sets an extension, in place of one with the same object identifier.
  public CertificateDraft with(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {
    try {
      return with(id, critical, Bytes.of(value.toASN1Primitive().getEncoded("DER")));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The same with any bytes as the value.
  public CertificateDraft with(ASN1ObjectIdentifier id, boolean critical, Bytes value) {
    without(id);
    extensions.add(new Given(id.getId(), critical, value));
    return this;
  }

  public CertificateDraft without(ASN1ObjectIdentifier id) {
    extensions.removeIf(each -> each.id.equals(id.getId()));
    return this;
  }

  public CertificateDraft named(String name) {
    subject = name;
    return this;
  }

  public CertificateDraft valid(Instant from, Instant to) {
    start = from;
    end = to;
    return this;
  }

  public CertificateDraft key(KeyPair pair) {
    keys = pair;
    return this;
  }

  /// The algorithm of the issuer's signature, in the words of the JDK.
  public CertificateDraft algorithm(String name) {
    algorithm = name;
    return this;
  }

  /// Signed with its own key.
  public Made selfSigned() {
    return by(subject, keys);
  }

  public Made by(Made issuer) {
    return by(issuer.name, issuer.keys);
  }

  /// Signed with any key under any name.
  public Made by(String issuer, KeyPair signer) {
    try {
      var builder =
          new JcaX509v3CertificateBuilder(
              new X500Name(issuer),
              BigInteger.valueOf(SERIAL.incrementAndGet()),
              Date.from(start),
              Date.from(end),
              new X500Name(subject),
              keys.getPublic());
      for (Given each : extensions) {
        builder.addExtension(
            new ASN1ObjectIdentifier(each.id), each.critical, each.value.toArray());
      }
      String name =
          !algorithm.isEmpty()
              ? algorithm
              : switch (signer.getPrivate().getAlgorithm()) {
                case "RSA" -> "SHA256withRSA";
                case "EC" -> "SHA256withECDSA";
                default -> "Ed25519";
              };
      var holder = builder.build(signer(name, signer));
      return new Made(Bytes.of(holder.getEncoded()), keys, subject);
    } catch (IOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A certificate of version 1, signed with its own key.
  public static Made old(String name) {
    try {
      KeyPair pair = keys("P-256");
      var full = new X500Name("CN=" + name);
      var holder =
          new JcaX509v1CertificateBuilder(
                  full, BigInteger.ONE, Date.from(START), Date.from(END), full, pair.getPublic())
              .build(signer("SHA256withECDSA", pair));
      return new Made(Bytes.of(holder.getEncoded()), pair, "CN=" + name);
    } catch (IOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ContentSigner signer(String name, KeyPair keys) throws OperatorCreationException {
    var builder = new JcaContentSignerBuilder(name);
    // The JDK has RSASSA-PSS under another name.
    return (name.endsWith("MGF1") ? builder.setProvider(new BouncyCastleProvider()) : builder)
        .build(keys.getPrivate());
  }

  /// As trusted, always.
  public static Authority trusted(Made... chain) {
    return trusted(Window.OPEN, chain);
  }

  public static Authority trusted(Window window, Made... chain) {
    List<X509Certificate> all = new ArrayList<>();
    for (Made each : chain) {
      all.add(each.certificate());
    }
    return new Authority("https://" + chain[chain.length - 1].name(), all, window);
  }
}
