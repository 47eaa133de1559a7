package dev.landwaiter.signing.testing;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.certificate.ParsedCertificate;
import dev.landwaiter.signing.encoding.Der;
import dev.landwaiter.signing.testing.CertificateDraft.Made;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// An answer of a timestamp authority that is made for a test, good or bad (RFC 3161).
public final class TokenDraft {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final Bytes CONTENT_TYPE = Bytes.hex("06092a864886f70d010903");
  private static final Bytes MESSAGE_DIGEST = Bytes.hex("06092a864886f70d010904");
  private static final Bytes CERTIFICATE_V1 = Bytes.hex("060b2a864886f70d010910020c");
  private static final Bytes CERTIFICATE_V2 = Bytes.hex("060b2a864886f70d010910022f");
  private static final Bytes INFO = Bytes.hex("060b2a864886f70d0109100104");
  private static final Bytes SIGNED_DATA = Bytes.hex("06092a864886f70d010702");
  private static final Bytes ECDSA_SHA256 = Bytes.hex("300a06082a8648ce3d040302");

  private final Made signer;
  private final Bytes stamped;
  private final List<Bytes> embedded = new ArrayList<>();

  /// 0 for granted.
  public int status;

  public Instant time = CertificateDraft.NOW;
  public HashAlgorithm imprintHash = HashAlgorithm.SHA2_256;
  public HashAlgorithm digest = HashAlgorithm.SHA2_256;
  public Bytes contentType = INFO;
  public Bytes claimedType = INFO;
  public Bytes algorithm = ECDSA_SHA256;
  public Bytes nonce = Bytes.EMPTY;

  /// Behind the last part of what is stamped.
  public Bytes more = Bytes.EMPTY;

  /// The certificate that the attribute of the second kind is about; empty for no attribute.
  public List<Made> named;

  /// The same for the attribute of the first kind, with SHA-1.
  public List<Made> namedFirst = List.of();

  /// Named by issuer and serial instead of the signer's own certificate.
  public Made claimed;

  public boolean byKeyIdentifier;
  public int signers = 1;
  public Bytes messageDigest = Bytes.EMPTY;
  public Bytes moreAttributes = Bytes.EMPTY;

  public TokenDraft(Made signer, Bytes stamped) {
    this.signer = signer;
    this.stamped = stamped;
    named = List.of(signer);
    claimed = signer;
  }

  public TokenDraft embed(Made... certificates) {
    for (Made each : certificates) {
      embedded.add(each.der());
    }
    return this;
  }

  /// An AlgorithmIdentifier.
  public static Bytes hashId(HashAlgorithm hash) {
    return sequence(Bytes.hex("060960864801650304020" + hash.number()), Bytes.hex("0500"));
  }

  public static Bytes sequence(Bytes... parts) {
    return Der.encode(Der.SEQUENCE, joined(parts));
  }

  private static Bytes joined(Bytes... parts) {
    Bytes all = Bytes.EMPTY;
    for (Bytes each : parts) {
      all = all.plus(each);
    }
    return all;
  }

  private static Bytes number(BigInteger number) {
    return Der.encode(Der.INTEGER, Bytes.of(number.toByteArray()));
  }

  private static Bytes small(int number) {
    return number(BigInteger.valueOf(number));
  }

  private Bytes info() {
    Bytes imprint = Der.encode(Der.OCTET_STRING, stamped.hash(imprintHash));
    return sequence(
        small(1),
        Bytes.hex("06042b030405"),
        sequence(hashId(imprintHash), imprint),
        small(7),
        Der.encode(0x18, Bytes.utf8(TIME.format(time))),
        nonce,
        more);
  }

  private static Bytes attribute(Bytes id, Bytes value) {
    return sequence(id, Der.encode(Der.SET, value));
  }

  private Bytes attributes(Bytes info) throws GeneralSecurityException {
    Bytes hash = messageDigest.isEmpty() ? info.hash(digest) : messageDigest;
    Bytes all =
        attribute(CONTENT_TYPE, claimedType)
            .plus(attribute(MESSAGE_DIGEST, Der.encode(Der.OCTET_STRING, hash)))
            .plus(moreAttributes);
    for (Made each : named) {
      Bytes id = Der.encode(Der.OCTET_STRING, each.der().sha256());
      all = all.plus(attribute(CERTIFICATE_V2, sequence(sequence(sequence(id)))));
    }
    for (Made each : namedFirst) {
      byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(each.der().toArray());
      Bytes id = Der.encode(Der.OCTET_STRING, Bytes.of(sha1));
      all = all.plus(attribute(CERTIFICATE_V1, sequence(sequence(sequence(id)))));
    }
    return all;
  }

  private Bytes signerName() throws RefusedException {
    ParsedCertificate parsed = ParsedCertificate.parse("signer", claimed.der());
    return byKeyIdentifier
        ? Der.encode(
            0x80, Der.only("id", parsed.extension("2.5.29.14").orElseThrow().value()).content())
        : sequence(parsed.issuer(), number(parsed.serial()));
  }

  /// The whole answer.
  public Bytes response() {
    try {
      Bytes info = info();
      Bytes attributes = attributes(info);
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(signer.keys().getPrivate());
      signature.update(Der.encode(Der.SET, attributes).toArray());
      Bytes signed =
          sequence(
              small(byKeyIdentifier ? 3 : 1),
              signerName(),
              hashId(digest),
              Der.encode(0xa0, attributes),
              algorithm,
              Der.encode(Der.OCTET_STRING, Bytes.of(signature.sign())));
      Bytes all = Bytes.EMPTY;
      for (int i = 0; i < signers; i++) {
        all = all.plus(signed);
      }
      Bytes certificates = Der.encode(0xa0, joined(embedded.toArray(Bytes[]::new)));
      Bytes data =
          sequence(
              small(3),
              Der.encode(Der.SET, hashId(digest)),
              sequence(contentType, Der.encode(0xa0, Der.encode(Der.OCTET_STRING, info))),
              certificates,
              Der.encode(Der.SET, all));
      return sequence(sequence(small(status)), sequence(SIGNED_DATA, Der.encode(0xa0, data)));
    } catch (GeneralSecurityException | RefusedException e) {
      throw new IllegalStateException(e);
    }
  }
}
