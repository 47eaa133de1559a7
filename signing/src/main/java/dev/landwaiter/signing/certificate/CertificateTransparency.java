package dev.landwaiter.signing.certificate;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Der;
import dev.landwaiter.signing.trust.LogInstance;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Proves that certificate transparency logs know a certificate, by the timestamps they signed (RFC
/// 6962, 3.2).
public final class CertificateTransparency {
  private static final Bytes HEAD = Bytes.hex("0000");
  private static final Bytes X509_ENTRY = Bytes.hex("0000");
  private static final Bytes PRECERTIFICATE_ENTRY = Bytes.hex("0001");
  private static final int EXTENSIONS = 0xa3;

  private final List<LogInstance> logs;

  /// @param logs that are trusted, each in its own period
  public CertificateTransparency(List<LogInstance> logs) {
    this.logs = List.copyOf(logs);
  }

  /// Requires timestamps in the certificate by so many different logs. Those of other logs, and
  /// wrong ones, do not count.
  ///
  /// @param paths the verified paths of the certificate; the issuer is taken from them
  /// @return the ids of the logs that count
  /// @throws RefusedException with SCT
  public Set<Bytes> require(
      SigningCertificate certificate, List<CertificatePath> paths, int threshold)
      throws RefusedException {
    Set<Bytes> counted = new LinkedHashSet<>();
    String last = "the certificate has no certificate timestamp";
    for (CertificateTimestamp each : certificate.timestamps()) {
      Optional<String> trouble = trouble(certificate, paths, each);
      if (trouble.isEmpty()) {
        counted.add(each.log());
      } else {
        last = trouble.get();
      }
    }
    if (counted.size() < threshold) {
      throw new RefusedException(
          FailureClass.SCT,
          certificate.where()
              + ": certificate timestamps of "
              + counted.size()
              + " logs count, wanted "
              + threshold
              + "; "
              + last);
    }
    return counted;
  }

  /// The rule for signatures of the legacy form: every timestamp in the certificate must be right
  /// and of a trusted log, and there must be one.
  ///
  /// @return the ids of the logs
  /// @throws RefusedException with SCT
  public Set<Bytes> requireEvery(SigningCertificate certificate, List<CertificatePath> paths)
      throws RefusedException {
    Set<Bytes> counted = new LinkedHashSet<>();
    for (CertificateTimestamp each : certificate.timestamps()) {
      Optional<String> trouble = trouble(certificate, paths, each);
      if (trouble.isPresent()) {
        throw new RefusedException(FailureClass.SCT, certificate.where() + ": " + trouble.get());
      }
      counted.add(each.log());
    }
    if (counted.isEmpty()) {
      throw new RefusedException(
          FailureClass.SCT, certificate.where() + ": the certificate has no certificate timestamp");
    }
    return counted;
  }

  /// Requires that a timestamp beside the certificate is right and of a trusted log. Only the
  /// legacy form has it.
  ///
  /// @param json in the form of logs (RFC 6962, 4.1)
  /// @return the id of the log
  /// @throws RefusedException with SCT, or with PARSE for what is no JSON
  public Bytes requireDetached(SigningCertificate certificate, Bytes json) throws RefusedException {
    CertificateTimestamp timestamp =
        CertificateTimestamp.detached(
            certificate.where() + ": the certificate timestamp beside it", json);
    Bytes entry = X509_ENTRY.plus(sized(certificate.der(), 3));
    Optional<String> trouble = trouble(timestamp, List.of(entry));
    if (trouble.isPresent()) {
      throw new RefusedException(FailureClass.SCT, certificate.where() + ": " + trouble.get());
    }
    return timestamp.log();
  }

  private Optional<String> trouble(
      SigningCertificate certificate, List<CertificatePath> paths, CertificateTimestamp timestamp)
      throws RefusedException {
    Bytes body = precertificate(certificate.where(), certificate.parsed().body());
    Set<Bytes> entries = new LinkedHashSet<>();
    for (CertificatePath path : paths) {
      entries.add(PRECERTIFICATE_ENTRY.plus(path.issuer().spki().sha256()).plus(sized(body, 3)));
    }
    return trouble(timestamp, List.copyOf(entries));
  }

  /// What is wrong with a timestamp over one of these entries; empty when nothing is.
  private Optional<String> trouble(CertificateTimestamp timestamp, List<Bytes> entries) {
    boolean known = false;
    boolean inTime = false;
    for (LogInstance log : logs) {
      if (!log.key().id().equals(timestamp.log())) {
        continue;
      }
      known = true;
      if (!log.validFor().contains(timestamp.instant())) {
        continue;
      }
      inTime = true;
      for (Bytes entry : entries) {
        Bytes message =
            HEAD.plus(number(timestamp.time(), 8))
                .plus(entry)
                .plus(sized(timestamp.extensions(), 2));
        if (timestamp.algorithm().isPresent()
            && timestamp.algorithm().get().verify(log.key(), message, timestamp.signature())) {
          return Optional.empty();
        }
      }
    }
    String log = "the log " + timestamp.log().toHex();
    return Optional.of(
        !known
            ? log + " of a certificate timestamp is not trusted"
            : !inTime
                ? log + " is not trusted at the time of its timestamp, " + timestamp.instant()
                : "the certificate timestamp of " + log + " has a wrong signature");
  }

  /// The signed part of a certificate without the list of timestamps: lengths are written anew, all
  /// other bytes stay as they are (RFC 6962, 3.2).
  static Bytes precertificate(String where, Bytes body) throws RefusedException {
    Bytes fields = Bytes.EMPTY;
    for (Der field : Der.only(where, body).inner(where)) {
      fields = fields.plus(field.tag() == EXTENSIONS ? without(where, field) : field.whole());
    }
    return Der.encode(Der.SEQUENCE, fields);
  }

  private static Bytes without(String where, Der wrapper) throws RefusedException {
    List<Der> kept = new ArrayList<>();
    for (Der each : Der.only(where, wrapper.content()).inner(where)) {
      if (!each.inner(where).getFirst().objectId(where).equals(CertificateTimestamp.EXTENSION)) {
        kept.add(each);
      }
    }
    if (kept.isEmpty()) {
      return Bytes.EMPTY;
    }
    Bytes all = Bytes.EMPTY;
    for (Der each : kept) {
      all = all.plus(each.whole());
    }
    return Der.encode(EXTENSIONS, Der.encode(Der.SEQUENCE, all));
  }

  private static Bytes sized(Bytes content, int octets) {
    return number(content.size(), octets).plus(content);
  }

  private static Bytes number(long number, int octets) {
    byte[] all = new byte[octets];
    for (int i = 0; i < octets; i++) {
      all[i] = (byte) (number >> (8 * (octets - 1 - i)));
    }
    return Bytes.of(all);
  }
}
