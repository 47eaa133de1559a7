package dev.landwaiter.signing.certificate;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.encoding.Der;
import dev.landwaiter.signing.encoding.DerTime;
import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/// A certificate taken apart by the bytes (RFC 5280, 4.1); nothing of it is judged.
///
/// @param body the signed part with its head, as received
/// @param algorithm the AlgorithmIdentifier of its signature
/// @param issuer the distinguished name, DER
/// @param subject the distinguished name, DER
/// @param spki the SubjectPublicKeyInfo, DER
/// @param extensions by object identifier, in the order of the certificate
public record ParsedCertificate(
    Bytes der,
    Bytes body,
    Der algorithm,
    Bytes signature,
    BigInteger serial,
    Bytes issuer,
    Window validity,
    Bytes subject,
    Bytes spki,
    Map<String, Extension> extensions) {
  /// The most bytes of one certificate.
  static final int LARGEST = 1 << 16;

  private static final int EMPTY_NAME = 2;
  private static final int VERSION = 0xa0;
  private static final int ISSUER_ID = 0x81;
  private static final int SUBJECT_ID = 0x82;
  private static final int EXTENSIONS = 0xa3;

  /// One extension (RFC 5280, 4.2).
  ///
  /// @param value the content of its OCTET STRING
  public record Extension(String id, boolean critical, Bytes value) {}

  /// The same of one that the platform has read.
  public static ParsedCertificate of(String where, X509Certificate certificate)
      throws RefusedException {
    try {
      return parse(where, Bytes.of(certificate.getEncoded()));
    } catch (CertificateEncodingException e) {
      throw broken(where, "it cannot be encoded");
    }
  }

  /// Takes a certificate of version 3 apart.
  ///
  /// @param where it came from, for messages
  /// @throws RefusedException with PARSE or LIMIT, with IDENTITY when it has no name of any kind
  public static ParsedCertificate parse(String where, Bytes der) throws RefusedException {
    if (der.size() > LARGEST) {
      throw new RefusedException(FailureClass.LIMIT, where + ": a certificate of more than 64 KiB");
    }
    List<Der> parts = Der.only(where, der).require(Der.SEQUENCE, where).inner(where);
    if (parts.size() != 3) {
      throw broken(where, "three parts are wanted");
    }
    Der body = parts.get(0).require(Der.SEQUENCE, where);
    Der algorithm = parts.get(1).require(Der.SEQUENCE, where);
    Deque<Der> fields = new ArrayDeque<>(body.inner(where));
    version(where, next(where, fields, VERSION));
    BigInteger serial = next(where, fields, Der.INTEGER).integer(where);
    if (serial.signum() < 0) {
      throw broken(where, "its serial number is negative");
    }
    if (!next(where, fields, Der.SEQUENCE).whole().equals(algorithm.whole())) {
      throw broken(where, "it names two algorithms of its signature");
    }
    Bytes issuer = next(where, fields, Der.SEQUENCE).whole();
    Window validity = validity(where, next(where, fields, Der.SEQUENCE));
    Bytes subject = next(where, fields, Der.SEQUENCE).whole();
    Bytes spki = next(where, fields, Der.SEQUENCE).whole();
    skip(fields, ISSUER_ID);
    skip(fields, SUBJECT_ID);
    Map<String, Extension> extensions =
        fields.isEmpty() ? Map.of() : extensions(where, next(where, fields, EXTENSIONS));
    if (!fields.isEmpty()) {
      throw broken(where, "more follows after the extensions");
    }
    if (subject.size() == EMPTY_NAME && !extensions.containsKey(SubjectNames.EXTENSION)) {
      throw new RefusedException(FailureClass.IDENTITY, where + ": the certificate names nobody");
    }
    return new ParsedCertificate(
        der,
        body.whole(),
        algorithm,
        parts.get(2).octets(where),
        serial,
        issuer,
        validity,
        subject,
        spki,
        extensions);
  }

  private static void version(String where, Der version) throws RefusedException {
    if (!Der.only(where, version.content()).integer(where).equals(BigInteger.TWO)) {
      throw broken(where, "it is not of version 3");
    }
  }

  private static Window validity(String where, Der validity) throws RefusedException {
    List<Der> ends = validity.inner(where);
    if (ends.size() != 2) {
      throw broken(where, "a validity has two ends");
    }
    return new Window(
        Optional.of(DerTime.ofCertificate(where, ends.get(0))),
        Optional.of(DerTime.ofCertificate(where, ends.get(1))));
  }

  private static Map<String, Extension> extensions(String where, Der wrapper)
      throws RefusedException {
    Der list = Der.only(where, wrapper.content()).require(Der.SEQUENCE, where);
    Map<String, Extension> all = new LinkedHashMap<>();
    for (Der each : list.inner(where)) {
      List<Der> parts = new ArrayList<>(each.require(Der.SEQUENCE, where).inner(where));
      if (parts.size() < 2 || parts.size() > 3) {
        throw broken(where, "an extension with missing or additional parts");
      }
      String id = parts.getFirst().objectId(where);
      boolean critical = parts.size() == 3 && parts.get(1).bool(where);
      Bytes value = parts.getLast().require(Der.OCTET_STRING, where).content();
      if (all.put(id, new Extension(id, critical, value)) != null) {
        throw broken(where, "the extension " + id + " stands in it twice");
      }
    }
    return Collections.unmodifiableMap(all);
  }

  private static Der next(String where, Deque<Der> fields, int tag) throws RefusedException {
    Der next = fields.poll();
    if (next == null) {
      throw broken(where, "it ends before its last part");
    }
    return next.require(tag, where);
  }

  private static void skip(Deque<Der> fields, int tag) {
    Der next = fields.peek();
    if (next != null && next.tag() == tag) {
      fields.remove();
    }
  }

  /// Whether it may issue certificates, by its basic constraints.
  public boolean mayIssue() throws RefusedException {
    return CertificateRules.of("the certificate", this).isCa();
  }

  /// An extension by its object identifier.
  public Optional<Extension> extension(String id) {
    return Optional.ofNullable(extensions.get(id));
  }

  static RefusedException broken(String where, String why) {
    return new RefusedException(FailureClass.PARSE, where + " is no usable certificate: " + why);
  }

  /// The subject and the number, for messages.
  @Override
  public String toString() {
    return "'" + name(subject) + "' with serial " + serial.toString(16);
  }

  private static String name(Bytes subject) {
    try {
      return new X500Principal(subject.toArray()).getName();
    } catch (IllegalArgumentException e) {
      return "a name that cannot be shown";
    }
  }
}
