package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.ClusterPolicyFlags;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.cli.flags.CosignVerifyFlags;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Relaxation;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.statement.PredicateType;
import dev.landwaiter.signing.verify.Artifact;
import dev.landwaiter.signing.verify.Outcome;
import dev.landwaiter.signing.verify.Requirements;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Verifies signatures and attestations of files.
abstract class BlobVerifyCommand extends CosignCommand {
  private final boolean attestation;

  BlobVerifyCommand(
      boolean cosign, boolean attestation, String name, String summary, String usage) {
    super(cosign, name, summary, usage);
    this.attestation = attestation;
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(
            "with a key", name() + " --key cosign.pub --bundle app.sigstore.json app.tar.gz"));
  }

  @Override
  List<FlagGroup> groups() {
    List<Flag> own =
        new ArrayList<>(
            List.of(CosignFlags.BUNDLE, CosignVerifyFlags.SIGNATURE, CosignVerifyFlags.RFC3161));
    if (attestation) {
      own.addAll(
          List.of(CosignVerifyFlags.TYPE, CosignVerifyFlags.DIGEST, CosignVerifyFlags.DIGEST_ALG));
    }
    if (!cosign()) {
      own.add(VerifyReport.OUTPUT);
    }
    List<FlagGroup> groups = new ArrayList<>();
    groups.add(new FlagGroup("Flags", own));
    groups.addAll(ImageVerifyCommand.verifying(cosign()));
    if (notation()) {
      groups.add(ClusterPolicyFlags.FILES);
    }
    return groups;
  }

  private boolean notation() {
    return !cosign() && !attestation;
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    Values values = invocation.values();
    if (invocation.arguments().size() > 1) {
      throw new UsageException(name() + " verifies one file at a time");
    }
    if (notation() && OtherWays.ofFiles(invocation) == OtherWays.NOTARY_PROJECT) {
      if (invocation.arguments().isEmpty()) {
        throw new UsageException("which file? name it");
      }
      return new NotationImages(invocation, this::registries)
          .verifyFile(invocation.arguments().getFirst(), values.text(CosignVerifyFlags.SIGNATURE));
    }
    if (!attestation
        && values.text(CosignFlags.KEY).isEmpty()
        && values.text(CosignFlags.CERTIFICATE).isEmpty()
        && values.text(CosignFlags.BUNDLE).isEmpty()
        && !values.flag(CosignFlags.SECURITY_KEY)) {
      throw new UsageException(
          "who must have signed? add --key KEY, or --bundle FILE with --certificate-identity");
    }
    if (!attestation
        && !values.text(CosignFlags.KEY).isEmpty()
        && !values.text(CosignFlags.CERTIFICATE).isEmpty()) {
      throw new UsageException("--key and --certificate exclude each other");
    }
    Judging judging = ImageVerifyCommand.judging(invocation, wanted(values));
    Requirements requirements = judging.requirements();
    Evidence evidence = new BlobEvidence(invocation, cosign()).read(requirements.relaxations());
    if (!attestation && cosign() && evidence.form() != Evidence.Form.LEGACY) {
      Set<Relaxation> relaxations = EnumSet.of(Relaxation.ANY_PREDICATE);
      relaxations.addAll(requirements.relaxations());
      judging = judging.with(requirements.withRelaxations(relaxations));
    }
    Artifact artifact = artifact(invocation, evidence);
    if (cosign()) {
      CosignImages.warn(invocation, judging);
    }
    Outcome outcome = judging.judge(evidence, artifact);
    if (!cosign()) {
      var report = new VerifyReport(invocation);
      report.add(
          new VerifyReport.Entry(
              invocation.arguments().isEmpty()
                  ? artifact.name()
                  : invocation.arguments().getFirst(),
              artifact.name(),
              List.of(outcome),
              List.of(),
              0));
      return report.finish();
    }
    if (outcome instanceof Outcome.Refused refused) {
      throw new RefusedException(refused.refusal().kind(), VerifiedWords.line(refused));
    }
    if (outcome instanceof Outcome.Accepted(var verified)) {
      VerifiedWords.relaxed(invocation.world().stderr(), List.of(verified));
    }
    invocation.world().stderr().println("Verified OK");
    return 0;
  }

  private Requirements.Wanted wanted(Values values) throws UsageException {
    return attestation
        ? new Requirements.Wanted.Attestation(
            Set.of(PredicateType.uriOf(values.text(CosignVerifyFlags.TYPE))))
        : new Requirements.Wanted.Signature();
  }

  private Artifact artifact(Invocation invocation, Evidence evidence)
      throws UsageException, IOException {
    Values values = invocation.values();
    String digest = attestation ? values.text(CosignVerifyFlags.DIGEST) : "";
    String algorithm = attestation ? values.text(CosignVerifyFlags.DIGEST_ALG) : "";
    if (!invocation.arguments().isEmpty()) {
      String argument = invocation.arguments().getFirst();
      Artifact artifact = BlobArtifact.of(invocation, argument);
      if (artifact instanceof Artifact.Digests
          && !FileText.exists(invocation, argument)
          && !argument.equals("-")
          && evidence.form() == Evidence.Form.LEGACY) {
        throw new UsageException("a digest is enough for Sigstore bundles only; name the file");
      }
      return artifact;
    }
    if (!digest.isEmpty() && !algorithm.isEmpty()) {
      return BlobArtifact.digest(algorithm, digest);
    }
    if (attestation && !values.flag(CosignVerifyFlags.CHECK_CLAIMS)) {
      return new Artifact.Digests(Map.of());
    }
    throw new UsageException(
        attestation
            ? "which file? name it, or its --digest with the hash that it is of"
            : "which file? name it, or - for standard input");
  }
}
