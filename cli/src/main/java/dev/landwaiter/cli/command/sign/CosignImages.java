package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignVerifyFlags;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.bundle.Evidence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Verifies images and tells it as cosign does: results of each image at once, the first that fails
/// ends the run, and exit codes tell missing images and signatures apart.
record CosignImages(Invocation invocation, Judging judging, ImageRun run) {
  private static final int WRONG = 1;
  private static final int NO_SIGNATURE = 10;
  private static final int NO_IMAGE = 11;
  private static final int NO_MATCH = 12;

  int verify(List<String> images) throws UsageException, IOException {
    Values values = invocation.values();
    boolean local = values.flag(CosignVerifyFlags.LOCAL_IMAGE);
    boolean text = values.text(CosignVerifyFlags.OUTPUT).equals("text");
    warn(invocation, judging);
    for (String image : images) {
      ImageVerdict verdict;
      try {
        verdict = run.verify(image);
      } catch (RefusedException e) {
        if (e.kind() == FailureClass.NOT_FOUND && !local) {
          return fail("image not found: " + e.getMessage(), NO_IMAGE);
        }
        throw e;
      }
      if (verdict.accepted().isEmpty()) {
        int code = code(verdict);
        if (verdict.outcomes().isEmpty()) {
          return fail(verdict.name() + ": no signatures found", local ? WRONG : code);
        }
        fail(verdict.name() + ": no matching signatures", code);
        VerifiedWords.refused(invocation, verdict.refused());
        return local ? WRONG : code;
      }
      VerifiedWords.passed(invocation, judging.requirements(), verdict.name(), verdict.shown());
      print(text ? CosignOutput.text(verdict) : CosignOutput.json(verdict));
    }
    return 0;
  }

  /// Names what is not checked.
  static void warn(Invocation invocation, Judging judging) {
    SwitchedOff.tell(invocation, judging.requirements());
  }

  private int code(ImageVerdict verdict) {
    if (verdict.bundles() > 0 || verdict.unknown() || outdated(verdict)) {
      return WRONG;
    }
    boolean readable =
        verdict.refused().stream().anyMatch(each -> each.form() == Evidence.Form.LEGACY);
    return readable ? NO_MATCH : NO_SIGNATURE;
  }

  /// Whether every refusal may come from trust that is too old.
  private boolean outdated(ImageVerdict verdict) {
    return judging.trust().old()
        && verdict.refused().stream()
            .allMatch(each ->
                switch (each.refusal().kind()) {
                  case TRUST_ROOT, LOG, TIME, CHAIN, SCT, TRANSPORT -> true;
                  default -> false;
                });
  }

  private int fail(String message, int code) {
    CosignCommand.complain(invocation, message);
    return code;
  }

  private void print(String result) throws IOException {
    invocation.world().stdout().write(result.getBytes(StandardCharsets.UTF_8));
  }
}
