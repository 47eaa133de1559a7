package dev.landwaiter.signing.trust.file;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.key.PublicKeys;
import dev.landwaiter.signing.log.NoteKey;
import dev.landwaiter.signing.trust.Authority;
import dev.landwaiter.signing.trust.LogInstance;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/// The members of a trusted root that somebody writes down anew, from PEM files and periods.
public final class TrustedRootParts {
  private TrustedRootParts() {}

  /// A certificate authority.
  ///
  /// @param pem its chain, the root last
  /// @param window without a start it begins with the root
  /// @throws RefusedException with TRUST_ROOT
  public static Authority certificateAuthority(String where, String url, Bytes pem, Window window)
      throws RefusedException {
    List<X509Certificate> chain = Certificates.pem(where, pem);
    return new Authority(url, chain, since(window, chain.getLast()));
  }

  /// A timestamp authority.
  ///
  /// @param pem its chain, which begins with the certificate that signs and ends with the root
  /// @param window without a start it begins with the certificate that signs
  /// @throws RefusedException with TRUST_ROOT
  public static Authority timestampAuthority(String where, String url, Bytes pem, Window window)
      throws RefusedException {
    List<X509Certificate> chain = Certificates.pem(where, pem);
    if (chain.getFirst().getBasicConstraints() >= 0) {
      throw new RefusedException(
          FailureClass.TRUST_ROOT,
          where + " does not begin with the certificate that signs timestamps");
    }
    if (chain.size() < 2) {
      throw new RefusedException(
          FailureClass.TRUST_ROOT, where + " holds no root of the timestamp authority");
    }
    return new Authority(url, chain, since(window, chain.getFirst()));
  }

  /// A log.
  ///
  /// @param pem its public key
  /// @param window with its start
  /// @param origin the name in the checkpoints of a Rekor log of version 2, or empty
  /// @throws RefusedException with TRUST_ROOT, with USAGE where the start is missing
  public static LogInstance log(String where, String url, Bytes pem, Window window, String origin)
      throws RefusedException {
    if (window.start().isEmpty()) {
      throw new RefusedException(
          FailureClass.USAGE, "a log wants the time from which on its key is good: " + where);
    }
    try {
      VerificationKey key = PublicKeys.pem(where, pem);
      Bytes id = origin.isEmpty() ? key.id() : NoteKey.of(origin, key).hash();
      return new LogInstance(url, id, key, window);
    } catch (RefusedException e) {
      throw TrustedRootReader.asRoot(e);
    }
  }

  private static Window since(Window window, X509Certificate certificate) {
    return window.start().isPresent()
        ? window
        : new Window(Optional.of(certificate.getNotBefore().toInstant()), window.end());
  }
}
