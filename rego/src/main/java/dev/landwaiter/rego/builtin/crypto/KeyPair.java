package dev.landwaiter.rego.builtin.crypto;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import java.util.ArrayList;
import java.util.List;

/// Puts certificates and the private key of the first together, as Go's `tls.X509KeyPair` does.
final class KeyPair {
  private KeyPair() {}

  /// @param certificates PEM, base64 of PEM, or base64 of DER; the key likewise
  static Value parse(String certificates, String key) throws BuiltinException {
    byte[] chain = CertificateReader.bytes(certificates);
    byte[] keyBytes = CertificateReader.bytes(key);
    List<byte[]> ders = PemBlock.begins(chain) ? certificates(chain) : List.of(chain);
    byte[] der = PemBlock.begins(keyBytes) ? key(keyBytes) : keyBytes;
    var leaf = Certificate.parse(ders.getFirst());
    var secret = PrivateKeys.any(der);
    check(leaf.publicKey(), secret.publicKey());
    return new Structure()
        .set("Certificate", Structure.array(ders, each -> Value.of(Structure.base64(each))))
        .set("PrivateKey", secret.value())
        .none("SupportedSignatureAlgorithms", "OCSPStaple", "SignedCertificateTimestamps")
        .set("Leaf", leaf.value())
        .value();
  }

  private static void check(PublicKeyData certified, PublicKeyData own) throws BuiltinException {
    if (certified.equals(own)) {
      return;
    }
    int kind = certified.algorithm();
    if (kind != 1 && kind != 3 && kind != 4) {
      throw BuiltinException.failure("tls: unknown public key algorithm");
    }
    throw BuiltinException.failure(
        kind == own.algorithm()
            ? "tls: private key does not match public key"
            : "tls: private key type does not match public key type");
  }

  private static List<byte[]> certificates(byte[] pem) throws BuiltinException {
    List<byte[]> ders = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    int at = 0;
    for (var block = PemBlock.next(pem, at); block.isPresent(); block = PemBlock.next(pem, at)) {
      at = block.get().rest();
      if (block.get().type().equals("CERTIFICATE")) {
        ders.add(block.get().bytes());
      } else {
        skipped.add(block.get().type());
      }
    }
    if (ders.isEmpty()) {
      throw BuiltinException.failure(
          skipped.isEmpty()
              ? "tls: failed to find any PEM data in certificate input"
              : skipped.size() == 1 && skipped.getFirst().endsWith("PRIVATE KEY")
                  ? "tls: failed to find certificate PEM data in certificate input, but did find a"
                      + " private key; PEM inputs may have been switched"
                  : "tls: failed to find \"CERTIFICATE\" PEM block in certificate input after"
                      + " skipping PEM blocks of the following types: "
                      + list(skipped));
    }
    return ders;
  }

  private static byte[] key(byte[] pem) throws BuiltinException {
    List<String> skipped = new ArrayList<>();
    int at = 0;
    for (var block = PemBlock.next(pem, at); block.isPresent(); block = PemBlock.next(pem, at)) {
      at = block.get().rest();
      String type = block.get().type();
      if (type.equals("PRIVATE KEY") || type.endsWith(" PRIVATE KEY")) {
        return block.get().bytes();
      }
      skipped.add(type);
    }
    throw BuiltinException.failure(
        skipped.isEmpty()
            ? "tls: failed to find any PEM data in key input"
            : skipped.size() == 1 && skipped.getFirst().equals("CERTIFICATE")
                ? "tls: found a certificate rather than a key in the PEM for the private key"
                : "tls: failed to find PEM block with type ending in \"PRIVATE KEY\" in key input"
                    + " after skipping PEM blocks of the following types: "
                    + list(skipped));
  }

  private static String list(List<String> types) {
    return "[" + String.join(" ", types) + "]";
  }
}
