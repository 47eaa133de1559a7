package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.Refusal;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.store.Found;
import dev.landwaiter.signing.store.Gathered;
import dev.landwaiter.signing.store.Kind;
import dev.landwaiter.signing.store.SignatureStore;
import dev.landwaiter.signing.verify.Artifact;
import dev.landwaiter.signing.verify.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gathers what was signed about an image in both forms and judges every candidate by itself: one
/// that is refused hinders no other, and one form hides nothing of the other.
///
/// @param legacy the older form that is looked for
/// @param modern whether bundles are looked for
/// @param given what flags give instead of what lies with older signatures
record ImageVerifier(
    Judging judging, Kind legacy, boolean modern, Optional<GivenCertificate> given) {

  /// Judges all there is.
  ///
  /// @param name for the verdict
  /// @throws RefusedException when neither form could be looked for, or one has too many
  ImageVerdict verify(SignatureStore store, String name, Digest subject)
      throws UsageException, IOException {
    List<Outcome> outcomes = new ArrayList<>();
    int bundles = 0;
    int unrelated = 0;
    var artifact = new Artifact.Image(subject);
    if (modern) {
      Gathered gathered = gather(store, Kind.BUNDLE, subject, outcomes);
      unrelated = gathered.unrelated();
      for (Found each : gathered.found()) {
        Outcome outcome = judge(each, artifact);
        boolean broken =
            outcome instanceof Outcome.Refused refused
                && refused.refusal().kind() == FailureClass.PARSE;
        bundles += broken ? 0 : 1;
        outcomes.add(outcome);
      }
    }
    for (Found each : gather(store, legacy, subject, outcomes).found()) {
      outcomes.add(judge(each, artifact));
    }
    return new ImageVerdict(name, subject, outcomes, bundles, unrelated);
  }

  /// Judges one candidate that did not come from a store.
  ImageVerdict verify(Evidence evidence, String name, Digest subject)
      throws UsageException, IOException {
    return new ImageVerdict(
        name,
        subject,
        List.of(judging.judge(evidence, new Artifact.Image(subject))),
        evidence.form() == Evidence.Form.LEGACY ? 0 : 1,
        0);
  }

  private Outcome judge(Found found, Artifact artifact) throws UsageException, IOException {
    Evidence evidence;
    try {
      evidence = found.evidence(judging.requirements().relaxations());
    } catch (RefusedException e) {
      return new Outcome.Refused(found.origin(), form(found.kind()), e.refusal());
    }
    if (evidence.form() != Evidence.Form.LEGACY || given.isEmpty()) {
      return judging.judge(evidence, artifact);
    }
    try {
      return judging.judge(given.get().in(evidence), artifact);
    } catch (RefusedException e) {
      return new Outcome.Refused(found.origin(), evidence.form(), e.refusal());
    }
  }

  private static Evidence.Form form(Kind kind) {
    return kind == Kind.BUNDLE ? Evidence.Form.BUNDLE_0_3 : Evidence.Form.LEGACY;
  }

  /// What there is of one form; that it could not be looked for is one more candidate that failed.
  private static Gathered gather(
      SignatureStore store, Kind kind, Digest subject, List<Outcome> outcomes) throws IOException {
    try {
      return store.gather(kind, subject);
    } catch (RefusedException e) {
      if (e.kind() == FailureClass.LIMIT) {
        throw e;
      }
      Refusal refusal = e.refusal();
      if (refusal.kind() != FailureClass.NOT_FOUND) {
        outcomes.add(new Outcome.Refused(store.name(), form(kind), refusal));
      }
      return Gathered.NOTHING;
    }
  }
}
