package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.cli.flags.CosignVerifyFlags;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Relaxation;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.LegacyBundle;
import dev.landwaiter.signing.bundle.LegacyParts;
import dev.landwaiter.signing.bundle.SignatureFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The signature of a file, from a bundle or from the pieces that flags name.
///
/// @param cosign whether combinations that cosign refuses are refused
record BlobEvidence(Invocation invocation, boolean cosign) {
  /// Flags that have no meaning for a Sigstore bundle, which carries or forbids what they give.
  private static final List<Flag> OLDER =
      List.of(
          CosignFlags.CERTIFICATE,
          CosignFlags.CERTIFICATE_CHAIN,
          CosignVerifyFlags.CA_ROOTS,
          CosignVerifyFlags.CA_INTERMEDIATES,
          CosignVerifyFlags.TSA_CHAIN,
          CosignVerifyFlags.RFC3161,
          CosignVerifyFlags.SIGNATURE,
          CosignVerifyFlags.SCT);

  /// Reads it.
  ///
  /// @throws UsageException when flags contradict each other or the form of the signature
  Evidence read(Set<Relaxation> relaxations) throws UsageException, IOException {
    Values values = invocation.values();
    String bundle = values.text(CosignFlags.BUNDLE);
    if (bundle.isEmpty()) {
      return pieces(values);
    }
    Evidence evidence =
        SignatureFile.read(bundle, FileText.read(invocation, "--bundle", bundle), relaxations);
    if (evidence.form() == Evidence.Form.LEGACY) {
      older(values);
      return with(evidence, values);
    }
    if (!values.flag(CosignFlags.NEW_BUNDLE_FORMAT)) {
      throw new UsageException(
          bundle + " is a Sigstore bundle, which --new-bundle-format=false leaves out");
    }
    Optional<Flag> older = Judging.first(values, OLDER);
    if (older.isPresent()) {
      throw new UsageException(
          "--%s is for older signatures, and %s is a Sigstore bundle%s"
              .formatted(
                  older.get().name(),
                  bundle,
                  older.get().name().contains("c")
                      ? "; name what is trusted by --trusted-root"
                      : ""));
    }
    return evidence;
  }

  private Evidence pieces(Values values) throws UsageException, IOException {
    String signature = values.text(CosignVerifyFlags.SIGNATURE);
    if (signature.isEmpty()) {
      throw new UsageException(
          "where is the signature? add --bundle FILE, or --signature FILE for older ones");
    }
    older(values);
    Evidence evidence =
        LegacyBundle.of(
            signature,
            new Evidence.Signer.Key(""),
            SignatureText.read(invocation, signature),
            List.of(),
            List.of());
    return with(evidence, values);
  }

  /// What cosign refuses for the older forms.
  private void older(Values values) throws UsageException {
    if (cosign && !values.text(CosignFlags.TRUSTED_ROOT).isEmpty()) {
      throw new UsageException("--trusted-root is only for Sigstore bundles, and this is none");
    }
  }

  /// The same with the certificate and the timestamps that flags give.
  private Evidence with(Evidence evidence, Values values) throws UsageException, IOException {
    String certificate = values.text(CosignFlags.CERTIFICATE);
    String timestamp = values.text(CosignVerifyFlags.RFC3161);
    String sct = values.text(CosignVerifyFlags.SCT);
    Evidence.Signer signer = evidence.signer();
    if (!certificate.isEmpty()) {
      Evidence.Signer given =
          LegacyParts.signer(
              certificate, FileText.read(invocation, "--certificate", certificate).toText());
      boolean own = !(signer instanceof Evidence.Signer.Key);
      if (own && !signer.equals(given)) {
        throw new RefusedException(
            FailureClass.IDENTITY,
            "%s: the signature came with another certificate than --certificate"
                .formatted(evidence.origin()));
      }
      signer = given;
    }
    List<Bytes> timestamps = new ArrayList<>(evidence.timestamps());
    if (!timestamp.isEmpty()) {
      timestamps.add(
          LegacyParts.timestamp(
              timestamp, FileText.read(invocation, "--rfc3161-timestamp", timestamp)));
    }
    if (timestamps.isEmpty() && AskedFor.timestamps(values)) {
      throw new UsageException(
          "a timestamp is asked for, and none came along: add --rfc3161-timestamp FILE");
    }
    return new Evidence(
        evidence.origin(),
        evidence.form(),
        signer,
        evidence.signed(),
        evidence.signature(),
        evidence.entries(),
        timestamps,
        sct.isEmpty()
            ? evidence.certificateTimestamp()
            : Optional.of(FileText.read(invocation, "--sct", sct)));
  }
}
