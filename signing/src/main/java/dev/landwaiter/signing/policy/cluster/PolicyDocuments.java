package dev.landwaiter.signing.policy.cluster;

import dev.landwaiter.signing.Bytes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that was read from files of policies.
///
/// @param trustRoots by their names
/// @param objects the data of Secrets and ConfigMaps that stand beside the policies
/// @param warnings what is not wrong but not as its author may think
public record PolicyDocuments(
    List<ClusterImagePolicy> policies,
    Map<String, TrustRootDocument> trustRoots,
    Map<ObjectName, Map<String, Bytes>> objects,
    List<String> warnings) {
  public PolicyDocuments {
    policies = List.copyOf(policies);
    trustRoots = Map.copyOf(trustRoots);
    objects = Map.copyOf(objects);
    warnings = List.copyOf(warnings);
  }

  /// Where an object of a cluster is.
  ///
  /// @param kind `Secret` or `ConfigMap`
  public record ObjectName(String kind, String namespace, String name) {}

  /// The data of a Secret or ConfigMap.
  public Optional<Map<String, Bytes>> object(ObjectName name) {
    return Optional.ofNullable(objects.get(name));
  }
}
