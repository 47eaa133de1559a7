package dev.landwaiter.signing.notation.verify;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.certificate.CertificateRules;
import dev.landwaiter.signing.certificate.ParsedCertificate;
import dev.landwaiter.signing.certificate.Purpose;
import dev.landwaiter.signing.key.NamedAlgorithm;
import dev.landwaiter.signing.key.PublicKeys;
import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rules for chains of certificates (signature specification, certificate requirements): whole
/// from leaf to root, in order, nothing beside.
final class ChainRules {
  private static final List<Integer> FORBIDDEN_USES = List.of(2, 3, 4, 5, 6, 7, 8);
  private static final Set<String> FORBIDDEN_PURPOSES =
      Set.of(
          "2.5.29.37.0",
          "1.3.6.1.5.5.7.3.1",
          "1.3.6.1.5.5.7.3.2",
          "1.3.6.1.5.5.7.3.4",
          Purpose.TIMESTAMPING.id());

  private ChainRules() {}

  /// The certificates of an envelope.
  ///
  /// @throws RefusedException with PARSE for broken ones, with SIGNATURE for keys and algorithms
  ///   that are not permitted, with CHAIN for every other rule
  static List<ParsedCertificate> signing(List<Bytes> ders) throws RefusedException {
    List<ParsedCertificate> chain = new ArrayList<>();
    for (Bytes der : ders) {
      chain.add(ParsedCertificate.parse("certificate " + chain.size() + " of the envelope", der));
    }
    require(chain, false);
    return chain;
  }

  /// The path of a timestamp authority.
  static void timestamping(List<ParsedCertificate> chain) throws RefusedException {
    require(chain, true);
  }

  private static void require(List<ParsedCertificate> chain, boolean timestamping)
      throws RefusedException {
    for (int i = 0; i < chain.size(); i++) {
      ParsedCertificate each = chain.get(i);
      boolean last = i == chain.size() - 1;
      boolean itself = each.subject().equals(each.issuer());
      if (itself && !last) {
        throw wrong(each, "is issued by itself and not the last of the chain");
      }
      if (last && !itself) {
        throw wrong(each, "is the last of the chain and not a root");
      }
      signed(each, last ? each : chain.get(i + 1));
      if (i == 0) {
        leaf(each, timestamping);
      } else {
        authority(each, i - 1, timestamping);
      }
    }
  }

  private static void signed(ParsedCertificate certificate, ParsedCertificate issuer)
      throws RefusedException {
    String where = certificate.toString();
    if (!certificate.issuer().equals(issuer.subject())) {
      throw wrong(certificate, "is not issued by the next of the chain");
    }
    VerificationKey key = PublicKeys.spki(where, issuer.spki());
    if (!(key.key() instanceof RSAPublicKey) && !(key.key() instanceof ECPublicKey)) {
      throw new RefusedException(
          FailureClass.SIGNATURE, issuer + " has a key that is neither RSA nor ECDSA");
    }
    NamedAlgorithm algorithm =
        NamedAlgorithm.read(where, certificate.algorithm(), Optional.empty());
    if (!algorithm.verify(key, certificate.body(), certificate.signature())) {
      throw wrong(certificate, "is not signed by the next of the chain");
    }
  }

  private static void leaf(ParsedCertificate leaf, boolean timestamping) throws RefusedException {
    CertificateRules rules = CertificateRules.of(leaf.toString(), leaf);
    if (rules.isCa()) {
      throw wrong(leaf, "signs as an authority");
    }
    usage(leaf, rules, CertificateRules.DIGITAL_SIGNATURE, timestamping);
    for (int bit : FORBIDDEN_USES) {
      if (rules.allows(bit)) {
        throw wrong(leaf, "may be used for more than signatures");
      }
    }
    List<String> purposes = rules.purposes().orElse(List.of());
    if (timestamping) {
      if (!rules.purposesCritical() || !purposes.equals(List.of(Purpose.TIMESTAMPING.id()))) {
        throw wrong(leaf, "is not for timestamps alone");
      }
      return;
    }
    for (String each : purposes) {
      if (FORBIDDEN_PURPOSES.contains(each)) {
        throw wrong(leaf, "is for the other purpose " + each);
      }
    }
  }

  /// @param below how many authorities stand below it
  private static void authority(ParsedCertificate certificate, int below, boolean timestamping)
      throws RefusedException {
    CertificateRules rules = CertificateRules.of(certificate.toString(), certificate);
    if (!rules.isCa() || !critical(certificate, CertificateRules.BASIC_CONSTRAINTS)) {
      throw wrong(certificate, "is not marked as an authority");
    }
    Optional<BigInteger> length = rules.pathLength();
    if (length.isPresent() && length.get().compareTo(BigInteger.valueOf(below)) < 0) {
      throw wrong(certificate, "permits fewer authorities below it");
    }
    usage(certificate, rules, CertificateRules.KEY_CERT_SIGN, timestamping);
  }

  private static void usage(
      ParsedCertificate certificate, CertificateRules rules, int bit, boolean timestamping)
      throws RefusedException {
    boolean there =
        rules.keyUsage().isPresent()
            && (timestamping || critical(certificate, CertificateRules.KEY_USAGE));
    if (!there || !rules.allows(bit)) {
      throw wrong(certificate, "does not say that its key may be used so");
    }
  }

  private static boolean critical(ParsedCertificate certificate, String extension) {
    ParsedCertificate.Extension found = certificate.extensions().get(extension);
    return found != null && found.critical();
  }

  private static RefusedException wrong(ParsedCertificate certificate, String why) {
    return new RefusedException(FailureClass.CHAIN, "the certificate " + certificate + " " + why);
  }
}
