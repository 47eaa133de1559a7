package dev.landwaiter.signing.trust.file;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.key.PublicKeys;
import dev.landwaiter.signing.trust.Authority;
import dev.landwaiter.signing.trust.LogInstance;
import dev.landwaiter.signing.trust.TrustedRoot;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Trust that is given piece by piece, as PEM files of keys and certificates instead of a trusted
/// root. Such pieces have no period: their window is [Window#OPEN], and whoever uses them reports
/// [dev.landwaiter.signing.Relaxation#KEY_WITHOUT_WINDOW].
///
/// Everything that is wrong with a piece is a [RefusedException] with TRUST_ROOT.
public final class PiecewiseTrust {
  private PiecewiseTrust() {}

  /// A chain file: the last certificate is the anchor, self-signed or not; those before it may
  /// stand between it and a leaf.
  public static List<Authority> chain(String where, Bytes pem) throws RefusedException {
    return List.of(open(Certificates.pem(where, pem)));
  }

  /// Roots and intermediates in one file, told apart by being self-issued.
  public static List<Authority> roots(String where, Bytes pem) throws RefusedException {
    List<X509Certificate> roots = new ArrayList<>();
    List<X509Certificate> others = new ArrayList<>();
    for (X509Certificate each : Certificates.pem(where, pem)) {
      (selfIssued(each) ? roots : others).add(each);
    }
    return authorities(where, roots, others);
  }

  /// Every certificate of one file is an anchor, whatever it is; those of the other may stand
  /// between.
  ///
  /// @param intermediates may be empty
  public static List<Authority> roots(
      String where, Bytes pem, String intermediatesWhere, Bytes intermediates)
      throws RefusedException {
    return authorities(
        where,
        Certificates.pem(where, pem),
        intermediates.isEmpty() ? List.of() : Certificates.pem(intermediatesWhere, intermediates));
  }

  /// The chain of a timestamp authority: at most one certificate of a signer, any number that stand
  /// between, and at least one that is self-issued, in any order.
  public static List<Authority> timestampChain(String where, Bytes pem) throws RefusedException {
    List<X509Certificate> roots = new ArrayList<>();
    List<X509Certificate> others = new ArrayList<>();
    Optional<X509Certificate> signer = Optional.empty();
    for (X509Certificate each : Certificates.pem(where, pem)) {
      if (each.getBasicConstraints() < 0) {
        if (signer.isPresent()) {
          throw new RefusedException(
              FailureClass.TRUST_ROOT,
              where + " holds more than one certificate that is not of an authority");
        }
        signer = Optional.of(each);
      } else {
        (selfIssued(each) ? roots : others).add(each);
      }
    }
    signer.ifPresent(each -> others.add(0, each));
    return authorities(where, roots, others);
  }

  /// A log by its key in PEM form; it is named by the SHA-256 of the key.
  public static LogInstance log(String where, Bytes pem) throws RefusedException {
    try {
      VerificationKey key = PublicKeys.pem(where, pem);
      return new LogInstance("", key.id(), key, Window.OPEN);
    } catch (RefusedException e) {
      throw TrustedRootReader.asRoot(e);
    }
  }

  /// The pieces, and of another root what no piece is given for.
  public static TrustedRoot over(TrustedRoot pieces, TrustedRoot base) {
    return new TrustedRoot(
        first(pieces.logs(), base.logs()),
        first(pieces.certificateLogs(), base.certificateLogs()),
        first(pieces.certificateAuthorities(), base.certificateAuthorities()),
        first(pieces.timestampAuthorities(), base.timestampAuthorities()));
  }

  private static <T> List<T> first(List<T> pieces, List<T> base) {
    return pieces.isEmpty() ? base : pieces;
  }

  private static List<Authority> authorities(
      String where, List<X509Certificate> roots, List<X509Certificate> others)
      throws RefusedException {
    if (roots.isEmpty()) {
      throw new RefusedException(
          FailureClass.TRUST_ROOT, where + " holds no certificate that can be an anchor");
    }
    List<Authority> all = new ArrayList<>();
    for (X509Certificate root : roots) {
      List<X509Certificate> chain = new ArrayList<>(others);
      chain.add(root);
      all.add(open(chain));
    }
    return all;
  }

  private static Authority open(List<X509Certificate> chain) {
    return new Authority("", chain, Window.OPEN);
  }

  private static boolean selfIssued(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }
}
