package dev.landwaiter.signing.sign;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.Identity;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Relaxation;
import dev.landwaiter.signing.SigningKey;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.certificate.SigningCertificate;
import dev.landwaiter.signing.trust.TrustedRoot;
import dev.landwaiter.signing.verify.Artifact;
import dev.landwaiter.signing.verify.Outcome;
import dev.landwaiter.signing.verify.Requirements;
import dev.landwaiter.signing.verify.Verifier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Verifies a new signature before it is stored, by the same verifier that others will use: every
/// log and every timestamp authority that was asked must count. What a statement is about, and
/// whether the certificate is in a log of certificates, is left to those who verify for a purpose.
///
/// @param root what the signer trusts
/// @param now the current time
public record SelfCheck(TrustedRoot root, Instant now) {
  /// Requires that new evidence verifies.
  ///
  /// @throws RefusedException of the class of the first step that fails
  public void require(Evidence evidence, Content content, Signing signing) throws RefusedException {
    Requirements requirements =
        new Requirements(
            signer(evidence, signing.signatory().key()),
            signing.services().logs().size(),
            signing.services().authorities().size(),
            0,
            evidence.signed() instanceof Evidence.Signed.Dsse
                ? new Requirements.Wanted.Attestation(Set.of())
                : new Requirements.Wanted.Signature(),
            Map.of(),
            Set.of(Relaxation.CLAIMS_NOT_CHECKED));
    Artifact artifact =
        content instanceof Content.File file
            ? new Artifact.Blob(file.content())
            : new Artifact.Digests(Map.of());
    if (Verifier.verify(evidence, artifact, requirements, root, now)
        instanceof Outcome.Refused refused) {
      throw new RefusedException(refused.refusal().in("the new signature does not verify"));
    }
  }

  private static Requirements.Signer signer(Evidence evidence, SigningKey key)
      throws RefusedException {
    if (!(evidence.signer() instanceof Evidence.Signer.Certificate certificate)) {
      return new Requirements.Signer.Key(key.publicKey(), Window.OPEN);
    }
    var leaf = SigningCertificate.parse("the new certificate", certificate.leaf());
    if (!leaf.spki().equals(key.publicKey().spki())) {
      throw new RefusedException(
          FailureClass.CHAIN, "the new certificate is for another key than the one that signed");
    }
    if (leaf.names().isEmpty() || leaf.issuer().isEmpty()) {
      throw new RefusedException(
          FailureClass.IDENTITY, "the new certificate does not name identity and issuer");
    }
    // Whoever it names: that it is the right one, the authority saw to.
    var own =
        new Identity(leaf.names().getFirst().text(), "", leaf.issuer().orElseThrow(), "", Map.of());
    return new Requirements.Signer.Identities(List.of(own));
  }
}
