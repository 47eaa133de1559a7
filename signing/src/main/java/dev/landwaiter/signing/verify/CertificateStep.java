package dev.landwaiter.signing.verify;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.TimeProof;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.certificate.CertificatePath;
import dev.landwaiter.signing.certificate.CertificatePaths;
import dev.landwaiter.signing.certificate.CertificateTransparency;
import dev.landwaiter.signing.certificate.SigningCertificate;
import dev.landwaiter.signing.certificate.SubjectName;
import dev.landwaiter.signing.trust.Authority;
import java.util.ArrayList;
import java.util.List;

/// Whether the certificate leads to a trusted authority at every proven time, and whether it is
/// public (steps 8 and 9).
final class CertificateStep {
  private CertificateStep() {}

  /// The paths that hold at every time.
  ///
  /// @param times not empty
  /// @throws RefusedException with TIME or CHAIN
  static List<CertificatePath> paths(
      CertificatePaths paths, Material material, List<Authority> authorities, List<TimeProof> times)
      throws RefusedException {
    SigningCertificate leaf = material.certificate().orElseThrow();
    List<Bytes> between = intermediates(material.evidence(), authorities);
    List<CertificatePath> all = List.of();
    for (TimeProof each : times) {
      List<CertificatePath> then = paths.build(leaf, between, authorities, each.time());
      if (all.isEmpty()) {
        all = then;
      } else {
        all = new ArrayList<>(all);
        all.retainAll(then);
        if (all.isEmpty()) {
          throw new RefusedException(
              FailureClass.CHAIN,
              "no one path from the certificate to an authority holds at every proven time");
        }
      }
    }
    return all;
  }

  /// Untrusted certificates that came along. For the legacy form they count only where the trusted
  /// authorities name no intermediate themselves.
  private static List<Bytes> intermediates(Evidence evidence, List<Authority> authorities)
      throws RefusedException {
    if (!(evidence.signer() instanceof Evidence.Signer.Certificate given)) {
      return List.of();
    }
    if (evidence.form() == Evidence.Form.LEGACY) {
      for (Authority each : authorities) {
        if (each.chain().size() > 1) {
          return List.of();
        }
      }
    }
    return given.intermediates();
  }

  /// Requires that certificate logs know the certificate. In the legacy form every embedded
  /// timestamp must be good, or one beside the certificate.
  ///
  /// @throws RefusedException with SCT
  static void transparency(
      CertificateTransparency logs, Material material, List<CertificatePath> paths, int least)
      throws RefusedException {
    SigningCertificate leaf = material.certificate().orElseThrow();
    int found;
    if (material.evidence().form() != Evidence.Form.LEGACY) {
      logs.require(leaf, paths, least);
      return;
    }
    if (material.evidence().certificateTimestamp().isPresent()) {
      logs.requireDetached(leaf, material.evidence().certificateTimestamp().get());
      found = 1;
    } else {
      found = logs.requireEvery(leaf, paths).size();
    }
    if (found < least) {
      throw new RefusedException(
          FailureClass.SCT,
          "too few certificate logs know the certificate",
          Integer.toString(least),
          Integer.toString(found));
    }
  }

  /// What the result says about the signer.
  static SignedBy summary(SigningCertificate leaf, CertificatePath path) throws RefusedException {
    List<String> names = new ArrayList<>();
    for (SubjectName each : leaf.names()) {
      if (!each.text().isEmpty()) {
        names.add(each.text());
      }
    }
    Authority authority = path.authority();
    return new SignedBy.Certificate(
        names,
        leaf.issuer().orElse(""),
        leaf.extensions(),
        authority.uri().isEmpty()
            ? authority.anchor().getSubjectX500Principal().getName()
            : authority.uri(),
        leaf.validity().start().orElseThrow(),
        leaf.validity().end().orElseThrow(),
        leaf.der());
  }
}
