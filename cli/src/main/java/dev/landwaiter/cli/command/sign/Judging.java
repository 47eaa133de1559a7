package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.cli.flags.CosignVerifyFlags;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.verify.Artifact;
import dev.landwaiter.signing.verify.Outcome;
import dev.landwaiter.signing.verify.Requirements;
import dev.landwaiter.signing.verify.Verifier;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Judges the candidates of one command by what its flags ask for and trust. Trust is read when the
/// first candidate of a form wants it.
final class Judging {
  /// Flags that give trust, or material, for the older forms only.
  private static final List<Flag> OLDER =
      List.of(
          CosignFlags.CERTIFICATE_CHAIN,
          CosignVerifyFlags.CA_ROOTS,
          CosignVerifyFlags.CA_INTERMEDIATES,
          CosignVerifyFlags.TSA_CHAIN);

  private final Requirements requirements;
  private final VerifyTrust trust;
  private final OnlineLog log;
  private final Instant now;
  private final Optional<Flag> olderFlag;
  private Optional<Verifier> modern = Optional.empty();
  private Optional<Verifier> legacy = Optional.empty();

  Judging(Invocation invocation, Requirements requirements, VerifyTrust trust, OnlineLog log)
      throws UsageException {
    this(
        requirements,
        trust,
        log,
        invocation.world().clock().instant(),
        first(invocation.values(), OLDER));
  }

  private Judging(
      Requirements requirements,
      VerifyTrust trust,
      OnlineLog log,
      Instant now,
      Optional<Flag> olderFlag) {
    this.requirements = requirements;
    this.trust = trust;
    this.log = log;
    this.now = now;
    this.olderFlag = olderFlag;
  }

  Requirements requirements() {
    return requirements;
  }

  /// The same trust for other requirements, as long as they want no other.
  Judging with(Requirements others) {
    return new Judging(others, trust, log, now, olderFlag);
  }

  VerifyTrust trust() {
    return trust;
  }

  /// The first of some flags that has a value.
  static Optional<Flag> first(Values values, List<Flag> flags) throws UsageException {
    for (Flag flag : flags) {
      if (!values.text(flag).isEmpty()) {
        return Optional.of(flag);
      }
    }
    return Optional.empty();
  }

  /// Judges one candidate.
  ///
  /// @throws RefusedException with TRUST_ROOT when what is trusted cannot be read
  Outcome judge(Evidence evidence, Artifact artifact) throws UsageException, IOException {
    if (evidence.form() != Evidence.Form.LEGACY) {
      if (olderFlag.isPresent()) {
        return refused(
            evidence,
            new RefusedException(
                FailureClass.USAGE,
                "--%s is for older signatures; a bundle wants --trusted-root"
                    .formatted(olderFlag.get().name())));
      }
      return modern().verify(evidence, artifact, requirements);
    }
    Verifier verifier = legacy();
    if (requirements.logs() == 0 || !evidence.entries().isEmpty()) {
      return verifier.verify(evidence, artifact, requirements);
    }
    try {
      return log.best(
          evidence,
          artifact,
          trust.legacy(),
          each -> verifier.verify(each, artifact, requirements));
    } catch (RefusedException e) {
      return refused(evidence, e);
    }
  }

  private static Outcome refused(Evidence evidence, RefusedException why) {
    return new Outcome.Refused(evidence.origin(), evidence.form(), why.refusal());
  }

  private Verifier modern() throws UsageException, IOException {
    if (modern.isEmpty()) {
      modern = Optional.of(new Verifier(trust.modern(), now));
    }
    return modern.get();
  }

  private Verifier legacy() throws UsageException, IOException {
    if (legacy.isEmpty()) {
      legacy = Optional.of(new Verifier(trust.legacy(), now));
    }
    return legacy.get();
  }
}
