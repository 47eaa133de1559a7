package dev.landwaiter.oci.registry;

import dev.landwaiter.oci.ImageException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Certificates and private keys in PEM (RFC 7468). What a key file holds is never shown.
public final class Pem {
  private static final int FILE_LIMIT = 4 << 20;
  private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA", "RSASSA-PSS");

  private Pem() {}

  /// The certificates of a file, at least one; what else is in it is passed over.
  public static List<Certificate> certificates(Path file) throws ImageException {
    String text = new String(read(file, "certificates"), StandardCharsets.ISO_8859_1);
    var all = new StringBuilder();
    for (int at = text.indexOf(begin("CERTIFICATE")); at >= 0; ) {
      int end = text.indexOf(end("CERTIFICATE"), at);
      if (end < 0) {
        break;
      }
      all.append(text, at, end).append(end("CERTIFICATE")).append('\n');
      at = text.indexOf(begin("CERTIFICATE"), end);
    }
    try {
      var certificates =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(all.toString().getBytes(StandardCharsets.ISO_8859_1)));
      if (certificates.isEmpty()) {
        throw wrong(file, "certificates", "there is no certificate in PEM");
      }
      return List.copyOf(certificates);
    } catch (CertificateException e) {
      throw wrong(file, "certificates", String.valueOf(e.getMessage()));
    }
  }

  /// The private key of a file.
  ///
  /// @throws ImageException when there is none in PKCS #8; the message says how to make it one
  public static PrivateKey key(Path file) throws ImageException {
    String text = new String(read(file, "key"), StandardCharsets.ISO_8859_1);
    Optional<String> found = block(text, "PRIVATE KEY");
    if (found.isEmpty()) {
      throw wrong(
          file,
          "key",
          text.contains("PRIVATE KEY-----")
              ? "it is encrypted or in an old form; make it one that is not with"
                  + " openssl pkcs8 -topk8 -nocrypt"
              : "there is no private key in PEM");
    }
    try {
      var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(found.get()));
      for (String algorithm : ALGORITHMS) {
        try {
          return KeyFactory.getInstance(algorithm).generatePrivate(spec);
        } catch (InvalidKeySpecException e) {
          // a key of another kind
        }
      }
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw wrong(file, "key", "it is broken");
    }
    throw wrong(file, "key", "it is broken or of a kind that TLS has no use for");
  }

  private static String begin(String label) {
    return "-----BEGIN " + label + "-----";
  }

  private static String end(String label) {
    return "-----END " + label + "-----";
  }

  private static Optional<String> block(String text, String label) {
    int at = text.indexOf(begin(label));
    int end = at < 0 ? -1 : text.indexOf(end(label), at);
    return end < 0
        ? Optional.empty()
        : Optional.of(text.substring(at + begin(label).length(), end));
  }

  private static byte[] read(Path file, String what) throws ImageException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(FILE_LIMIT + 1);
      if (bytes.length > FILE_LIMIT) {
        throw wrong(file, what, "more than " + FILE_LIMIT + " bytes");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw wrong(file, what, "the file does not exist");
    } catch (ImageException e) {
      throw e;
    } catch (IOException e) {
      throw wrong(file, what, String.valueOf(e.getMessage()));
    }
  }

  private static ImageException wrong(Path file, String what, String why) {
    return new ImageException(
        ImageException.Code.INVALID, "the %s in %s cannot be read: %s".formatted(what, file, why));
  }
}
