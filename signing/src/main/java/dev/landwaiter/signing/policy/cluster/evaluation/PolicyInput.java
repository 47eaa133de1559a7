package dev.landwaiter.signing.policy.cluster.evaluation;

import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.encoding.JsonMembers;
import dev.landwaiter.signing.encoding.Pem;
import dev.landwaiter.signing.policy.cluster.AuthorityResult;
import dev.landwaiter.signing.policy.cluster.AuthorityResult.Signed;
import dev.landwaiter.signing.policy.cluster.PolicyText;
import dev.landwaiter.signing.policy.cluster.ResourceObject;
import dev.landwaiter.signing.verify.Claim;
import dev.landwaiter.signing.verify.SignedBy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the policy over all authorities is given (`policy.sigstore.dev`, v1beta1): what those that
/// passed verified, and what it asks for beside.
final class PolicyInput {
  private static final Map<Integer, String> WORKFLOW =
      new LinkedHashMap<>(
          Map.of(
              2, "githubWorkflowTrigger",
              3, "githubWorkflowSha",
              4, "githubWorkflowName",
              5, "githubWorkflowRepo",
              6, "githubWorkflowRef"));

  private PolicyInput() {}

  static ObjectValue of(
      PolicyText text,
      List<AuthorityResult> authorities,
      Map<String, Value> configurations,
      Optional<ResourceObject> object) {
    var matches = new JsonMembers();
    for (AuthorityResult each : authorities) {
      if (each.passed()) {
        matches.with(each.authority(), match(each));
      }
    }
    var input = new JsonMembers().with("authorityMatches", matches);
    if (text.configFile()) {
      var configs = new JsonMembers();
      configurations.forEach(configs::with);
      input.with("config", configs);
    }
    if (object.isPresent()) {
      if (text.spec()) {
        input.with("spec", object.get().spec().orElse(ObjectValue.EMPTY));
      }
      if (text.metadata()) {
        input.with("metadata", object.get().metadata().orElse(ObjectValue.EMPTY));
      }
      if (text.type()) {
        input.with(
            "typemeta",
            new JsonMembers()
                .with("kind", object.get().kind())
                .with("apiVersion", object.get().apiVersion()));
      }
    }
    return input.object();
  }

  private static ObjectValue match(AuthorityResult result) {
    var members = new JsonMembers();
    if (result.isStatic()) {
      return members.with("static", BooleanValue.TRUE).object();
    }
    if (!result.signatures().isEmpty()) {
      members.with(
          "signatures", result.signatures().stream().map(each -> signed(each).object()).toList());
    }
    if (!result.attestations().isEmpty()) {
      var attestations = new JsonMembers();
      result
          .attestations()
          .forEach((name, all) ->
              attestations.with(name, all.stream().map(PolicyInput::attested).toList()));
      members.with("attestations", attestations);
    }
    return members.object();
  }

  private static ObjectValue attested(Signed signed) {
    JsonMembers members = signed(signed);
    if (signed.verified().claim() instanceof Claim.Attested(var statement)) {
      members.with("predicateType", statement.predicateType()).with("digest", signed.content());
    }
    return members.object();
  }

  private static JsonMembers signed(Signed signed) {
    var verified = signed.verified();
    var members = new JsonMembers();
    Bytes certificate = Bytes.EMPTY;
    if (verified.signer() instanceof SignedBy.Certificate signer) {
      certificate = Bytes.utf8(new Pem("CERTIFICATE", signer.leaf()).text());
      members.with("subject", String.join(",", signer.names())).with("issuer", signer.issuer());
      WORKFLOW.forEach((number, name) -> {
        String value = signer.extensions().getOrDefault(number, "");
        if (!value.isEmpty()) {
          members.with(name, new StringValue(value));
        }
      });
    }
    members.with("id", verified.evidence().signature().plus(certificate).sha256().toHex());
    return members;
  }
}
