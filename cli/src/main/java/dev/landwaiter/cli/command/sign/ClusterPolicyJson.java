package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.encoding.JsonMembers;
import dev.landwaiter.signing.policy.cluster.AuthorityResult;
import dev.landwaiter.signing.policy.cluster.ImageResult;
import dev.landwaiter.signing.policy.cluster.PolicyResult;
import java.util.List;
import java.util.Locale;

/// What became of images under the policies of a cluster, as data: the same as the table, and every
/// refusal.
final class ClusterPolicyJson {
  private ClusterPolicyJson() {}

  static String of(List<ImageResult> results) {
    List<Value> images = results.stream().map(ClusterPolicyJson::image).toList();
    return JsonWriter.toText(new JsonMembers().with("images", images).object(), JsonStyle.INDENTED)
        + "\n";
  }

  private static Value image(ImageResult result) {
    JsonMembers members =
        new JsonMembers()
            .with("image", result.image())
            .with("digest", result.digest().map(Object::toString).orElse(""))
            .with("decision", result.decision().name().toLowerCase(Locale.ROOT))
            .with("policies", result.policies().stream().map(ClusterPolicyJson::policy).toList());
    return members
        .with("refusals", result.refusals().stream().map(VerifyJson::refusal).toList())
        .with("warnings", texts(result.warnings()))
        .object();
  }

  private static Value policy(PolicyResult result) {
    return new JsonMembers()
        .with("policy", result.policy())
        .with("mode", result.mode().name().toLowerCase(Locale.ROOT))
        .with("passed", Value.of(result.passed()))
        .with(
            "authorities", result.authorities().stream().map(ClusterPolicyJson::authority).toList())
        .with("refusals", result.refusals().stream().map(VerifyJson::refusal).toList())
        .with("warnings", texts(result.warnings()))
        .object();
  }

  private static Value authority(AuthorityResult result) {
    var attestations = new JsonMembers();
    result.attestations().forEach((name, all) -> attestations.with(name, signed(all)));
    return new JsonMembers()
        .with("authority", result.authority())
        .with("passed", Value.of(result.passed()))
        .with("static", Value.of(result.isStatic()))
        .with("signatures", signed(result.signatures()))
        .with("attestations", attestations)
        .with("refusals", result.refusals().stream().map(VerifyJson::refusal).toList())
        .object();
  }

  private static List<Value> signed(List<AuthorityResult.Signed> all) {
    return all.stream().map(each -> VerifyJson.signature(each.verified())).toList();
  }

  private static List<StringValue> texts(List<String> all) {
    return all.stream().map(StringValue::new).toList();
  }
}
