package dev.landwaiter.signing.trust;

import java.util.List;

/// Everything that is trusted (sigstore protobuf-specs, `TrustedRoot`). Where a list is empty,
/// nothing of that kind is.
public record TrustedRoot(
    List<LogInstance> logs,
    List<LogInstance> certificateLogs,
    List<Authority> certificateAuthorities,
    List<Authority> timestampAuthorities) {
  public static final TrustedRoot NOTHING =
      new TrustedRoot(List.of(), List.of(), List.of(), List.of());

  public TrustedRoot {
    logs = List.copyOf(logs);
    certificateLogs = List.copyOf(certificateLogs);
    certificateAuthorities = List.copyOf(certificateAuthorities);
    timestampAuthorities = List.copyOf(timestampAuthorities);
  }
}
