package dev.landwaiter.signing.policy.cluster;

import dev.landwaiter.signing.Refusal;
import dev.landwaiter.signing.verify.Claim;
import dev.landwaiter.signing.verify.Verified;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one authority says about one image.
///
/// @param authority its name
/// @param passed whether its word suffices
/// @param isStatic whether it says so of all images
/// @param signatures that it made
/// @param attestations that it made and that pass their policies, by the names in the policy
/// @param refusals everything that was refused, also where others passed
/// @param warnings of policies that passed
public record AuthorityResult(
    String authority,
    boolean passed,
    boolean isStatic,
    List<Signed> signatures,
    Map<String, List<Signed>> attestations,
    List<Refusal> refusals,
    List<String> warnings) {
  public AuthorityResult {
    signatures = List.copyOf(signatures);
    attestations = Collections.unmodifiableMap(new LinkedHashMap<>(attestations));
    refusals = List.copyOf(refusals);
    warnings = List.copyOf(warnings);
  }

  /// One that is trusted.
  ///
  /// @param content the digest of the blob that holds it
  public record Signed(Verified<Claim> verified, String content) {}
}
