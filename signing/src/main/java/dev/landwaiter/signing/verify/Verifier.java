package dev.landwaiter.signing.verify;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.Identity;
import dev.landwaiter.signing.Refusal;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Relaxation;
import dev.landwaiter.signing.TimeProof;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.certificate.CertificatePath;
import dev.landwaiter.signing.certificate.CertificatePaths;
import dev.landwaiter.signing.certificate.CertificateTransparency;
import dev.landwaiter.signing.certificate.IdentityMatch;
import dev.landwaiter.signing.log.LogEvidence;
import dev.landwaiter.signing.log.LogVerdict;
import dev.landwaiter.signing.statement.PredicateType;
import dev.landwaiter.signing.timestamp.TimestampVerifier;
import dev.landwaiter.signing.trust.Authority;
import dev.landwaiter.signing.trust.LogInstance;
import dev.landwaiter.signing.trust.TrustedRoot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Decides whether one piece of material is trusted, in the fixed order of steps: usage, trust,
/// structure, kind, logs, timestamps, times, certificates, certificate logs, periods of keys,
/// identity, signature, subject, predicate. The first step that fails gives the class of the
/// refusal.
///
/// May be used by several threads; it remembers signatures of certificates that held.
public final class Verifier {
  private final CertificatePaths paths = new CertificatePaths();
  private final TrustedRoot root;
  private final Instant now;
  private final CertificateTransparency certificateLogs;
  private final TimestampVerifier timestamps;

  /// @param root everything that is trusted beside a caller's key
  /// @param now the current time, for whatever no proof of time decides
  public Verifier(TrustedRoot root, Instant now) {
    this.root = root;
    this.now = now;
    certificateLogs = new CertificateTransparency(root.certificateLogs());
    timestamps = new TimestampVerifier(paths);
  }

  /// Verifies one candidate.
  public static Outcome verify(
      Evidence evidence,
      Artifact artifact,
      Requirements requirements,
      TrustedRoot root,
      Instant now) {
    return new Verifier(root, now).verify(evidence, artifact, requirements);
  }

  /// Verifies one candidate. A mistake of ours is a refusal too: it never passes, and hinders no
  /// other candidate.
  public Outcome verify(Evidence evidence, Artifact artifact, Requirements requirements) {
    try {
      return new Outcome.Accepted(verified(evidence, artifact, requirements));
    } catch (RefusedException e) {
      return new Outcome.Refused(evidence.origin(), evidence.form(), e.refusal());
    } catch (RuntimeException | StackOverflowError e) {
      return new Outcome.Refused(evidence.origin(), evidence.form(), Refusal.ofMistake(e));
    }
  }

