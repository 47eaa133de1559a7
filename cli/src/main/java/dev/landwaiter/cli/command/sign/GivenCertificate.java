package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.cli.flags.CosignVerifyFlags;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.LegacyParts;
import dev.landwaiter.signing.certificate.SigningCertificate;
import java.io.IOException;
import java.util.Optional;

/// The certificate that `--certificate` gives for older signatures, with the timestamp of a
/// certificate log that `--sct` gives for it. It goes through every check like one that came along.
///
/// @param certificate absent where only a timestamp is given
record GivenCertificate(Optional<Evidence.Signer> certificate, Optional<Bytes> timestamp) {

  /// What the flags give, or nothing.
  static Optional<GivenCertificate> of(Invocation invocation) throws UsageException, IOException {
    Values values = invocation.values();
    String certificate = values.text(CosignFlags.CERTIFICATE);
    String sct = values.text(CosignVerifyFlags.SCT);
    if (certificate.isEmpty() && sct.isEmpty()) {
      return Optional.empty();
    }
    if (!certificate.isEmpty() && !values.text(CosignFlags.KEY).isEmpty()) {
      throw new UsageException("--key and --certificate exclude each other");
    }
    return Optional.of(
        new GivenCertificate(
            certificate.isEmpty()
                ? Optional.empty()
                : Optional.of(
                    LegacyParts.signer(
                        certificate,
                        FileText.read(invocation, "--certificate", certificate).toText())),
            sct.isEmpty()
                ? Optional.empty()
                : Optional.of(FileText.read(invocation, "--sct", sct))));
  }

  /// The same material with them.
  ///
  /// @throws RefusedException with IDENTITY when it came with a certificate of another key
  Evidence in(Evidence evidence) throws RefusedException {
    if (certificate.isPresent()
        && evidence.signer() instanceof Evidence.Signer.Certificate own
        && certificate.get() instanceof Evidence.Signer.Certificate other
        && !spki(evidence, own).equals(spki(evidence, other))) {
      throw new RefusedException(
          FailureClass.IDENTITY,
          evidence.origin()
              + ": the signature came with a certificate of another key than"
              + " --certificate");
    }
    return new Evidence(
        evidence.origin(),
        evidence.form(),
        certificate.orElse(evidence.signer()),
        evidence.signed(),
        evidence.signature(),
        evidence.entries(),
        evidence.timestamps(),
        timestamp.or(evidence::certificateTimestamp));
  }

  private static Bytes spki(Evidence evidence, Evidence.Signer.Certificate certificate)
      throws RefusedException {
    return SigningCertificate.parse(evidence.origin(), certificate.leaf()).spki();
  }
}
