package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.cli.flags.CosignVerifyFlags;
import dev.landwaiter.signing.Relaxation;
import dev.landwaiter.signing.verify.Requirements;
import java.util.ArrayList;
import java.util.List;

/// Says which checks are left out, and that something else than the command line left them out.
///
/// Nothing stops a variable or a file in a strange folder from weakening a verification, so nobody
/// may overlook it.
final class SwitchedOff {
  private static final List<Flag> WHEN_ON =
      List.of(
          CosignVerifyFlags.IGNORE_TLOG,
          CosignVerifyFlags.PRIVATE_INFRASTRUCTURE,
          CosignVerifyFlags.IGNORE_SCT,
          CosignVerifyFlags.ALLOW_CHAIN);

  private static final List<Flag> TRUST =
      List.of(
          CosignFlags.KEY,
          CosignFlags.TRUSTED_ROOT,
          CosignFlags.CERTIFICATE_CHAIN,
          CosignVerifyFlags.CA_ROOTS,
          CosignVerifyFlags.CA_INTERMEDIATES,
          CosignVerifyFlags.TSA_CHAIN,
          CosignVerifyFlags.IDENTITY,
          CosignVerifyFlags.IDENTITY_REGEXP,
          CosignVerifyFlags.ISSUER,
          CosignVerifyFlags.ISSUER_REGEXP);

  private SwitchedOff() {}

  /// Tells of what was not written on the command line.
  static void tellOrigin(Invocation invocation) throws UsageException {
    Values values = invocation.values();
    for (Flag flag : WHEN_ON) {
      if (values.flag(flag)) {
        tellOrigin(invocation, flag);
      }
    }
    if (!values.flag(CosignVerifyFlags.CHECK_CLAIMS)) {
      tellOrigin(invocation, CosignVerifyFlags.CHECK_CLAIMS);
    }
    for (Flag flag : TRUST) {
      if (!values.text(flag).isEmpty() && !values.onLine(flag)) {
        invocation
            .log()
            .info(
                "--%s is given by a variable of the environment or a configuration file"
                    .formatted(flag.name()));
      }
    }
  }

  /// Tells of a flag that makes a verification weaker.
  static void tellOrigin(Invocation invocation, Flag flag) {
    if (!invocation.values().onLine(flag)) {
      invocation
          .log()
          .warn(
              "--%s is in force and not given on the command line: a variable of the environment or"
                      .formatted(flag.name())
                  + " a configuration file says so, and it makes the verification weaker");
    }
  }

  /// Tells what is left out, where no report says it of each signature.
  static void tell(Invocation invocation, Requirements requirements) {
    List<Relaxation> all = new ArrayList<>();
    if (requirements.logs() == 0) {
      all.add(Relaxation.LOG_NOT_CHECKED);
    }
    if (requirements.signer() instanceof Requirements.Signer.Identities
        && requirements.certificateLogs() == 0) {
      all.add(Relaxation.SCT_NOT_CHECKED);
    }
    for (Relaxation each :
        List.of(Relaxation.CLAIMS_NOT_CHECKED, Relaxation.CERTIFICATE_CHAIN_ALLOWED)) {
      if (requirements.relaxations().contains(each)) {
        all.add(each);
      }
    }
    for (Relaxation each : all) {
      invocation.world().stderr().println("WARNING: " + each.sentence());
    }
  }
}
