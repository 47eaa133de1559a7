package dev.landwaiter.signing.timestamp;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Der;
import dev.landwaiter.signing.key.NamedAlgorithm;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The signed message that a timestamp token is (RFC 5652, 5, in DER), taken apart: content of the
/// type id-ct-TSTInfo with exactly one signer.
///
/// @param content what is signed
/// @param certificates that came with it, DER; never trusted
/// @param signer issuer and serial number, or the key identifier, as an element
/// @param digest the hash of the content
/// @param attributes what the signature is over
record SignedData(
    Bytes content,
    List<Bytes> certificates,
    Der signer,
    HashAlgorithm digest,
    SignedAttributes attributes,
    NamedAlgorithm algorithm,
    Bytes signature) {
  static final String TIMESTAMP_INFO = "1.2.840.113549.1.9.16.1.4";

  private static final String WHAT = "the timestamp token";
  private static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
  private static final int MOST_CERTIFICATES = 32;
  private static final int VERSION = 3;
  private static final int BY_ISSUER = 1;
  private static final int BY_KEY = 3;
  private static final int KEY_IDENTIFIER = 0x80;
  private static final int FIRST = 0xa0;
  private static final int SECOND = 0xa1;

  /// Reads a ContentInfo.
  ///
  /// @throws RefusedException with PARSE, LIMIT, or SIGNATURE for algorithms that are not permitted
  static SignedData read(Der token) throws RefusedException {
    List<Der> info = token.require(Der.SEQUENCE, WHAT).inner(WHAT);
    if (info.size() != 2 || !info.getFirst().objectId(WHAT).equals(SIGNED_DATA)) {
      throw broken("it is no signed data");
    }
    Der data = Der.only(WHAT, info.getLast().require(FIRST, WHAT).content());
    Deque<Der> fields = new ArrayDeque<>(data.require(Der.SEQUENCE, WHAT).inner(WHAT));
    version(next(fields, Der.INTEGER), VERSION);
    List<HashAlgorithm> hashes = new ArrayList<>();
    for (Der each : next(fields, Der.SET).inner(WHAT)) {
      hashes.add(NamedAlgorithm.hash(WHAT, each));
    }
    Bytes content = content(next(fields, Der.SEQUENCE));
    List<Bytes> certificates = new ArrayList<>();
    if (is(fields, FIRST)) {
      for (Der each : fields.remove().inner(WHAT)) {
        certificates.add(each.whole());
      }
    }
    if (certificates.size() > MOST_CERTIFICATES) {
      throw new RefusedException(FailureClass.LIMIT, WHAT + ": more than 32 certificates");
    }
    if (is(fields, SECOND) && fields.remove().inner(WHAT).isEmpty()) {
      throw broken("its list of revocations is empty");
    }
    List<Der> signers = next(fields, Der.SET).inner(WHAT);
    if (signers.size() != 1 || !fields.isEmpty()) {
      throw broken("it has not exactly one signer");
    }
    SignedData signed = signer(content, List.copyOf(certificates), signers.getFirst());
    if (!hashes.contains(signed.digest)) {
      throw broken("its signer uses a hash that it does not announce");
    }
    return signed;
  }

  private static Bytes content(Der encapsulated) throws RefusedException {
    List<Der> parts = encapsulated.inner(WHAT);
    if (parts.size() != 2 || !parts.getFirst().objectId(WHAT).equals(TIMESTAMP_INFO)) {
      throw broken("it holds no timestamp");
    }
    return Der.only(WHAT, parts.getLast().require(FIRST, WHAT).content())
        .require(Der.OCTET_STRING, WHAT)
        .content();
  }

  private static SignedData signer(Bytes content, List<Bytes> certificates, Der info)
      throws RefusedException {
    Deque<Der> fields = new ArrayDeque<>(info.require(Der.SEQUENCE, WHAT).inner(WHAT));
    Der version = next(fields, Der.INTEGER);
    Der signer = fields.poll();
    if (signer == null || (signer.tag() != Der.SEQUENCE && signer.tag() != KEY_IDENTIFIER)) {
      throw broken("it does not name its signer");
    }
    version(version, signer.tag() == Der.SEQUENCE ? BY_ISSUER : BY_KEY);
    HashAlgorithm digest = NamedAlgorithm.hash(WHAT, next(fields, Der.SEQUENCE));
    SignedAttributes attributes = SignedAttributes.read(next(fields, FIRST));
    NamedAlgorithm algorithm =
        NamedAlgorithm.read(WHAT, next(fields, Der.SEQUENCE), Optional.of(digest));
    Bytes signature = next(fields, Der.OCTET_STRING).content();
    if (is(fields, SECOND)) {
      fields.remove();
    }
    if (!fields.isEmpty()) {
      throw broken("more follows after its signature");
    }
    return new SignedData(content, certificates, signer, digest, attributes, algorithm, signature);
  }

  private static void version(Der version, int wanted) throws RefusedException {
    if (!version.integer(WHAT).equals(BigInteger.valueOf(wanted))) {
      throw broken("its version should be " + wanted);
    }
  }

  private static Der next(Deque<Der> fields, int tag) throws RefusedException {
    Der next = fields.poll();
    if (next == null) {
      throw broken("parts are missing");
    }
    return next.require(tag, WHAT);
  }

  private static boolean is(Deque<Der> fields, int tag) {
    Der next = fields.peek();
    return next != null && next.tag() == tag;
  }

  private static RefusedException broken(String why) {
    return new RefusedException(FailureClass.PARSE, WHAT + " is malformed: " + why);
  }
}
