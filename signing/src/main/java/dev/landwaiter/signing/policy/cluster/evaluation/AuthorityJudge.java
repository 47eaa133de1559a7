package dev.landwaiter.signing.policy.cluster.evaluation;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.Refusal;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.key.SignatureCheck;
import dev.landwaiter.signing.policy.CompliancePolicy;
import dev.landwaiter.signing.policy.cluster.AuthorityResult;
import dev.landwaiter.signing.policy.cluster.AuthorityResult.Signed;
import dev.landwaiter.signing.policy.cluster.PolicyAuthority;
import dev.landwaiter.signing.policy.cluster.PolicyAuthority.Format;
import dev.landwaiter.signing.policy.cluster.PolicyAuthority.WantedAttestation;
import dev.landwaiter.signing.policy.cluster.PolicyAuthority.Word;
import dev.landwaiter.signing.statement.PredicateType;
import dev.landwaiter.signing.store.Found;
import dev.landwaiter.signing.store.Gathered;
import dev.landwaiter.signing.store.Kind;
import dev.landwaiter.signing.verify.Artifact;
import dev.landwaiter.signing.verify.Claim;
import dev.landwaiter.signing.verify.Outcome;
import dev.landwaiter.signing.verify.Requirements;
import dev.landwaiter.signing.verify.Verifier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one authority says about one image. Every candidate goes through the verifier; whatever
/// goes wrong is a refusal.
final class AuthorityJudge {
  private final PolicyAuthority authority;
  private final ImageMaterial material;
  private final Surroundings around;
  private final PolicyTexts texts;
  private final List<Refusal> refusals = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  AuthorityJudge(
      PolicyAuthority authority, ImageMaterial material, Surroundings around, PolicyTexts texts) {
    this.authority = authority;
    this.material = material;
    this.around = around;
    this.texts = texts;
  }

  AuthorityResult judge(Trusts trusts) {
    if (authority.word() instanceof Word.Static(boolean pass, String message)) {
      if (!pass) {
        refusals.add(
            Refusal.of(
                FailureClass.POLICY,
                message.isEmpty() ? "the policy lets no such image pass" : message));
      }
      return result(pass, true, List.of(), Map.of());
    }
    try {
      AuthorityTrust trust = AuthorityTrust.of(authority, trusts, around);
      if (authority.attestations().isEmpty()) {
        List<Signed> signatures = signatures(trust);
        return result(!signatures.isEmpty(), false, signatures, Map.of());
      }
      return attestations(trust);
    } catch (RefusedException e) {
      refusals.add(e.refusal());
    } catch (IOException e) {
      refusals.add(Refusal.of(FailureClass.TRANSPORT, String.valueOf(e.getMessage())));
    }
    return result(false, false, List.of(), Map.of());
  }

  private AuthorityResult result(
      boolean passed,
      boolean isStatic,
      List<Signed> signatures,
      Map<String, List<Signed>> attestations) {
    return new AuthorityResult(
        authority.name(), passed, isStatic, signatures, attestations, refusals, warnings);
  }

  private List<Signed> signatures(AuthorityTrust trust) throws IOException {
    List<Signed> found = verified(trust, Kind.SIGNATURE, new Requirements.Wanted.Signature());
    if (found.isEmpty() && refusals.isEmpty()) {
      refusals.add(
          Refusal.of(FailureClass.NOT_FOUND, "there is no signature of " + material.digest()));
    }
    return found;
  }

  /// Each that is wanted must be there, of its own type and passing its own policy.
  private AuthorityResult attestations(AuthorityTrust trust) throws IOException {
    List<Signed> all =
        verified(trust, Kind.ATTESTATION, new Requirements.Wanted.Attestation(Set.of()));
    boolean passed = true;
    Map<String, List<Signed>> kept = new LinkedHashMap<>();
    for (WantedAttestation each : authority.attestations()) {
      List<Signed> passing = passing(each, all);
      kept.put(each.name(), passing);
      passed &= !passing.isEmpty();
    }
    return result(passed, false, List.of(), passed ? kept : Map.of());
  }

