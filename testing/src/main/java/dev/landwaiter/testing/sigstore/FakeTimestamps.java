package dev.landwaiter.testing.sigstore;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/// A timestamp authority.
final class FakeTimestamps {
  private static final ASN1ObjectIdentifier POLICY =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.57264.2");

  private final Material material;
  private final InstantSource clock;
  private long serial = 1000;

  FakeTimestamps(Material material, InstantSource clock) {
    this.material = material;
    this.clock = clock;
  }

  synchronized Reply stamp(String fault, byte[] query) throws IOException {
    try {
      var request = new TimeStampRequest(query);
      if (fault.startsWith("badimprint")) {
        byte[] changed = query.clone();
        int last = indexOf(changed, request.getMessageImprintDigest());
        changed[last] ^= 1;
        request = new TimeStampRequest(changed);
      }
      return new Reply(201, "application/timestamp-reply", Map.of(), response(fault, request));
    } catch (TSPException | GeneralSecurityException | OperatorCreationException e) {
      throw new IOException(e);
    }
  }

  private static int indexOf(byte[] whole, byte[] part) {
    for (int i = 0; i + part.length <= whole.length; i++) {
      if (Arrays.equals(whole, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new IllegalArgumentException("not in it");
  }

  private byte[] response(String fault, TimeStampRequest request)
      throws IOException, TSPException, GeneralSecurityException, OperatorCreationException {
    String plain = fault.replace("-embed", "").replace("embed", "");
    List<X509Certificate> chain =
        material.certificates(
            switch (plain) {
              case "other" -> "other-tsa-chain";
              case "expired" -> "tsa-exp-chain";
              default -> "tsa-chain";
            });
    // Of one whose time is over no private key is known: its signature is wrong besides.
    PrivateKey key = material.key(plain.equals("other") ? "other-tsa" : "tsa");
    X509Certificate signer = chain.getFirst();
    var algorithm = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
    var tokens =
        new TimeStampTokenGenerator(
            new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", key, signer),
            new BcDigestCalculatorProvider().get(algorithm),
            POLICY);
    tokens.setAccuracySeconds(1);
    X500Name name = X500Name.getInstance(signer.getSubjectX500Principal().getEncoded());
    tokens.setTSA(new GeneralName(name));
    if (request.getCertReq()) {
      tokens.addCertificates(new JcaCertStore(List.of(signer)));
    }
    Instant now = clock.instant();
    Instant time =
        switch (plain) {
          case "old" -> now.minus(Duration.ofDays(1));
          case "future" -> now.plus(Duration.ofDays(1));
          default -> now;
        };
    var responses = new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED);
    byte[] response =
        responses.generate(request, BigInteger.valueOf(serial++), Date.from(time)).getEncoded();
    return plain.equals("wrongeku") ? withAnotherSigner(response, signer) : response;
  }

  /// Names the certificate for another purpose as that of the signer, which nobody has the key of.
  private byte[] withAnotherSigner(byte[] response, X509Certificate signer) {
    byte[] other =
        material.certificates("tsa-eku-chain").getFirst().getSerialNumber().toByteArray();
    byte[] own = signer.getSerialNumber().toByteArray();
    for (int i = 0; i + own.length <= response.length; i++) {
      if (Arrays.equals(response, i, i + own.length, own, 0, own.length)) {
        System.arraycopy(other, 0, response, i, own.length);
      }
    }
    return response;
  }
}
