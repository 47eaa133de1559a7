package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.io.IOException;
import java.util.List;

/// Verifies images and tells all of it, also about those that fail.
record OwnImages(Invocation invocation, Policies policies) {
  int verify(ImageRun run, List<String> images) throws UsageException, IOException {
    var report = new VerifyReport(invocation);
    for (String image : images) {
      try {
        ImageVerdict verdict = run.verify(image);
        report.add(
            new VerifyReport.Entry(
                verdict.name(),
                verdict.digest().toString(),
                verdict.outcomes(),
                policies.refusals(verdict.accepted()),
                verdict.unrelated()));
      } catch (RefusedException e) {
        if (e.kind() == FailureClass.TRUST_ROOT || e.kind() == FailureClass.USAGE) {
          throw e;
        }
        report.add(image, e.refusal());
      }
    }
    return report.finish();
  }
}
