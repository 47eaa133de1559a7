package dev.landwaiter.signing.certificate;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Der;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The extensions of one certificate that say what it may be used for (RFC 5280, 4.2.1).
///
/// @param isCa whether it may issue certificates
/// @param pathLength how many authorities may stand between it and a leaf; empty for any number
/// @param keyUsage the bits in the order of the standard; empty where the extension is absent
/// @param purposes the extended key usages; empty where the extension is absent
/// @param purposesCritical whether the extended key usage is critical
/// @param unknownCritical a critical extension that nobody here understands, or empty
public record CertificateRules(
    boolean isCa,
    Optional<BigInteger> pathLength,
    Optional<Bytes> keyUsage,
    Optional<List<String>> purposes,
    boolean purposesCritical,
    Optional<String> unknownCritical) {
  public static final int DIGITAL_SIGNATURE = 0;
  public static final int KEY_CERT_SIGN = 5;

  public static final String BASIC_CONSTRAINTS = "2.5.29.19";
  public static final String KEY_USAGE = "2.5.29.15";
  private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
  private static final List<String> KNOWN =
      List.of(
          BASIC_CONSTRAINTS,
          KEY_USAGE,
          EXTENDED_KEY_USAGE,
          SubjectNames.EXTENSION,
          NameConstraints.EXTENSION,
          // Key identifiers, other names of the issuer, and policies: nothing here asks for a
          // policy.
          "2.5.29.14",
          "2.5.29.35",
          "2.5.29.18",
          "2.5.29.32");

  /// Reads them.
  ///
  /// @throws RefusedException with PARSE
  public static CertificateRules of(String where, ParsedCertificate certificate)
      throws RefusedException {
    boolean isCa = false;
    Optional<BigInteger> pathLength = Optional.empty();
    var basic = certificate.extension(BASIC_CONSTRAINTS);
    if (basic.isPresent()) {
      List<Der> parts =
          new ArrayList<>(
              Der.only(where, basic.get().value()).require(Der.SEQUENCE, where).inner(where));
      if (!parts.isEmpty() && parts.getFirst().tag() == Der.BOOLEAN) {
        isCa = parts.removeFirst().bool(where);
      }
      if (!parts.isEmpty()) {
        BigInteger length = parts.removeFirst().integer(where);
        if (!isCa || length.signum() < 0) {
          throw ParsedCertificate.broken(where, "its path length makes no sense");
        }
        pathLength = Optional.of(length);
      }
      if (!parts.isEmpty()) {
        throw ParsedCertificate.broken(where, "its basic constraints have additional parts");
      }
    }
    return new CertificateRules(
        isCa,
        pathLength,
        keyUsage(where, certificate),
        purposes(where, certificate),
        certificate.extension(EXTENDED_KEY_USAGE).map(each -> each.critical()).orElse(false),
        unknown(certificate));
  }

  private static Optional<Bytes> keyUsage(String where, ParsedCertificate certificate)
      throws RefusedException {
    var extension = certificate.extension(KEY_USAGE);
    if (extension.isEmpty()) {
      return Optional.empty();
    }
    Bytes bits = Der.only(where, extension.get().value()).require(Der.BIT_STRING, where).content();
    if (bits.size() < 2
        || bits.size() > 3
        || bits.at(0) > 7
        || (bits.at(bits.size() - 1) & ((1 << bits.at(0)) - 1)) != 0) {
      throw ParsedCertificate.broken(where, "its key usage is malformed");
    }
    return Optional.of(bits.slice(1, bits.size()));
  }

  private static Optional<List<String>> purposes(String where, ParsedCertificate certificate)
      throws RefusedException {
    var extension = certificate.extension(EXTENDED_KEY_USAGE);
    if (extension.isEmpty()) {
      return Optional.empty();
    }
    List<String> all = new ArrayList<>();
    for (Der each :
        Der.only(where, extension.get().value()).require(Der.SEQUENCE, where).inner(where)) {
      all.add(each.objectId(where));
    }
    if (all.isEmpty()) {
      throw ParsedCertificate.broken(where, "the list of its purposes is empty");
    }
    return Optional.of(List.copyOf(all));
  }

  private static Optional<String> unknown(ParsedCertificate certificate) {
    for (ParsedCertificate.Extension each : certificate.extensions().values()) {
      if (each.critical() && !KNOWN.contains(each.id())) {
        return Optional.of(each.id());
      }
    }
    return Optional.empty();
  }

  /// Whether the key may be used so; without the extension it may.
  public boolean allows(int bit) {
    if (keyUsage.isEmpty()) {
      return true;
    }
    Bytes bits = keyUsage.get();
    return bit / 8 < bits.size() && (bits.at(bit / 8) & (0x80 >> (bit % 8))) != 0;
  }

  /// Whether it may be used for the purpose; without the extension it may.
  public boolean allows(Purpose purpose) {
    return purposes.isEmpty()
        || purposes.get().contains(purpose.id())
        || purposes.get().contains(Purpose.ANY);
  }
}
