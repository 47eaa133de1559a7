package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.signing.Refusal;
import dev.landwaiter.signing.verify.Claim;
import dev.landwaiter.signing.verify.Verified;
import java.io.IOException;
import java.util.List;

/// Verifies attestations and tells it as cosign does: the envelopes of each image at once, and the
/// first image that fails ends the run.
record CosignAttestations(Invocation invocation, Judging judging, Policies policies) {
  private static final int WRONG = 1;

  int verify(ImageRun run) throws UsageException, IOException {
    CosignImages.warn(invocation, judging);
    for (String image : invocation.arguments()) {
      ImageVerdict verdict = run.verify(image);
      List<Verified<Claim>> shown = verdict.shown();
      if (shown.isEmpty()) {
        CosignCommand.complain(
            invocation,
            verdict.name()
                + (verdict.outcomes().isEmpty()
                    ? ": no attestations found"
                    : ": no matching attestations"));
        VerifiedWords.refused(invocation, verdict.refused());
        return WRONG;
      }
      List<Refusal> refusals = policies.refusals(verdict.accepted());
      if (!refusals.isEmpty()) {
        CosignCommand.complain(invocation, verdict.name() + ": a policy refuses an attestation");
        for (Refusal each : refusals) {
          invocation.world().stderr().println("  - " + VerifiedWords.line(each));
        }
        return WRONG;
      }
      VerifiedWords.passed(invocation, judging.requirements(), verdict.name(), shown);
      CosignCommand.print(invocation, CosignOutput.envelopes(shown));
    }
    return 0;
  }
}
