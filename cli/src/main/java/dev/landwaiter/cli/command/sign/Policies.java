package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.CosignVerifyFlags;
import dev.landwaiter.rego.ClosedWorld;
import dev.landwaiter.signing.Refusal;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.policy.AttestationPolicy;
import dev.landwaiter.signing.statement.Statement;
import dev.landwaiter.signing.verify.Claim;
import dev.landwaiter.signing.verify.Verified;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The policies over attestations that `--policy` names. Every one must allow every attestation.
record Policies(List<AttestationPolicy> all, ClosedWorld world) {
  private static final int LARGEST = 4 << 20;

  /// Reads and compiles them.
  ///
  /// @throws RefusedException with USAGE for other languages, with POLICY for broken ones
  static Policies read(Invocation invocation) throws UsageException, IOException {
    List<AttestationPolicy> all = new ArrayList<>();
    for (String line : invocation.values().repeated(CosignVerifyFlags.POLICY)) {
      for (String name : line.split(",", -1)) {
        all.add(AttestationPolicy.read(name, FileText.read(invocation, "--policy", name, LARGEST)));
      }
    }
    return new Policies(all, world(invocation));
  }

  /// What policies see of the world: a clock and chance.
  static ClosedWorld world(Invocation invocation) {
    return new ClosedWorld(
        invocation.world().clock(), System::nanoTime, invocation.world().random());
  }

  /// Why attestations are not allowed; nothing when all are.
  List<Refusal> refusals(List<Verified<Claim>> attestations) {
    List<Refusal> refusals = new ArrayList<>();
    for (Verified<Claim> each : attestations) {
      if (each.claim() instanceof Claim.Attested(Statement statement)) {
        for (AttestationPolicy policy : all) {
          try {
            policy.require(each.origin(), statement, world);
          } catch (RefusedException e) {
            refusals.add(e.refusal());
          }
        }
      }
    }
    return refusals;
  }
}
