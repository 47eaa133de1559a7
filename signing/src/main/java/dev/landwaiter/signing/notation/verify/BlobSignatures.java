package dev.landwaiter.signing.notation.verify;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.notation.SignedEnvelope;
import dev.landwaiter.signing.notation.TargetArtifact;
import dev.landwaiter.signing.notation.envelope.Envelopes;
import dev.landwaiter.signing.notation.policy.PolicyStatement;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Verifies the Notary Project signature of a file.
public record BlobSignatures(NotationVerifier verifier) {
  /// The media type of an envelope by the name of its file, `….jws.sig` or `….cose.sig`; else by
  /// its first byte.
  public static String mediaType(String file, Bytes envelope) {
    if (file.endsWith(".cose.sig")) {
      return Envelopes.COSE;
    }
    boolean json = file.endsWith(".jws.sig") || (!envelope.isEmpty() && envelope.at(0) == '{');
    return json ? Envelopes.JWS : Envelopes.COSE;
  }

  /// Verifies by a statement.
  ///
  /// @param blob the file's content
  /// @param mediaType that the signature must name; with an empty one any counts
  public NotationVerifier.Result verify(
      Candidate candidate,
      Bytes blob,
      String mediaType,
      PolicyStatement policy,
      Map<String, String> metadata,
      Instant now)
      throws RefusedException {
    if (policy.skips()) {
      return new NotationVerifier.Result.Skipped(policy.name());
    }
    // The key's hash is the digest's; that the algorithm is the key's is verified with the rest.
    SignedEnvelope envelope = Envelopes.read(candidate.mediaType(), candidate.envelope());
    HashAlgorithm hash = envelope.algorithm().hash();
    String type =
        mediaType.isEmpty() ? PayloadReader.read(envelope.payload()).mediaType() : mediaType;
    var artifact =
        new TargetArtifact(
            type, hash.shortName() + ":" + blob.hash(hash).toHex(), blob.size(), Map.of());
    return verifier.verify(List.of(candidate), new Wanted(policy, artifact, metadata, now));
  }
}
