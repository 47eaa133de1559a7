package dev.landwaiter.signing.policy.cluster;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.signing.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What became of one image under all policies.
///
/// @param image as it was written
/// @param digest what was verified; nothing where no policy needed to look at the image
/// @param policies those that are about the image
/// @param refusals why it is denied whatever the policies say
/// @param warnings beside those of the policies
public record ImageResult(
    String image,
    Optional<Digest> digest,
    List<PolicyResult> policies,
    List<Refusal> refusals,
    List<String> warnings) {
  public ImageResult {
    policies = List.copyOf(policies);
    refusals = List.copyOf(refusals);
    warnings = List.copyOf(warnings);
  }

  /// What happens to the image.
  public enum Decision {
    ALLOWED,
    WARNED,
    DENIED
  }

  /// Whether it may run: each policy that is enforced passed.
  public Decision decision() {
    if (!refusals.isEmpty()) {
      return Decision.DENIED;
    }
    boolean warned = !warnings.isEmpty();
    for (PolicyResult each : policies) {
      if (!each.passed() && each.mode() == ClusterImagePolicy.Mode.ENFORCE) {
        return Decision.DENIED;
      }
      warned |= !each.passed() || !each.warnings().isEmpty();
    }
    return warned ? Decision.WARNED : Decision.ALLOWED;
  }

  /// Why it is denied: what holds for the image, then what each enforced policy found.
  public List<Refusal> reasons() {
    List<Refusal> all = new ArrayList<>(refusals);
    for (PolicyResult each : policies) {
      if (!each.passed() && each.mode() == ClusterImagePolicy.Mode.ENFORCE) {
        each.reasons().forEach(reason -> all.add(reason.in(each.policy())));
      }
    }
    return all;
  }
}
