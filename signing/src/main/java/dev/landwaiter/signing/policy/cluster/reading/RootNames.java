package dev.landwaiter.signing.policy.cluster.reading;

import dev.landwaiter.signing.policy.cluster.ClusterImagePolicy;
import dev.landwaiter.signing.policy.cluster.PolicyAuthority;
import java.util.LinkedHashSet;
import java.util.Set;

/// The TrustRoots that a policy names.
final class RootNames {
  private RootNames() {}

  static Set<String> of(ClusterImagePolicy policy) {
    Set<String> all = new LinkedHashSet<>();
    for (PolicyAuthority each : policy.authorities()) {
      if (each.word() instanceof PolicyAuthority.Word.Keyless keyless) {
        all.add(keyless.trustRoot());
      }
      each.log().ifPresent(log -> all.add(log.trustRoot()));
      all.add(each.timestampRoot());
    }
    all.remove("");
    return all;
  }
}
