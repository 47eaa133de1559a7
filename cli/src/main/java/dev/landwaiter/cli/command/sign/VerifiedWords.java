package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.text.Plain;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.signing.Refusal;
import dev.landwaiter.signing.Relaxation;
import dev.landwaiter.signing.verify.Claim;
import dev.landwaiter.signing.verify.Outcome;
import dev.landwaiter.signing.verify.Requirements;
import dev.landwaiter.signing.verify.SignedBy;
import dev.landwaiter.signing.verify.Verified;
import java.io.PrintStream;
import java.util.List;

/// What cosign's persona tells at standard error about what it checked.
final class VerifiedWords {
  private VerifiedWords() {}

  /// That an image passed, and what was checked for each signature.
  static void passed(
      Invocation invocation, Requirements requirements, String name, List<Verified<Claim>> shown) {
    PrintStream out = invocation.world().stderr();
    out.println();
    out.println("Verification for " + Plain.lines(name) + " --");
    out.println("The following checks were performed on each of these signatures:");
    if (!requirements.annotations().isEmpty()) {
      out.println("  - The specified annotations were verified.");
    }
    if (!requirements.relaxations().contains(Relaxation.CLAIMS_NOT_CHECKED)) {
      out.println("  - The cosign claims were validated");
    }
    if (requirements.logs() > 0) {
      out.println("  - Existence of the claims in the transparency log was verified offline");
    }
    if (requirements.timestamps() > 0) {
      out.println("  - The signed timestamps were verified");
    }
    out.println(
        requirements.signer() instanceof Requirements.Signer.Key
            ? "  - The signatures were verified against the specified public key"
            : "  - The code-signing certificate was verified using trusted certificate authority"
                + " certificates");
    for (Verified<Claim> each : shown) {
      certificate(out, each.signer());
    }
    relaxed(out, shown);
    out.flush();
  }

  /// What counted less strictly than usual and only the signatures themselves show.
  static void relaxed(PrintStream out, List<Verified<Claim>> accepted) {
    for (Relaxation relaxation :
        List.of(Relaxation.ANY_PREDICATE, Relaxation.CURRENT_TIME, Relaxation.KEY_WITHOUT_WINDOW)) {
      if (accepted.stream().anyMatch(each -> each.relaxations().contains(relaxation))) {
        out.println("WARNING: " + relaxation.sentence());
      }
    }
  }

  private static void certificate(PrintStream out, SignedBy signer) {
    if (signer instanceof SignedBy.Certificate certificate) {
      out.println("Certificate subject: " + Plain.lines(String.join(", ", certificate.names())));
      out.println("Certificate issuer URL: " + Plain.lines(certificate.issuer()));
    }
  }

  /// Why each candidate was refused, one line for each.
  static void refused(Invocation invocation, List<Outcome.Refused> refused) {
    for (Outcome.Refused each : refused) {
      invocation.world().stderr().println("  - " + line(each));
    }
  }

  /// Where, which check and why.
  static String line(Outcome.Refused refused) {
    Refusal refusal = refused.refusal();
    return line(
        refusal.message().startsWith(refused.origin()) ? refusal : refusal.in(refused.origin()));
  }

  /// Which check and why, with control characters made harmless.
  static String line(Refusal refusal) {
    String found =
        refusal.expected().isEmpty() && refusal.found().isEmpty()
            ? ""
            : " (expected %s, found %s)".formatted(refusal.expected(), refusal.found());
    return Plain.lines("[%s] %s%s".formatted(refusal.kind().id(), refusal.message(), found));
  }
}
