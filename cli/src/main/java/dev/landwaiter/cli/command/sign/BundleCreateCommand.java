package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.cli.flags.CosignVerifyFlags;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.bundle.BundleWriter;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.LegacyBundle;
import dev.landwaiter.signing.bundle.LegacyParts;
import dev.landwaiter.signing.bundle.LogEntry;
import dev.landwaiter.signing.certificate.SigningCertificate;
import dev.landwaiter.signing.encoding.Pem;
import dev.landwaiter.signing.service.client.ProposedEntry;
import dev.landwaiter.signing.service.client.RekorV1;
import dev.landwaiter.signing.verify.Artifact;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes a Sigstore bundle from the pieces that older versions wrote. It verifies nothing: what it
/// makes is judged when it is used.
public final class BundleCreateCommand extends CosignCommand {
  private static final Flag ARTIFACT = CosignFlags.text("artifact", "file that was signed");
  private static final Flag ATTESTATION =
      CosignFlags.text("attestation", "file with the envelope of an attestation");
  private static final Flag IGNORE_TLOG =
      CosignFlags.toggle("ignore-tlog", "leave out the entry of the transparency log");

  /// For one program.
  ///
  /// @param cosign whether it answers as cosign does
  public BundleCreateCommand(boolean cosign) {
    super(cosign, "bundle create", "Make a Sigstore bundle from older pieces", "[flags]");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(
        new FlagGroup(
            "Flags",
            ARTIFACT,
            ATTESTATION,
            CosignFlags.BUNDLE,
            CosignVerifyFlags.SIGNATURE,
            CosignFlags.CERTIFICATE,
            CosignVerifyFlags.RFC3161,
            IGNORE_TLOG,
            CosignFlags.REKOR_URL,
            BundleUpgradeCommand.OUT),
        CosignFlags.KEYS);
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    if (!invocation.arguments().isEmpty()) {
      throw new UsageException("bundle create takes everything from flags");
    }
    Values values = invocation.values();
    String artifact = values.text(ARTIFACT);
    if (artifact.isEmpty()) {
      throw new UsageException("which file was signed? add --artifact FILE");
    }
    Evidence older = older(invocation);
    Evidence.Signer signer = signer(invocation, older.signer());
    VerificationKey key = key(invocation, signer);
    HashAlgorithm hash = key.details().hash();
    Evidence.Signed signed =
        older.signed() instanceof Evidence.Signed.Dsse
            ? older.signed()
            : new Evidence.Signed.Artifact(
                Optional.of(
                    new Evidence.ClaimedDigest(
                        hash.name(),
                        BlobArtifact.of(invocation, artifact).digest(hash).orElseThrow())));
    List<LogEntry> entries =
        values.flag(IGNORE_TLOG) ? List.of() : entries(invocation, older, artifact, key);
    List<Bytes> timestamps = new ArrayList<>(older.timestamps());
    String timestamp = values.text(CosignVerifyFlags.RFC3161);
    if (!timestamp.isEmpty()) {
      timestamps.add(
          LegacyParts.timestamp(
              timestamp, FileText.read(invocation, "--rfc3161-timestamp", timestamp)));
    }
    BundleUpgradeCommand.write(
        invocation,
        BundleWriter.writeWithParameter(
            new Evidence(
                artifact,
                Evidence.Form.BUNDLE_0_3,
                signer instanceof Evidence.Signer.Certificate
                    ? signer
                    : new Evidence.Signer.Key(key.id().toBase64()),
                signed,
                older.signature(),
                entries,
                timestamps,
                Optional.empty())));
    return 0;
  }

  private Evidence older(Invocation invocation) throws UsageException, IOException {
    Values values = invocation.values();
    String bundle = values.text(CosignFlags.BUNDLE);
    String signature = values.text(CosignVerifyFlags.SIGNATURE);
    String attestation = values.text(ATTESTATION);
    String certificate = values.text(CosignFlags.CERTIFICATE);
    if (!bundle.isEmpty() && (!signature.isEmpty() || !certificate.isEmpty())) {
      throw new UsageException("--bundle excludes --signature and --certificate: it holds both");
    }
    if (!bundle.isEmpty()) {
      return LegacyBundle.read(bundle, FileText.read(invocation, "--bundle", bundle));
    }
    if (signature.isEmpty() && (attestation.isEmpty() || cosign())) {
      throw new UsageException("where is the signature? add --signature FILE or --bundle FILE");
    }
    return LegacyBundle.of(
        signature.isEmpty() ? attestation : signature,
        new Evidence.Signer.Key(""),
        attestation.isEmpty()
            ? SignatureText.read(invocation, signature)
            : SignatureText.read(invocation, attestation),
        List.of(),
        List.of());
  }

  /// The certificate that flags or the older bundle give; nothing where a key does.
  private static Evidence.Signer signer(Invocation invocation, Evidence.Signer older)
      throws UsageException, IOException {
    String certificate = invocation.values().text(CosignFlags.CERTIFICATE);
    return certificate.isEmpty()
        ? older
        : LegacyParts.signer(
            certificate, FileText.read(invocation, "--certificate", certificate).toText());
  }

  private static VerificationKey key(Invocation invocation, Evidence.Signer signer)
      throws UsageException, IOException {
    String reference = KeyRing.reference(invocation);
    if (signer instanceof Evidence.Signer.Certificate(Bytes leaf, var above)) {
      return SigningCertificate.parse("the certificate", leaf).key();
    }
    if (reference.isEmpty()) {
      throw new UsageException("who signed? add --key KEY or --certificate FILE");
    }
    VerificationKey key = KeyRing.of(invocation).verificationKey(reference);
    if (signer instanceof Evidence.Signer.ClaimedKey(Bytes spki) && !spki.equals(key.spki())) {
      throw new RefusedException(
          FailureClass.IDENTITY,
          "the older bundle was made with another key than --key",
          key.id().toHex(),
          spki.sha256().toHex());
    }
    return key;
  }

  private static List<LogEntry> entries(
      Invocation invocation, Evidence older, String artifact, VerificationKey key)
      throws UsageException, IOException {
    RekorV1 log = LoggedEntry.log(invocation);
    if (!older.entries().isEmpty()) {
      List<LogEntry> whole = new ArrayList<>();
      for (LogEntry each : older.entries()) {
        whole.add(LoggedEntry.whole(log, each));
      }
      return whole;
    }
    String verifier =
        older.signer() instanceof Evidence.Signer.Certificate(Bytes leaf, var above)
            ? new Pem("CERTIFICATE", leaf).text()
            : new Pem("PUBLIC KEY", key.spki()).text();
    Artifact file = BlobArtifact.of(invocation, artifact);
    ProposedEntry proposed =
        older.signed() instanceof Evidence.Signed.Dsse(var envelope, Bytes text)
            ? ProposedEntry.envelope(text, verifier)
            : ProposedEntry.hashed(
                HashAlgorithm.SHA2_256,
                file.digest(HashAlgorithm.SHA2_256).orElseThrow(),
                older.signature(),
                verifier);
    List<LogEntry> found = log.search(proposed);
    if (found.isEmpty()) {
      throw new RefusedException(
          FailureClass.LOG, "the transparency log has no entry for the signature");
    }
    return List.of(LoggedEntry.proven(found.getFirst()));
  }
}
