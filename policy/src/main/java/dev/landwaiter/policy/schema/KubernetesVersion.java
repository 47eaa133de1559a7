package dev.landwaiter.policy.schema;

import java.util.Optional;

/// A minor version of Kubernetes.
public record KubernetesVersion(int major, int minor) implements Comparable<KubernetesVersion> {
  /// Reads `1.34`, `v1.34` and `1.34.2`; the patch does not matter to the structure.
  public static Optional<KubernetesVersion> parse(String text) {
    String[] parts = (text.startsWith("v") ? text.substring(1) : text).split("\\.", -1);
    if (parts.length < 2 || parts.length > 3) {
      return Optional.empty();
    }
    for (String part : parts) {
      if (part.isEmpty()
          || part.length() > 4
          || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new KubernetesVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
  }

  @Override
  public int compareTo(KubernetesVersion other) {
    return major == other.major
        ? Integer.compare(minor, other.minor)
        : Integer.compare(major, other.major);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
