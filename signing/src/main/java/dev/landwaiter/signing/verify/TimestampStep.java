package dev.landwaiter.signing.verify;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.TimeProof;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.timestamp.TimestampVerifier;
import dev.landwaiter.signing.trust.Authority;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which timestamps hold, and whether they are enough (step 6).
final class TimestampStep {
  private static final int MOST = 32;

  private TimestampStep() {}

  /// @param least so many distinct authorities
  /// @throws RefusedException with TIME
  static List<TimeProof> require(
      Evidence evidence, TimestampVerifier verifier, List<Authority> trusted, int least)
      throws RefusedException {
    if (evidence.timestamps().size() > MOST) {
      throw new RefusedException(FailureClass.LIMIT, "more than 32 timestamps");
    }
    List<TimeProof> proofs = new ArrayList<>();
    Set<String> authorities = new HashSet<>();
    Set<Bytes> seen = new HashSet<>();
    String why = "there are no more";
    for (Bytes response : evidence.timestamps()) {
      if (!seen.add(response)) {
        continue;
      }
      try {
        TimeProof.Timestamp proof = verify(evidence, verifier, trusted, response);
        proofs.add(proof);
        authorities.add(proof.authority());
      } catch (RefusedException e) {
        why = e.refusal().message();
      }
    }
    if (authorities.size() < least) {
      throw new RefusedException(
          FailureClass.TIME,
          "too few authorities stamped the signature: " + why,
          Integer.toString(least),
          Integer.toString(authorities.size()));
    }
    return proofs;
  }

  /// The authority stamps the signature. For legacy attestations older programs had it stamp the
  /// whole envelope.
  private static TimeProof.Timestamp verify(
      Evidence evidence, TimestampVerifier verifier, List<Authority> trusted, Bytes response)
      throws RefusedException {
    Optional<Bytes> text =
        evidence.form() == Evidence.Form.LEGACY
                && evidence.signed() instanceof Evidence.Signed.Dsse dsse
                && !dsse.text().isEmpty()
            ? Optional.of(dsse.text())
            : Optional.empty();
    try {
      return verifier.verify(response, evidence.signature(), trusted);
    } catch (RefusedException e) {
      if (text.isEmpty()) {
        throw e;
      }
      return verifier.verify(response, text.get(), trusted);
    }
  }
}