  private List<Signed> passing(WantedAttestation wanted, List<Signed> all) throws IOException {
    String type = PredicateType.uriOf(wanted.predicateType());
    List<Signed> ofType = new ArrayList<>();
    for (Signed each : all) {
      if (each.verified().claim() instanceof Claim.Attested(var statement)
          && statement.predicateType().equals(type)) {
        ofType.add(each);
      }
    }
    if (ofType.isEmpty()) {
      refusals.add(
          new Refusal(
              FailureClass.PREDICATE,
              wanted.name() + ": there is no attestation of the wanted type that is verified",
              type,
              "none"));
      return List.of();
    }
    if (wanted.policy().isEmpty()) {
      return ofType;
    }
    CompliancePolicy policy;
    try {
      policy = texts.read(wanted.policy().get());
    } catch (RefusedException e) {
      refusals.add(e.refusal().in(wanted.name()));
      return List.of();
    }
    List<Signed> passing = new ArrayList<>();
    for (Signed each : ofType) {
      if (each.verified().claim() instanceof Claim.Attested(var statement)) {
        try {
          warnings.addAll(policy.require(each.verified().origin(), statement, around.world()));
          passing.add(each);
        } catch (RefusedException e) {
          refusals.add(e.refusal().in(wanted.name()));
        }
      }
    }
    return passing;
  }

  /// All candidates of both forms that the verifier accepts.
  private List<Signed> verified(AuthorityTrust trust, Kind legacy, Requirements.Wanted wanted)
      throws IOException {
    Requirements requirements = trust.requirements().withWanted(wanted);
    var verifier = new Verifier(trust.root(), around.now());
    var artifact = new Artifact.Image(material.digest());
    List<Kind> kinds = new ArrayList<>();
    if (authority.format() != Format.LEGACY) {
      kinds.add(Kind.BUNDLE);
    }
    if (authority.format() != Format.BUNDLE) {
      kinds.add(legacy);
    }
    List<Signed> all = new ArrayList<>();
    for (Kind kind : kinds) {
      for (Found each : gathered(kind).found()) {
        try {
          Evidence evidence = each.evidence(Set.of());
          switch (verifier.verify(evidence, artifact, requirements)) {
            case Outcome.Accepted(var verified) -> {
              exactly(trust, evidence);
              all.add(new Signed(verified, each.layer().digest().toString()));
            }
            case Outcome.Refused(String origin, _, Refusal refusal) ->
                refusals.add(refusal.in(origin));
          }
        } catch (RefusedException e) {
          refusals.add(e.refusal().in(each.origin()));
        }
      }
    }
    return all;
  }

  /// That one form could not be looked for is a refusal; the other may still have what is wanted.
  private Gathered gathered(Kind kind) throws IOException {
    try {
      return material.gather(kind, authority.source());
    } catch (RefusedException e) {
      if (e.kind() != FailureClass.NOT_FOUND) {
        refusals.add(e.refusal());
      }
      return Gathered.NOTHING;
    }
  }

  /// Where the policy names a hash, no other counts.
  private static void exactly(AuthorityTrust trust, Evidence evidence) throws RefusedException {
    if (trust.details().isEmpty()
        || !(trust.requirements().signer()
            instanceof Requirements.Signer.Key(VerificationKey key, _))
        || trust.details().get().scheme() != PublicKeyDetails.Scheme.ECDSA) {
      return;
    }
    Bytes message =
        switch (evidence.signed()) {
          case Evidence.Signed.Payload(Bytes payload) -> payload;
          case Evidence.Signed.Dsse dsse -> dsse.envelope().preAuthentication();
          case Evidence.Signed.Artifact file -> Bytes.EMPTY;
        };
    if (!SignatureCheck.verify(key, trust.details().get(), message, evidence.signature())) {
      throw new RefusedException(
          FailureClass.SIGNATURE,
          "the signature is over another hash than the policy names",
          trust.details().get().hash().shortName(),
          "another");
    }
  }
}
