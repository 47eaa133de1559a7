package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.text.Plain;
import dev.landwaiter.signing.Refusal;
import dev.landwaiter.signing.policy.cluster.AuthorityResult;
import dev.landwaiter.signing.policy.cluster.ClusterImagePolicy;
import dev.landwaiter.signing.policy.cluster.ImageResult;
import dev.landwaiter.signing.policy.cluster.PolicyResult;
import java.util.List;
import java.util.Locale;

/// What became of images under the policies of a cluster, for people: each image with each policy
/// and each authority that was asked.
final class ClusterPolicyTable {
  private final StringBuilder text = new StringBuilder();

  private ClusterPolicyTable() {}

  static String of(List<ImageResult> results) {
    var table = new ClusterPolicyTable();
    for (ImageResult each : results) {
      table.text.append(table.text.isEmpty() ? "" : "\n");
      table.image(each);
    }
    return table.text.toString();
  }

  private void image(ImageResult result) {
    String digest =
        result
            .digest()
            .map(Object::toString)
            .filter(each -> !result.image().contains(each))
            .map(each -> " (" + each + ")")
            .orElse("");
    String decision =
        switch (result.decision()) {
          case ALLOWED -> "allowed";
          case WARNED -> "allowed, with warnings";
          case DENIED -> "DENIED";
        };
    line(0, result.image() + digest + ": " + decision);
    result.refusals().forEach(each -> refusal(2, each));
    result.warnings().forEach(each -> line(2, "warning: " + each));
    result.policies().forEach(this::policy);
  }

  private void policy(PolicyResult result) {
    String mode =
        result.mode() == ClusterImagePolicy.Mode.WARN
            ? " (mode " + result.mode().name().toLowerCase(Locale.ROOT) + ")"
            : "";
    line(2, "policy " + result.policy() + mode + ": " + (result.passed() ? "passed" : "failed"));
    result.refusals().forEach(each -> refusal(4, each));
    result.warnings().forEach(each -> line(4, "warning: " + each));
    for (AuthorityResult each : result.authorities()) {
      line(4, each.authority() + ": " + words(each));
      if (!each.passed()) {
        each.refusals().forEach(refusal -> refusal(6, refusal));
      }
    }
  }

  private static String words(AuthorityResult result) {
    if (!result.passed()) {
      return "failed";
    }
    if (result.isStatic()) {
      return "always passes";
    }
    List<String> attested =
        result.attestations().entrySet().stream()
            .map(each ->
                each.getKey()
                    + " by "
                    + VerifyTable.who(each.getValue().getFirst().verified().signer()))
            .toList();
    return attested.isEmpty()
        ? "signed by " + VerifyTable.who(result.signatures().getFirst().verified().signer())
        : "attested: " + String.join("; ", attested);
  }

  private void refusal(int indent, Refusal refusal) {
    line(indent, VerifiedWords.line(refusal));
  }

  private void line(int indent, String words) {
    String plain = Plain.lines(words.replace('\n', ' ').replace('\r', ' '));
    text.repeat(" ", indent).append(plain).append('\n');
  }
}
