package dev.landwaiter.testing.sigstore;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import org.bouncycastle.asn1.x509.TBSCertificate;

/// A log of certificates that promises to take one in (RFC 6962, 3.2).
record FakeCertificateLog(Material material, InstantSource clock) {
  /// The list of timestamps for a leaf that does not have them yet.
  byte[] timestamps(String fault, TBSCertificate leaf, X509Certificate issuer) throws IOException {
    byte[] good = timestamp(fault, fault.equals("unknownct") ? "other-ctfe" : "ctfe", leaf, issuer);
    byte[][] all =
        fault.equals("twosct")
            ? new byte[][] {timestamp(fault, "other-ctfe", leaf, issuer), good}
            : new byte[][] {good};
    var entries = new ByteArrayOutputStream();
    for (byte[] each : all) {
      vector(entries, each, 2);
    }
    var list = new ByteArrayOutputStream();
    vector(list, entries.toByteArray(), 2);
    return list.toByteArray();
  }

  private byte[] timestamp(String fault, String log, TBSCertificate leaf, X509Certificate issuer)
      throws IOException {
    Instant time = fault.equals("sctold") ? Instant.parse("2020-01-01T00:00:00Z") : clock.instant();
    byte[] extensions = fault.equals("sctext") ? new byte[] {1, 2, 3} : new byte[0];
    byte[] id = Material.sha256(material.publicKey(log));
    var signed = new ByteArrayOutputStream();
    var data = new DataOutputStream(signed);
    data.writeShort(0);
    data.writeLong(time.toEpochMilli());
    data.writeShort(1);
    data.write(Material.sha256(issuer.getPublicKey().getEncoded()));
    vector(signed, leaf.getEncoded(), 3);
    vector(signed, extensions, 2);
    byte[] message = signed.toByteArray();
    if (fault.equals("badsct")) {
      message[20] ^= 1;
    }
    var timestamp = new ByteArrayOutputStream();
    timestamp.write(0);
    timestamp.write(id);
    new DataOutputStream(timestamp).writeLong(time.toEpochMilli());
    vector(timestamp, extensions, 2);
    timestamp.write(new byte[] {4, 3});
    vector(timestamp, Material.sign(material.key(log), message), 2);
    return timestamp.toByteArray();
  }

  private static void vector(ByteArrayOutputStream into, byte[] content, int octets)
      throws IOException {
    for (int i = octets - 1; i >= 0; i--) {
      into.write(content.length >> (8 * i));
    }
    into.write(content);
  }
}
