package dev.landwaiter.signing.policy.cluster;

import dev.landwaiter.signing.Refusal;
import java.util.ArrayList;
import java.util.List;

/// What became of one image under one policy.
///
/// @param policy its name
/// @param authorities those that were asked, in the order of the policy
/// @param refusals what is wrong beside the authorities; any is a failure
/// @param warnings of the policy's own rules
public record PolicyResult(
    String policy,
    ClusterImagePolicy.Mode mode,
    List<AuthorityResult> authorities,
    List<Refusal> refusals,
    List<String> warnings) {
  public PolicyResult {
    authorities = List.copyOf(authorities);
    refusals = List.copyOf(refusals);
    warnings = List.copyOf(warnings);
  }

  /// Whether one authority passed and nothing else is wrong. That a policy has no authority is
  /// wrong unless its users say otherwise.
  public boolean passed() {
    return refusals.isEmpty()
        && (authorities.isEmpty() || authorities.stream().anyMatch(AuthorityResult::passed));
  }

  /// Why it did not pass: everything that any authority found.
  public List<Refusal> reasons() {
    List<Refusal> all = new ArrayList<>(refusals);
    if (authorities.stream().noneMatch(AuthorityResult::passed)) {
      for (AuthorityResult each : authorities) {
        each.refusals().forEach(refusal -> all.add(refusal.in(each.authority())));
      }
    }
    return all;
  }
}
