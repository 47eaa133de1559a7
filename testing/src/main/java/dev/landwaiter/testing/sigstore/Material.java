package dev.landwaiter.testing.sigstore;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/// Keys and certificates of the recorded runs.
///
/// @param folder `trust` among the recorded runs
record Material(Path folder) {
  private static final Base64.Encoder BASE64 = Base64.getEncoder();

  PrivateKey key(String name) {
    byte[] der = pem(read("private/" + name + ".pem"));
    return key(name.contains("rekor2") ? "Ed25519" : "EC", der);
  }

  private static PrivateKey key(String algorithm, byte[] der) {
    try {
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// DER.
  byte[] publicKey(String name) {
    return pem(read(name + ".pub"));
  }

  List<X509Certificate> certificates(String name) {
    try {
      byte[] text = read(name + ".pem").getBytes(StandardCharsets.UTF_8);
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(text))
          .stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What the first block of a PEM text holds.
  static byte[] pem(String text) {
    int start = text.indexOf("-----\n") + 6;
    return Base64.getMimeDecoder().decode(text.substring(start, text.indexOf("-----END", start)));
  }

  static PublicKey publicKey(byte[] spki) {
    for (String algorithm : List.of("EC", "RSA", "Ed25519")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(spki));
      } catch (GeneralSecurityException e) {
        // Another kind of key.
      }
    }
    throw new IllegalArgumentException("not a public key");
  }

  static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        hash.update(part);
      }
      return hash.digest();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Signs with SHA-256, or with Ed25519 as it is.
  static byte[] sign(PrivateKey key, byte[] message) {
    try {
      boolean edwards = key.getAlgorithm().startsWith("Ed");
      Signature signature = Signature.getInstance(edwards ? "Ed25519" : "SHA256withECDSA");
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String base64(byte[] content) {
    return BASE64.encodeToString(content);
  }
}