  /// Verifies all candidates; none hinders another.
  public Verdicts verifyAny(
      List<Evidence> candidates, Artifact artifact, Requirements requirements) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Evidence each : candidates) {
      outcomes.add(verify(each, artifact, requirements));
    }
    return new Verdicts(outcomes);
  }

  private Verified<Claim> verified(Evidence evidence, Artifact artifact, Requirements requirements)
      throws RefusedException {
    usage(requirements);
    trust(requirements);
    Material material = Material.of(evidence, artifact, requirements.signer());
    boolean certified = material.certificate().isPresent();
    int logs = requirements.logs();
    LogEvidence logged =
        logs == 0
            ? new LogEvidence(List.of(), List.of())
            : LogStep.require(material, root.logs(), logs, validity(material, requirements));
    List<TimeProof> times = new ArrayList<>(logged.times());
    boolean current = certified && logs == 0 && requirements.timestamps() == 0;
    if (requirements.timestamps() > 0 || (certified && times.isEmpty() && !current)) {
      int least = Math.max(1, requirements.timestamps());
      times.addAll(TimestampStep.require(evidence, timestamps, root.timestampAuthorities(), least));
    }
    List<LogVerdict.Counted> counted =
        LogStep.inTime(logged, moments(evidence, logged, times), logs);
    if (current) {
      times.add(new TimeProof.Now(now));
    }
    SignedBy signer;
    if (certified) {
      signer = certified(material, requirements, times);
    } else {
      keyInTime(requirements, times);
      signer = new SignedBy.Key(material.key().id());
    }
    SignatureStep.require(material);
    Claim claim = ClaimStep.require(material, requirements);
    var proofs =
        new Verified.Proofs(
            times, entries(counted), relaxations(material, requirements, counted, claim));
    return new Verified<>(claim, payload(evidence), evidence, signer, proofs);
  }

  /// When the keys of logs must have been good. Where nothing asks for a proof of time and an entry
  /// tells none, that is a timestamp that came along, or else the present.
  private List<TimeProof> moments(Evidence evidence, LogEvidence logged, List<TimeProof> times)
      throws RefusedException {
    boolean unknown = false;
    for (LogVerdict.Counted each : logged.counted()) {
      unknown |= each.time().isEmpty();
    }
    if (!unknown || !times.isEmpty()) {
      return times;
    }
    List<Authority> authorities = root.timestampAuthorities();
    List<TimeProof> stamps =
        authorities.isEmpty()
            ? List.of()
            : TimestampStep.require(evidence, timestamps, authorities, 0);
    return stamps.isEmpty() ? List.of(new TimeProof.Now(now)) : stamps;
  }

  private static void usage(Requirements requirements) throws RefusedException {
    if (requirements.logs() < 0
        || requirements.timestamps() < 0
        || requirements.certificateLogs() < 0) {
      throw new RefusedException(FailureClass.USAGE, "a threshold below 0");
    }
    if (requirements.signer() instanceof Requirements.Signer.Identities(List<Identity> any)) {
      if (any.isEmpty()) {
        throw new RefusedException(
            FailureClass.USAGE, "neither a key nor an identity is asked for");
      }
      for (Identity each : any) {
        if ((each.subject().isEmpty() && each.subjectPattern().isEmpty())
            || (each.issuer().isEmpty() && each.issuerPattern().isEmpty())) {
          throw new RefusedException(
              FailureClass.USAGE, "an identity needs a name and an issuer, or patterns for them");
        }
      }
    }
  }

  /// Requires that something is trusted for every step that will ask (step 2).
  private void trust(Requirements requirements) throws RefusedException {
    boolean certified = requirements.signer() instanceof Requirements.Signer.Identities;
    needed(requirements.logs() > 0 && root.logs().isEmpty(), "transparency log");
    needed(
        requirements.timestamps() > 0 && root.timestampAuthorities().isEmpty(),
        "timestamp authority");
    needed(certified && root.certificateAuthorities().isEmpty(), "certificate authority");
    needed(
        certified && requirements.certificateLogs() > 0 && root.certificateLogs().isEmpty(),
        "certificate transparency log");
  }

  private static void needed(boolean missing, String what) throws RefusedException {
    if (missing) {
      throw new RefusedException(
          FailureClass.TRUST_ROOT, "the trusted root holds no " + what + ", but one is needed");
    }
  }

  private static Window validity(Material material, Requirements requirements) {
    return switch (requirements.signer()) {
      case Requirements.Signer.Key key -> key.validFor();
      case Requirements.Signer.Identities identities ->
          material.certificate().orElseThrow().validity();
    };
  }

  private SignedBy certified(Material material, Requirements requirements, List<TimeProof> times)
      throws RefusedException {
    List<CertificatePath> found =
        CertificateStep.paths(paths, material, root.certificateAuthorities(), times);
    if (requirements.certificateLogs() > 0) {
      CertificateStep.transparency(
          certificateLogs, material, found, requirements.certificateLogs());
    }
    if (requirements.signer() instanceof Requirements.Signer.Identities(List<Identity> any)) {
      IdentityMatch.require(
          material.certificate().orElseThrow(),
          any,
          material.evidence().form() == Evidence.Form.LEGACY
              ? IdentityMatch.Rules.LEGACY
              : IdentityMatch.Rules.BUNDLE);
    }
    return CertificateStep.summary(material.certificate().orElseThrow(), found.getFirst());
  }

  /// Requires that the caller's key was good at every proven time; without one, now (step 10).
  private void keyInTime(Requirements requirements, List<TimeProof> times) throws RefusedException {
    if (!(requirements.signer() instanceof Requirements.Signer.Key key)) {
      return;
    }
    Window validFor = key.validFor();
    for (TimeProof each : times) {
      if (!validFor.contains(each.time())) {
        throw outside(validFor, each.time());
      }
    }
    if (times.isEmpty() && !validFor.contains(now)) {
      throw outside(validFor, now);
    }
  }

  private static RefusedException outside(Window validFor, Instant time) {
    return new RefusedException(
        FailureClass.TIME,
        "the key was not good at the time of signing",
        validFor.toString(),
        time.toString());
  }

  private static List<CountedEntry> entries(List<LogVerdict.Counted> counted) {
    List<CountedEntry> all = new ArrayList<>();
    for (LogVerdict.Counted each : counted) {
      all.add(
          new CountedEntry(
              each.logUrl(),
              each.logId(),
              each.logIndex(),
              each.time().map(TimeProof.LogTime::time)));
    }
    return all;
  }

  private List<Relaxation> relaxations(
      Material material, Requirements requirements, List<LogVerdict.Counted> counted, Claim claim) {
    Set<Relaxation> all = EnumSet.noneOf(Relaxation.class);
    boolean certified = material.certificate().isPresent();
    if (requirements.logs() == 0) {
      all.add(Relaxation.LOG_NOT_CHECKED);
    }
    if (certified && requirements.certificateLogs() == 0) {
      all.add(Relaxation.SCT_NOT_CHECKED);
    }
    for (LogInstance each : root.certificateLogs()) {
      if (certified && requirements.certificateLogs() > 0 && each.validFor().equals(Window.OPEN)) {
        all.add(Relaxation.KEY_WITHOUT_WINDOW);
      }
    }
    if (certified && requirements.logs() == 0 && requirements.timestamps() == 0) {
      all.add(Relaxation.CURRENT_TIME);
    }
    if (requirements.relaxations().contains(Relaxation.CLAIMS_NOT_CHECKED)) {
      all.add(Relaxation.CLAIMS_NOT_CHECKED);
    }
    if (requirements.wanted() instanceof Requirements.Wanted.Signature
        && claim instanceof Claim.Attested(var statement)
        && !statement.predicateType().equals(PredicateType.COSIGN_SIGN)) {
      all.add(Relaxation.ANY_PREDICATE);
    }
    for (LogVerdict.Counted each : counted) {
      if (each.keyWindows().contains(Window.OPEN)) {
        all.add(Relaxation.KEY_WITHOUT_WINDOW);
      }
    }
    if (material.evidence().form() == Evidence.Form.BUNDLE_0_3
        && material.evidence().signer() instanceof Evidence.Signer.Certificate given
        && !given.intermediates().isEmpty()) {
      all.add(Relaxation.CERTIFICATE_CHAIN_ALLOWED);
    }
    return new ArrayList<>(all);
  }

  private static Bytes payload(Evidence evidence) {
    return switch (evidence.signed()) {
      case Evidence.Signed.Artifact file -> Bytes.EMPTY;
      case Evidence.Signed.Payload(Bytes payload) -> payload;
      case Evidence.Signed.Dsse dsse -> dsse.envelope().payload();
    };
  }
}
