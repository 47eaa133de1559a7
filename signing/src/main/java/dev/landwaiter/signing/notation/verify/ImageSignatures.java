package dev.landwaiter.signing.notation.verify;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.Refusal;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.notation.TargetArtifact;
import dev.landwaiter.signing.notation.policy.PolicyStatement;
import dev.landwaiter.signing.store.Attachment;
import dev.landwaiter.signing.store.SignatureStore;
import dev.landwaiter.signing.store.Subject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Verifies the Notary Project signatures of an image, wherever it lies.
///
/// @param store the place of the image
/// @param most no more signatures than these are tried
public record ImageSignatures(NotationVerifier verifier, SignatureStore store, int most) {
  /// The type of the artifacts that carry signatures.
  public static final String ARTIFACT_TYPE = "application/vnd.cncf.notary.signature";

  /// As many as the reference's program tries where nothing else is said.
  public static final int USUAL_MOST = 100;

  private static final long LARGEST = 4 << 20;

  /// Verifies by the statement that is about the image.
  ///
  /// @param subject as it was resolved; its digest is what a signature must name
  /// @throws RefusedException for what the last signature was refused for; with NOT_FOUND when
  ///   there is none; with LIMIT when none of the first ones is good and there are more
  public NotationVerifier.Result verify(
      Subject subject, PolicyStatement policy, Map<String, String> metadata, Instant now)
      throws IOException {
    var artifact =
        new TargetArtifact(
            subject.mediaType(), subject.digest().toString(), subject.size(), Map.of());
    var wanted = new Wanted(policy, artifact, metadata, now);
    if (policy.skips()) {
      return verifier.verify(List.of(), wanted);
    }
    List<Candidate> candidates = new ArrayList<>();
    List<Refusal> troubles = new ArrayList<>();
    List<Attachment> found = store.attachments(subject.digest(), ARTIFACT_TYPE, most + 1, LARGEST);
    for (Attachment each : found.subList(0, Math.min(most, found.size()))) {
      String origin = each.carrier().toString();
      if (each.trouble().isPresent()) {
        troubles.add(each.trouble().get().in(origin));
      } else {
        candidates.add(new Candidate(origin, each.layer().mediaType(), each.content()));
      }
    }
    try {
      return verifier.verify(candidates, wanted);
    } catch (RefusedException e) {
      if (found.size() > most) {
        throw new RefusedException(
            FailureClass.LIMIT,
            "none of the first %d signatures is good, and there are more: %s"
                .formatted(most, e.refusal().message()));
      }
      // What could not be had is not the same as nothing.
      throw troubles.isEmpty() ? e : new RefusedException(troubles.getFirst());
    }
  }
}
