package dev.landwaiter.signing.notation.verify;

import dev.landwaiter.signing.Refusal;
import dev.landwaiter.signing.certificate.ParsedCertificate;
import dev.landwaiter.signing.notation.Check;
import dev.landwaiter.signing.notation.SignedEnvelope;
import dev.landwaiter.signing.notation.TargetArtifact;
import java.util.List;
import java.util.Optional;

/// A signature that a policy accepts. Only the verifier makes one.
public final class Accepted {
  private final Candidate candidate;
  private final String policy;
  private final List<ParsedCertificate> chain;
  private final TargetArtifact artifact;
  private final SignedEnvelope.Attributes attributes;
  private final List<Outcome> outcomes;

  Accepted(
      Candidate candidate,
      String policy,
      List<ParsedCertificate> chain,
      TargetArtifact artifact,
      SignedEnvelope.Attributes attributes,
      List<Outcome> outcomes) {
    this.candidate = candidate;
    this.policy = policy;
    this.chain = List.copyOf(chain);
    this.artifact = artifact;
    this.attributes = attributes;
    this.outcomes = List.copyOf(outcomes);
  }

  /// What became of one check.
  ///
  /// @param detail what was found, such as the time that a timestamp proves; may be empty
  /// @param failure why it failed; then it was only to be logged
  public record Outcome(
      Check check, Check.Action action, String detail, Optional<Refusal> failure) {}

  public Candidate candidate() {
    return candidate;
  }

  /// The name of the statement.
  public String policy() {
    return policy;
  }

  /// Leaf first, root last.
  public List<ParsedCertificate> chain() {
    return chain;
  }

  /// What it is about, with what the signer wrote beside it.
  public TargetArtifact artifact() {
    return artifact;
  }

  public SignedEnvelope.Attributes attributes() {
    return attributes;
  }

  /// In the order of the checks.
  public List<Outcome> outcomes() {
    return outcomes;
  }
}
